import Evidence
import Tabular

/// What a public body paid: spending over £500 or £250, over £25,000, and by purchase card.
///
/// No two publishers use the same columns, and few use the same from year to year; so columns are
/// told by what their headings say and by what they hold, together.
public struct PaymentsLayout: Layout {
  /// `payments`.
  public let id = "payments"

  /// What is said of a file that does not name the body whose payments it holds.
  public static let unnamed =
    "the file does not say whose payments these are; --place names the body"
  /// One line for `inspect`.
  public let summary = "payments by a public body, one row each (councils' spending over £500)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet lists payments.
  public func recognise(_ sheet: Table) -> Recognition { PaymentPlan.recognise(sheet) }

  /// Refuses: payments are read from the bytes of a file, not from a sheet in memory.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    throw ImportError(.incomplete, "payments are read from a file")
  }

  /// Reads a file that was recognised.
  public func extract(
    _ file: OpenedFile, _ sheet: Table, _ dialect: Dialect, with context: ImportContext
  ) throws(ImportError) -> Extract {
    let plan = try PaymentPlan(
      PaymentPlan.sample(sheet.rows), last: Array(sheet.rows.suffix(3)),
      named: context.options.columns)
    if plan.columns[.amount] == nil, !plan.isNil, plan.hasData {
      throw ImportError(
        .incomplete, line: plan.header?.lines.lowerBound,
        "no column holds amounts of money; name it with --column amount=NAME")
    }
    var batches: [PaymentBatch] = []
    var reader = PaymentReader(PaymentRows(plan, context, wants: .paymentsAndSums), path: file.path)
    _ = try reader.read(.bytes(file.bytes), dialect) { batch in
      batches.append(batch)
      return true
    }
    var rows = reader.rows
    batches.append(rows.takeBatch())
    var extract = Extract()
    extract.ledger = rows.ledger
    extract.rejects = batches.flatMap(\.rejects)
    extract.notes = rows.notes
    extract.title = plan.title
    extract.publisher = rows.bodyNames.count == 1 ? rows.bodyNames[0] : ""
    extract.published = context.options.published ?? ""
    extract.payments = PaymentExtract(rows, plan, batches: batches)
    return extract
  }
}

extension PaymentPlan {
  /// For each role in fixed order: the column, why, and how sure.
  var roles: [String] {
    PaymentRole.allCases.compactMap { role in
      columns.choices[role].map { choice in
        "\(role.rawValue): \(columns.name(of: choice.column)) (\(choice.confidence): "
          + "\(choice.evidence))"
      }
    }
  }
}
