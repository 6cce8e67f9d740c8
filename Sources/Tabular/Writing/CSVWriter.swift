/// Builds CSV text: UTF-8, LF line ends, quotes only where they are needed.
///
/// Text goes through ``append(text:)`` and numbers through `append(number:)`, because only
/// text can be a formula in disguise. What is written `.raw` reads back as it was.
///
///     var writer = CSVWriter()
///     writer.append(text: "=1+1")
///     writer.append(number: -3)
///     writer.endRecord()
///     // '=1+1,-3
public struct CSVWriter: Sendable {
  /// What is done about text that a spreadsheet would run as a formula.
  public enum Safety: Sendable {
    /// An apostrophe is put in front of it.
    case spreadsheet
    /// Nothing: the file is for programs.
    case raw
  }

  /// The text built and not yet taken, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8
  private let safety: Safety
  private let quotesSpaces: Bool
  private var fieldsInRecord = 0
  private var isRecordBare = true

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - delimiter: the ASCII byte between fields.
  ///   - safety: what is done about text that looks like a formula.
  ///   - byteOrderMark: true for files that a spreadsheet opens by double click.
  ///   - quotesSpaces: true to quote fields that start or end with a space.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), safety: Safety = .spreadsheet,
    byteOrderMark: Bool = false, quotesSpaces: Bool = false
  ) {
    self.delimiter = delimiter
    self.safety = safety
    self.quotesSpaces = quotesSpaces
    if byteOrderMark { bytes = TextEncoding.utf8.byteOrderMark }
  }

  /// The number of bytes built and not yet taken.
  public var count: Int { bytes.count }

  /// Adds a field of text.
  public mutating func append(text: String) {
    let span = text.utf8Span.span
    guard span.isEmpty || needsCare(span) else {
      separate()
      bytes += text.utf8
      isRecordBare = false
      return
    }
    append(span, asFormula: safety == .spreadsheet && SpreadsheetSafety.isFormula(span))
  }

  /// Adds a field whose text is a number already; it is never taken for a formula.
  public mutating func append(number: String) {
    append(number.utf8Span.span, asFormula: false)
  }

  /// Adds a whole number.
  public mutating func append(number: Int) {
    append(number: String(number))
  }

  /// Adds an empty field.
  public mutating func appendEmpty() {
    separate()
  }

  /// Ends the record; without a field since the last one it does nothing.
  public mutating func endRecord() {
    guard fieldsInRecord > 0 else { return }
    // An empty line is no record, so one empty field needs quotes to be seen.
    if fieldsInRecord == 1 && isRecordBare { bytes += [quote, quote] }
    bytes.append(10)
    fieldsInRecord = 0
    isRecordBare = true
  }

  /// Adds a record of text fields.
  public mutating func append(record fields: [String]) {
    for field in fields { append(text: field) }
    endRecord()
  }

  /// Takes the text built so far and leaves the writer empty, ready for what follows.
  public mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// Hands the text to `sink` once there are more than `threshold` bytes of it.
  ///
  /// - Throws: what `sink` throws; the text is then kept.
  @inlinable
  public mutating func flush<Failure: Error>(
    above threshold: Int = 0, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard count > threshold else { return }
    try sink(bytes)
    clear()
  }

  @usableFromInline
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }

  private mutating func separate() {
    if fieldsInRecord > 0 { bytes.append(delimiter) }
    fieldsInRecord += 1
  }

  private mutating func append(_ text: Span<UInt8>, asFormula: Bool) {
    separate()
    if text.isEmpty { return }
    isRecordBare = false
    let isQuoted = needsQuotes(text) || !asFormula && startsLikeMark(text)
    if isQuoted { bytes.append(quote) }
    // The apostrophe comes first, so that what follows keeps its blanks.
    if asFormula { bytes.append(UInt8(ascii: "'")) }
    for index in text.indices {
      if isQuoted && text[index] == quote { bytes.append(quote) }
      bytes.append(text[index])
    }
    if isQuoted { bytes.append(quote) }
  }

  /// False where a text stands in the file as it is: nearly always.
  private func needsCare(_ text: Span<UInt8>) -> Bool {
    let isFormula = safety == .spreadsheet && SpreadsheetSafety.isFormula(text)
    return isFormula || needsQuotes(text) || startsLikeMark(text)
  }

  private func needsQuotes(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte == delimiter || byte == quote || byte == 10 || byte == 13 { return true }
    }
    return quotesSpaces && (text[0] == 32 || text[text.count - 1] == 32)
  }

  /// A reader would take U+FEFF at the start of a file for a byte order mark.
  private func startsLikeMark(_ text: Span<UInt8>) -> Bool {
    text.count > 2 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
  }
}
