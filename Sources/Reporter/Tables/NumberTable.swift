import Tabular

/// The numbers that a page works out itself, as the CSV beside it: `numbers.csv`.
struct NumberTable {
  /// The file beside a place's report.
  static let name = "numbers.csv"

  /// The headings.
  static let header = [
    "section", "item", "value", "unit", "basis", "form", "row", "column", "from",
  ]

  /// The document with a key for every number, and the file of those that it works out.
  ///
  /// - Parameters:
  ///   - document: a document that was not keyed yet.
  ///   - name: the name of the file.
  /// - Returns: both; the file has a header alone where all numbers are published ones.
  static func keyed(
    _ document: MarkdownDocument, _ name: String
  ) -> (document: MarkdownDocument, file: ReportFile) {
    var numbers = WorkedNumbers(file: name)
    let keyed = document.with(blocks: numbers.keyed(document.sourceBlocks))
    var writer = CSVWriter(safety: .spreadsheet)
    writer.append(record: header)
    for row in numbers.rows {
      writer.append(number: "\(row.section)")
      writer.append(text: row.item)
      writer.append(number: row.number.value)
      for field in [
        row.number.unit, row.number.origin.basis, row.number.form, row.row, row.column,
        row.number.from,
      ] {
        writer.append(text: field)
      }
      writer.endRecord()
    }
    return (keyed, ReportFile(path: name, bytes: writer.takeBytes()))
  }
}

extension WorkedNumber {
  /// What it was worked out from or where it is published, for a CSV field.
  var from: String {
    origin.source.isEmpty
      ? parts.map(\.description).joined(separator: ", ")
      : origin.source
  }
}
