/// How a file separates and quotes its fields, and what the reader may take for granted.
///
/// The defaults read what RFC 4180 describes. There is no lenient mode: spaces are data, a
/// backslash is data, and a quote opens a field only as its first character.
public struct Dialect: Sendable, Equatable {
  /// The byte between two fields; a comma unless said otherwise.
  ///
  /// It must be ASCII, and neither the quote, a line end nor NUL.
  public var delimiter: UInt8

  /// The byte around a field that holds delimiters or line ends; nil turns quoting off.
  public var quote: UInt8?

  /// The encoding, or `.auto` to find it out.
  public var encoding: EncodingChoice

  /// True when the first record names the columns; false unless said otherwise.
  ///
  /// It changes no record: it only asks for diagnostics about empty and repeated names, and
  /// about records of another length than the first.
  public var header: Bool

  /// The most bytes of the file that one field may take; nil for no limit but the record's.
  ///
  /// It bounds memory: a missing closing quote is noticed here and not at the end of the file.
  public var maxFieldBytes: Int?

  /// The limit on a field when none is given: 16 MiB.
  public static let defaultMaxFieldBytes = 16 << 20

  /// Makes a dialect; what is left out has the usual value.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
    encoding: EncodingChoice = .auto, header: Bool = false,
    maxFieldBytes: Int? = Dialect.defaultMaxFieldBytes
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
    self.maxFieldBytes = maxFieldBytes
  }

  /// What is wrong with the dialect itself, in words; nil when it can be used.
  var defect: String? {
    let lineEnds: [UInt8] = [0, 10, 13]
    if delimiter >= 0x80 || lineEnds.contains(delimiter) {
      return "the delimiter must be an ASCII character other than a line end"
    }
    if let quote, quote >= 0x80 || lineEnds.contains(quote) {
      return "the quote must be an ASCII character other than a line end"
    }
    if quote == delimiter { return "the delimiter and the quote must differ" }
    if let maxFieldBytes, maxFieldBytes < 1 { return "the field limit must be at least one byte" }
    return nil
  }

  /// The most bytes of text one record may take.
  ///
  /// Twice the field limit, so that a reader with the default limits stays well below 100 MB.
  var maxRecordBytes: Int {
    guard let maxFieldBytes else { return 1 << 30 }
    return min(max(2 &* min(maxFieldBytes, 1 << 29), 1 << 25), 1 << 30)
  }

  /// The most fields one record may have; real tables stop at some ten thousand.
  static let maxFields = 1 << 20
}
