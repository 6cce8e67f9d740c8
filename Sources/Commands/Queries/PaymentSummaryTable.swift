import Evidence
import Importers
import Places

/// Sums of a file of payments by body, financial year and service, without loading it.
enum PaymentSummaryTable {
  /// A file of payments that is too large to be held in memory, or nil.
  static func largeFile(
    _ path: String, _ reading: ReadingArguments, _ inputs: ImportInputs?
  ) -> PaymentFile? {
    PaymentFile(
      path, register: inputs?.register ?? Register(RegisterRows()), options: reading.options,
      dialect: reading.namedDialect)
  }

  /// Reads the file and adds it up.
  ///
  /// - Throws: `ImportError` where the file is refused, `CommandFailure` where it holds no payments.
  static func grid(
    _ path: String, _ reading: ReadingArguments, _ inputs: ImportInputs?
  ) throws -> Grid {
    guard let payments = try read(path, reading, inputs) else {
      throw CommandFailure(
        .inputRefused, "\(path): this is no file of payments, of which --summary gives the sums")
    }
    var grid = Grid(["body", "year", "service", "payments", "pounds", "vat"])
    // Words under no heading may be anything, names of persons too.
    let sums = payments.hasNamedServices ? payments.sums : merged(payments.sums)
    grid.reserve(sums.count)
    let basis = Cell.words(payments.summary.basis.rawValue)
    for sum in sums {
      grid.append([
        .words(sum.body.isEmpty ? "not said" : sum.body),
        .words(sum.year.isEmpty ? "no day" : sum.year),
        .words(sum.service.isEmpty ? "not said" : sum.service), .int(sum.count),
        .number(Double(sum.pence) / 100, decimals: 2), basis,
      ])
    }
    return grid
  }

  private static func read(
    _ path: String, _ reading: ReadingArguments, _ inputs: ImportInputs?
  ) throws -> PaymentExtract? {
    if path != "-", let large = largeFile(path, reading, inputs) {
      return try large.look(onlySums: true).payments
    }
    let file = try InputFile.open(path)
    return try FileReading(
      file, register: inputs?.register ?? Register(RegisterRows()),
      breaks: inputs?.breaks ?? SeriesBreaks([]), options: reading.options,
      dialect: reading.dialect(for: file)
    ).extract.payments
  }

  private static func merged(_ sums: [PaymentSum]) -> [PaymentSum] {
    var found: [PaymentSum] = []
    for sum in sums {
      if let last = found.last, last.body == sum.body, last.year == sum.year {
        found[found.count - 1].count += sum.count
        found[found.count - 1].pence += sum.pence
      } else {
        found.append(sum.withoutService)
      }
    }
    return found
  }
}
