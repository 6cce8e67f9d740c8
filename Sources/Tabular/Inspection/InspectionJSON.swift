/// Prints what a reader makes of a file, as JSON.
///
///     {"encoding":"utf-8","records":2,"diagnostics":[],"diagnostic_counts":{},"rows":[
///     ["a","b"],
///     ["1","2"]
///     ]}
///
/// or, for a file that is refused:
///
///     {"error":{"kind":"nul_byte","line":3,"column":3,"byte":10}}
///
/// The file is read twice, first to judge it and then to print it, so that memory stays bounded
/// and no row of a refused file is printed.
public struct InspectionJSON: Sendable {
  /// How many findings of each group are printed; all are counted.
  public static let diagnosticLimit = 100_000

  private let source: ByteSource
  private let dialect: Dialect
  private let includesRows: Bool

  /// Prepares to print a source.
  ///
  /// A source that can be read only once is held in memory; an error in reading it is printed.
  public init(_ source: ByteSource, dialect: Dialect = Dialect(), includesRows: Bool = true) {
    self.source = source
    self.dialect = dialect
    self.includesRows = includesRows
  }

  /// Writes the JSON in pieces, with a line end after it.
  ///
  /// - Returns: the error that was written, or nil when the file is sound.
  /// - Throws: what `sink` throws.
  @discardableResult
  public func write<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> CSVError? {
    var json = JSONText()
    json.beginObject()
    let judged = judge()
    switch judged {
    case .failure(let error):
      json.write(error)
      json.endObject()
      json.newLine()
      try sink(json.takeBytes())
      return error
    case .success(let judgement):
      json.write(judgement)
      if includesRows { try writeRows(of: judgement.source, &json, to: sink) }
      json.endObject()
      json.newLine()
      try sink(json.takeBytes())
      return nil
    }
  }

  /// What the first reading found.
  fileprivate struct Judgement {
    var source: ByteSource
    var encoding: TextEncoding
    var records: Int
    var diagnostics: [Diagnostic]
    var counts: [Diagnostic.Kind: Int]
  }

  private func judge() -> Result<Judgement, CSVError> {
    do throws(CSVError) {
      let source = try source.repeatable()
      var reader = try CSVReader(
        source, dialect: dialect, diagnosticLimit: Self.diagnosticLimit)
      var record = Record()
      while try reader.next(&record) {}
      return .success(
        Judgement(
          source: source, encoding: reader.encoding, records: reader.recordCount,
          diagnostics: reader.diagnostics, counts: reader.diagnosticCounts))
    } catch {
      return .failure(error)
    }
  }

  private func writeRows<Failure: Error>(
    of source: ByteSource, _ json: inout JSONText, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    json.key("rows")
    json.beginArray()
    // The first reading found no fault; a file that has changed since ends where it breaks.
    if var reader = try? CSVReader(source, dialect: dialect) {
      var record = Record()
      while (try? reader.next(&record)) == true {
        json.writeRow(record)
        if json.bytes.count > 1 << 16 { try sink(json.takeBytes()) }
      }
    }
    json.newLine()
    json.endArray()
  }
}

extension JSONText {
  fileprivate mutating func writeRow(_ record: Record) {
    beginLine()
    beginArray()
    for index in 0..<record.count {
      string(record.bytes.span.extracting(record.range(at: index)))
    }
    endArray()
  }

  fileprivate mutating func write(_ judgement: InspectionJSON.Judgement) {
    member("encoding", judgement.encoding.rawValue)
    member("records", judgement.records)
    key("diagnostics")
    beginArray()
    for diagnostic in judgement.diagnostics { write(diagnostic) }
    endArray()
    key("diagnostic_counts")
    beginObject()
    for kind in Diagnostic.Kind.allCases { member(kind.rawValue, judgement.counts[kind]) }
    endObject()
  }

  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    beginObject()
    member("kind", diagnostic.kind.rawValue)
    member("record", diagnostic.record)
    member("field", diagnostic.field)
    member("first_field", diagnostic.firstField)
    member("name", diagnostic.name)
    member("line", diagnostic.line)
    member("column", diagnostic.column)
    member("byte", diagnostic.byte)
    member("expected", diagnostic.expected)
    member("found", diagnostic.found)
    if let kinds = diagnostic.lineEndings {
      key("kinds")
      beginArray()
      for kind in kinds { string(kind) }
      endArray()
    }
    endObject()
  }

  fileprivate mutating func write(_ error: CSVError) {
    key("error")
    beginObject()
    member("kind", error.kind.rawValue)
    member("record", error.record)
    member("field", error.field)
    member("limit", error.limit)
    member("line", error.line)
    member("column", error.column)
    member("byte", error.byte)
    member("eof_line", error.eofLine)
    member("encoding", error.encoding)
    switch error.kind {
    case .cannotRead, .invalidDialect, .recordTooLarge:
      member("path", error.path)
      member("detail", error.detail)
    default: break
    }
    endObject()
  }
}
