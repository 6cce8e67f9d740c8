import Evidence
import Tabular

@testable import Importers

/// A file of payments made in a test, with names of nobody.
struct MadePayments {
  let reading: FileReading
  var summary: PaymentSummary { reading.extract.payments?.summary ?? PaymentSummary() }
  var ledger: LossLedger { reading.extract.ledger }
  var notes: String { reading.extract.notes.map(\.text).joined(separator: "; ") }
  var rejects: [String] { reading.extract.rejects.map { "\($0.line): \($0.reason)" } }
  var roles: [String] { reading.extract.payments?.roles ?? [] }

  init(_ text: String, _ options: ImportOptions = ImportOptions()) throws {
    try self.init(bytes: Array(text.utf8), options)
  }

  init(bytes: [UInt8], _ options: ImportOptions = ImportOptions()) throws {
    let file = try OpenedFile(path: "made.csv", bytes: bytes)
    let sniffed = Dialect.sniff(bytes)
    let dialect =
      sniffed.isFounded && sniffed.dialect.delimiter != 0x2C ? sniffed.dialect : nil
    reading = try FileReading(
      file, register: Invented.register, breaks: SeriesBreaks([]), options: options,
      dialect: dialect)
  }

  /// Each payment as `line day pounds`, with what else is wanted behind.
  var rows: [String] { list { _, _ in "" } }

  /// Each payment with the number of its supplier in the file.
  var suppliers: [Int] { batches.flatMap { $0.rows.map { Int($0.supplier) } } }

  /// True for each payment whose supplier is withheld.
  var redacted: [Bool] { batches.flatMap { $0.rows.map(\.isRedacted) } }

  /// The place of each body, or its name where it is no place of the register.
  var bodies: [String] { batches.flatMap(\.bodies).map { $0.place ?? $0.name } }

  /// References as they were kept.
  var references: [String] {
    list { row, batch in
      guard row.referenceLength >= 0 else { return "-" }
      let start = Int(row.textStart) + max(0, Int(row.descriptionLength))
      return String(
        decoding: batch.bytes[start..<start + Int(row.referenceLength)], as: UTF8.self)
    }.map { String($0.split(separator: " ", maxSplits: 3)[3]) }
  }

  /// Names of services and categories, in the order in which they came.
  var labels: [String] {
    batches.flatMap(\.labels).map { String(decoding: $0, as: UTF8.self) }
  }

  private var batches: [PaymentBatch] { reading.extract.payments?.batches ?? [] }

  private func list(_ more: (PaymentRow, PaymentBatch) -> String) -> [String] {
    var days: [String] = []
    var found: [String] = []
    for batch in batches {
      days += batch.days.map { String(decoding: $0, as: UTF8.self) }
      for row in batch.rows {
        let day = row.day < 0 ? "none" : days[Int(row.day)]
        let rest = more(row, batch)
        found.append(
          "\(row.line) \(day) \(Money(pence: row.pence).pounds)" + (rest.isEmpty ? "" : " " + rest))
      }
    }
    return found
  }
}
