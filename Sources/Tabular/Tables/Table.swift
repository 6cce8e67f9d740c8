/// A whole table in memory, for sheets and lists of moderate size.
///
/// All records are rows, a header included. For files of any size use ``CSVReader``.
public struct Table: Sendable {
  /// The records in the order of the file.
  public let rows: [Row]

  /// The encoding of the file.
  public let encoding: TextEncoding

  /// The findings; many of one group are cut off.
  public let diagnostics: [Diagnostic]

  /// How many findings of each kind there were.
  public let diagnosticCounts: [Diagnostic.Kind: Int]

  /// Reads all of a source.
  ///
  /// - Throws: ``CSVError`` when it cannot be read or is malformed.
  public init(_ source: ByteSource, dialect: Dialect = Dialect()) throws(CSVError) {
    var reader = try CSVReader(source, dialect: dialect)
    var record = Record()
    var rows: [Row] = []
    while try reader.next(&record) {
      rows.append(Row(line: record.line, fields: record.strings))
    }
    self.rows = rows
    encoding = reader.encoding
    diagnostics = reader.diagnostics
    diagnosticCounts = reader.diagnosticCounts
  }

  /// Takes rows that were read before, such as the first of a long file.
  public init(rows: [Row], encoding: TextEncoding) {
    self.rows = rows
    self.encoding = encoding
    diagnostics = []
    diagnosticCounts = [:]
  }

  /// Reads a table from bytes in memory.
  ///
  /// - Throws: ``CSVError`` when they are malformed.
  public init(_ bytes: [UInt8], dialect: Dialect = Dialect()) throws(CSVError) {
    try self.init(.bytes(bytes), dialect: dialect)
  }
}
