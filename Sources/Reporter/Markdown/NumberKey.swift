/// The row of the CSV beside a report that a printed number stands for.
///
/// It travels invisibly within Markdown text, between characters of the private use area: the HTML
/// page makes an attribute of it, Markdown gathers those of a table or paragraph in a footnote.
public struct NumberKey: Hashable, Sendable, CustomStringConvertible {
  /// The indicator, or what names a row of another file.
  public let indicator: String
  /// The period, as the CSV has it.
  public let period: String
  /// The place's code; `""` for the place of the report.
  public let place: String
  /// The column; `""` for the one that holds values.
  public let column: String
  /// The file, where it is another than the one beside the report that holds all its figures.
  public let file: String
  /// What the print does to the row's number beside rounding it to its last digit; `""` for nothing.
  ///
  /// `size` where words such as "fell by" say the sign, `to 100` where it is rounded to hundreds,
  /// `in millions` where the head of its column has the word.
  public let form: String

  /// Names a row.
  public init(
    indicator: String, period: String, place: String = "", column: String = "", file: String = "",
    form: String = ""
  ) {
    self.indicator = indicator
    self.period = period
    self.place = place
    self.column = column
    self.file = file
    self.form = form
  }

  /// The key in one line: `asc_share 2024-04-01/P1Y E92000001`.
  public var description: String {
    [file, indicator, slot].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The key without file and indicator: `2024-04-01/P1Y E92000001 count (size)`.
  var slot: String {
    let parts = [period, place, column, form.isEmpty ? "" : "(\(form))"]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// True for the row of a number that the page works out itself.
  var isWorked: Bool { period.isEmpty }

  /// The row alone: limits stand in the row of their value.
  var row: NumberKey {
    NumberKey(
      indicator: indicator, period: period, place: place,
      column: Self.limits.contains(column) ? "" : column, file: file)
  }

  /// The columns of limits, which stand in brackets behind their value.
  private static let limits: Set = ["lci_95", "uci_95"]

  static let opening: Unicode.Scalar = "\u{E000}"
  static let middle: Unicode.Scalar = "\u{E001}"
  static let closing: Unicode.Scalar = "\u{E002}"

  /// A number's text with the row that it stands for around it, or with what gives it one.
  static func mark(_ text: String, _ number: Rounded) -> String {
    let parcel =
      number.keys.count == 1
      ? number.keys[0].formed(Self.form(of: number, as: text)).parcel
      : WorkedNumber(number, as: text).parcel
    return "\(opening)\(parcel)\(middle)\(text)\(closing)"
  }

  /// What a text does to a number beside rounding it to its last digit.
  static func form(of number: Rounded, as text: String) -> String {
    let power = number.exponent - number.magnitude.power
    guard number.isSize || power > 0 || number.magnitude != .ones else { return "" }
    var parts: [String] = []
    if number.isSize { parts.append("size") }
    if power > 0 { parts.append("to 1" + String(repeating: "0", count: power)) }
    if number.magnitude != .ones, !text.contains(number.magnitude.word) {
      parts.append("in \(number.magnitude.word)s")
    }
    return parts.joined(separator: " ")
  }

  /// The same row in another form.
  private func formed(_ form: String) -> NumberKey {
    form.isEmpty
      ? self
      : NumberKey(
        indicator: indicator, period: period, place: place, column: column, file: file, form: form)
  }

  /// The key as it travels.
  var parcel: String { [indicator, period, place, column, file, form].joined(separator: "~") }

  /// Reads keys as they travel; nil for text that is none of ours.
  static func keys(in parcels: String) -> [NumberKey] {
    parcels.split(separator: ";").compactMap { parcel in
      let parts = parcel.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
      // What begins with a sign of equality is a number without a row.
      guard parts.count == 6, !parcel.hasPrefix("=") else { return nil }
      return NumberKey(
        indicator: parts[0], period: parts[1], place: parts[2], column: parts[3], file: parts[4],
        form: parts[5])
    }
  }

  /// Text without keys, and the keys of each number in it, in order.
  static func parted(_ text: String) -> (text: String, keys: [[NumberKey]]) {
    var found: [[NumberKey]] = []
    let bare = bare(text) { found.append(keys(in: String(decoding: $0, as: UTF8.self))) }
    return (bare, found)
  }

  /// Text without keys.
  static func strip(_ text: String) -> String { bare(text) { _ in } }

  /// True where a mark stands in bytes: EE 80 and 80 for the opening, 81 and 82 for the others.
  static func isMark(_ last: UInt8, _ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEE && bytes[index + 1] == 0x80
      && bytes[index + 2] == last
  }

  /// Text without keys, each of which is handed over as it travels.
  private static func bare(_ text: String, _ take: (ArraySlice<UInt8>) -> Void) -> String {
    // Read as bytes: all text of all reports passes here. The marks are EE 80 80 to EE 80 82.
    let bytes = Array(text.utf8)
    guard bytes.contains(0xEE) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var parcel: Int?
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0xEE, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] <= 0x82
      else {
        if parcel == nil { out.append(bytes[index]) }
        index += 1
        continue
      }
      if bytes[index + 2] == 0x80 { parcel = index + 3 }
      if bytes[index + 2] == 0x81 {
        take(bytes[(parcel ?? index)..<index])
        parcel = nil
      }
      index += 3
    }
    return String(decoding: out, as: UTF8.self)
  }
}
