@testable import Tabular

/// Everything a reader says about a file, so that two readings can be compared.
struct Outcome: Equatable {
  var rows: [[String]] = []
  var lines: [Int] = []
  var encoding = TextEncoding.utf8
  var diagnostics: [Diagnostic] = []
  var counts: [Diagnostic.Kind: Int] = [:]
  var error: CSVError?

  /// Reads a source to its end.
  init(_ source: ByteSource, _ dialect: Dialect = Dialect()) {
    do throws(CSVError) {
      var reader = try CSVReader(source, dialect: dialect)
      var record = Record()
      while try reader.next(&record) {
        rows.append(record.strings)
        lines.append(record.line)
      }
      encoding = reader.encoding
      diagnostics = reader.diagnostics
      counts = reader.diagnosticCounts
    } catch {
      // An error refuses the whole file, however far the reading came.
      rows = []
      lines = []
      self.error = error
    }
  }
}
