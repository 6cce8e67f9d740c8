import Evidence
import Places
import Store
import Tabular

/// Reads the rows of a file of payments one by one.
///
/// A row with an amount, a supplier and a day goes a short way on bytes: what repeats is found
/// again by its bytes. Every other row takes the long way, where it is told apart: titles,
/// headings, blanks, totals, notes, and what must be refused.
struct PaymentRows {
  /// What was read since it was last taken.
  var batch = PaymentBatch()
  var ledger = LossLedger()
  var summary = PaymentSummary()
  /// Sums by body, year and service, where they are wanted.
  var sums: PaymentSums?

  private let plan: PaymentPlan
  private let at: PaymentPositions
  private var days: PaymentDays
  private var bodies: PaymentBodies
  private var suppliers = PaymentTexts(isSorted: false)
  private var supplierMarks: [SupplierMark] = []
  /// What repeats, looked for in all records of a run.
  private var foundSuppliers = FoundTexts()
  private var foundServices = FoundTexts()
  private var foundCategories = FoundTexts()
  /// Which record of the run is read.
  private var index = 0
  private var labels = PaymentTexts()
  private var labelNames: [String] = []
  private var totals = PaymentTotals()
  private var tally = PaymentTally()

  private let wants: Wants

  private enum SupplierMark {
    case plain, redacted, total
  }

  /// What the rows are read for.
  enum Wants {
    /// The payments.
    case payments
    /// What they add up to as well.
    case paymentsAndSums
    /// Only what they add up to by body, year and service.
    case sums
  }

  init(_ plan: PaymentPlan, _ context: ImportContext, wants: Wants = .payments) {
    self.wants = wants
    self.plan = plan
    at = PaymentPositions(plan.columns)
    days = PaymentDays(plan, at, context.options.period)
    bodies = PaymentBodies(plan, at, context)
    summary.basis = plan.columns.basis
    summary.kind = plan.kind
    if wants != .payments { sums = PaymentSums() }
    batch.rows.reserveCapacity(PaymentBatch.size)
  }

  /// True where a row says that nothing was paid.
  var hasNilReturn: Bool { tally.nilReturns > 0 }

  /// The names of the bodies that paid.
  var bodyNames: [String] { bodies.names }

  /// The sums in order of body, year and service.
  var sumList: [PaymentSum] { sums?.list(bodies.names, labelNames) ?? [] }

  /// What is to be said of the file as a whole.
  var notes: [Note] {
    tally.notes(plan, summary, totals, days, isUnnamed: bodies.isUnnamed)
  }

  /// What the payments add up to, with the first and the last day.
  var finished: PaymentSummary {
    var all = summary
    (all.first, all.last) = days.range
    return all
  }

  /// Gives the batch away and begins the next.
  mutating func takeBatch() -> PaymentBatch {
    var full = batch
    swap(&full.days, &days.fresh)
    swap(&full.bodies, &bodies.fresh)
    batch = PaymentBatch()
    batch.rows.reserveCapacity(PaymentBatch.size)
    batch.bytes.reserveCapacity(full.bytes.count)
    return full
  }

  /// True where a batch is worth handing over.
  var isReady: Bool { batch.rows.count >= PaymentBatch.size || batch.rejects.count >= 64 }

  /// Reads the rows of a run, which stays as it is: changed in place, no record is copied.
  mutating func read(_ run: inout RecordRun) {
    let count = run.count
    var records = run.records.mutableSpan
    lookUp(&records, count)
    for index in 0..<count {
      self.index = index
      read(&records[index])
    }
    sums?.settle()
  }

  /// Looks for what repeats in all records at once.
  ///
  /// The processor then waits for all of it together, and not for each.
  private mutating func lookUp(_ records: inout MutableSpan<Record>, _ count: Int) {
    if wants != .sums {
      foundSuppliers.hash(&records, count, at.supplier)
      suppliers.fetch(foundSuppliers.hashes)
      foundSuppliers.find(&records, in: suppliers)
      foundCategories.hash(&records, count, at.category)
      foundCategories.find(&records, in: labels)
    }
    foundServices.hash(&records, count, at.service)
    foundServices.find(&records, in: labels)
    days.lookUp(&records, count)
  }

  /// Reads one row.
  private mutating func read(_ record: inout Record) {
    guard at.amount >= 0, record.line >= plan.firstLine,
      let pence = record.withField(at: at.amount, { PaymentMoney.plain($0) })
    else { return readOther(record) }
    load(record, pence)
  }

  /// Takes a row with an amount.
  private mutating func load(_ record: borrowing Record, _ pence: Int64) {
    let supplier = supplier(record)
    let day = days.read(record, index)
    if day < 0 || supplier < 0 || supplierMarks[Int(supplier)] == .total {
      guard isPayment(record, pence, day, supplier) else { return }
    }
    let body = bodies.read(record)
    let service = label(record, at.service, foundServices[index])
    ledger.load()
    totals.add(pence)
    summary.rows &+= 1
    summary.pence &+= pence
    if day < 0 { summary.dateless &+= 1 }
    sums?.add(body, days.year(day), service, pence)
    if wants == .sums { return }
    var row = PaymentRow(line: record.line, pence: pence, body: body)
    row.day = max(day, -1)
    row.supplier = supplier
    row.isRedacted = isRedacted(record, supplier)
    if row.isRedacted { summary.redacted &+= 1 }
    row.service = service
    row.category = label(record, at.category, foundCategories[index])
    if at.irrecoverable >= 0 {
      let lost = record.withField(at: at.irrecoverable) { PaymentMoney.read($0)?.pence }
      row.irrecoverable = lost ?? Int64.min
    }
    appendTexts(record, &row)
    batch.rows.append(row)
  }

  /// Keeps the texts of a row that is complete otherwise, and counts it in the fingerprint.
  @inline(__always)
  private mutating func appendTexts(_ record: Record, _ row: inout PaymentRow) {
    row.textStart = Int32(truncatingIfNeeded: batch.bytes.count)
    let (description, descriptionHash) = append(record, at.description)
    let (reference, referenceHash) = append(record, at.reference)
    row.descriptionLength = description
    row.referenceLength = reference
    if reference > 4, record.withField(at: at.reference, { PaymentTally.isDestroyed($0) }) {
      tally.destroyed += 1
    }
    summary.fingerprint.add(
      pence: row.pence, bodies.hash(row.body), days.hash(row.day), suppliers.hash(row.supplier),
      labels.hash(row.service), labels.hash(row.category), descriptionHash, referenceHash)
  }

  private func isRedacted(_ record: Record, _ supplier: Int32) -> Bool {
    if supplier >= 0, supplierMarks[Int(supplier)] == .redacted { return true }
    return at.redaction >= 0 && !record.isEmpty(at: at.redaction)
      && PaymentRedaction.isMarked(record.string(at: at.redaction))
  }

  /// Keeps a text of the row as it is: its length, and its number for the fingerprint.
  @inline(__always)
  private mutating func append(_ record: Record, _ column: Int) -> (Int32, UInt64) {
    guard column >= 0 else { return (-1, PaymentFingerprint.absent) }
    let range = record.range(at: column)
    guard !range.isEmpty else { return (-1, PaymentFingerprint.absent) }
    batch.bytes.append(contentsOf: record.bytes[range])
    let hash = record.withField(at: column) { PaymentFingerprint.hash($0) }
    return (Int32(truncatingIfNeeded: range.count), hash)
  }

  @inline(__always)
  private mutating func supplier(_ record: Record) -> Int32 {
    guard at.supplier >= 0, !record.isEmpty(at: at.supplier) else { return -1 }
    if wants == .sums { return supplierForSums(record) }
    let found = foundSuppliers[index]
    return found >= 0 ? found : keepSupplier(record)
  }

  /// A supplier for whom it matters only whether it is one: 0 for any, 1 for the label of a total.
  @inline(__always)
  private mutating func supplierForSums(_ record: Record) -> Int32 {
    if supplierMarks.isEmpty { supplierMarks = [.plain, .total] }
    let isEvident = record.withField(at: at.supplier) { PaymentTotals.isNoLabel($0) }
    if isEvident { return 0 }
    let name = record.string(at: at.supplier)
    return Self.isNothing(name) ? -1 : PaymentTotals.isLabel(name) ? 1 : 0
  }

  @inline(never)
  private mutating func keepSupplier(_ record: Record) -> Int32 {
    // It may have come with a record of the same run.
    let hash = foundSuppliers.hashes[index]
    if let found = record.withField(at: at.supplier, { suppliers.find($0, hash) }) {
      return Int32(truncatingIfNeeded: found)
    }
    let isNoLabel = record.withField(at: at.supplier) { PaymentTotals.isNoLabel($0) }
    if !isNoLabel, Self.isNothing(record.string(at: at.supplier)) { return -1 }
    let isWithheld = record.withField(at: at.supplier) { PaymentRedaction.isNamed(in: $0) }
    let isTotal = !isNoLabel && PaymentTotals.isLabel(record.string(at: at.supplier))
    supplierMarks.append(isWithheld ? .redacted : isTotal ? .total : .plain)
    batch.suppliers.append(Array(record.bytes[record.range(at: at.supplier)]))
    return Int32(truncatingIfNeeded: record.withField(at: at.supplier) { suppliers.keep($0) })
  }

  /// Words that stand where there is nothing, also those that a spreadsheet leaves.
  static let nothing: Set = [
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#NULL!", "#DIV/0!", "NULL", "null", "N/A", "n/a", "-",
    ".", "..", "…", "[x]",
  ]

  private static func isNothing(_ cell: String) -> Bool {
    let text = CellText.trimmed(cell)
    return text.isEmpty || nothing.contains(text)
  }

  @inline(__always)
  private mutating func label(
    _ record: Record, _ column: Int, _ found: Int32
  ) -> Int32 {
    guard column >= 0, !record.isEmpty(at: column) else { return -1 }
    return found >= 0 ? found : keepLabel(record, column)
  }

  @inline(never)
  private mutating func keepLabel(_ record: Record, _ column: Int) -> Int32 {
    if let found = record.withField(at: column, { labels.find($0) }) {
      return Int32(truncatingIfNeeded: found)
    }
    let name = CellText.trimmed(record.string(at: column))
    if Self.isNothing(name) { return -1 }
    batch.labels.append(Array(record.bytes[record.range(at: column)]))
    if sums != nil { labelNames.append(name) }
    return Int32(truncatingIfNeeded: record.withField(at: column) { labels.keep($0) })
  }
}

extension PaymentRows {
  // MARK: - What is no ordinary row

  /// Says whether a row with an amount, but without a supplier or a day, is a payment.
  private mutating func isPayment(
    _ record: Record, _ pence: Int64, _ day: Int32, _ supplier: Int32
  ) -> Bool {
    let hasDay = days.isOwn && day != PaymentDays.none
    if !hasDay || supplier < 0 || supplierMarks[Int(supplier)] == .total, isTotal(record) {
      totals.take(pence, line: record.line)
      ledger.skip(.total)
      return false
    }
    if day == PaymentDays.unreadable {
      let column = at.date >= 0 ? at.date : at.period
      reject(record, column, "found \(shown(record, column)), expected a day")
      return false
    }
    guard at.telling.allSatisfy({ !isFilled(record, $0) }) else { return true }
    if totals.isSum(pence) {
      totals.take(pence, line: record.line)
      ledger.skip(.total)
    } else {
      reject(
        record, at.amount,
        "found an amount with nothing that says what it is, which is not the sum of those above")
    }
    return false
  }

  private func isTotal(_ record: Record) -> Bool {
    (0..<record.count).contains { index in
      index != at.amount && !record.isEmpty(at: index)
        && PaymentTotals.isLabel(record.string(at: index))
    }
  }

  private func isFilled(_ record: Record, _ column: Int) -> Bool {
    column >= 0 && !record.isEmpty(at: column)
      && !CellText.trimmed(record.string(at: column)).isEmpty
  }

  /// Takes a row without an amount in plain spelling.
  @inline(never)
  private mutating func readOther(_ record: Record) {
    let cells = (0..<record.count).filter { isFilled(record, $0) }
    if cells.isEmpty { return ledger.skip(.blank) }
    if let header = plan.header {
      if header.lines.contains(record.line) || header.repeats(record.strings) {
        return ledger.skip(.header)
      }
      if record.line < plan.firstLine { return skipTitle(record) }
    }
    if at.amount >= 0, let read = record.withField(at: at.amount, { PaymentMoney.read($0) }) {
      if read.wasRounded { summary.rounded += 1 }
      if read.wasRepaired { tally.repaired += 1 }
      return load(record, read.pence)
    }
    if isNilReturn(record) {
      tally.nilReturns += 1
      return ledger.skip(.note)
    }
    if at.amount < 0 { return ledger.skip(plan.isNil || cells.count == 1 ? .note : .unused) }
    refuse(record, cells)
  }

  private mutating func skipTitle(_ record: Record) {
    if isNilReturn(record) { tally.nilReturns += 1 }
    ledger.skip(.preamble)
  }

  private func isNilReturn(_ record: Record) -> Bool {
    record.strings.contains { ["nil return", "no payments"].contains(CellText.key($0)) }
  }

  /// Tells apart what has no amount: the name of the body alone, a note, or a payment gone wrong.
  private mutating func refuse(_ record: Record, _ cells: [Int]) {
    let telling = at.telling.filter { isFilled(record, $0) }
    if !isFilled(record, at.amount) {
      let isBody = cells.allSatisfy { $0 == at.body || $0 == at.bodyCode || $0 < max(at.body, 0) }
      if telling.isEmpty, isBody, isFilled(record, at.body) {
        tally.onlyBody += 1
        return ledger.skip(.blank)
      }
      if isTotal(record) { return ledger.skip(.total) }
      if cells.count == 1 || telling.isEmpty { return ledger.skip(.note) }
      return reject(record, at.amount, "found no amount")
    }
    if cells.count == 1 { return ledger.skip(.note) }
    reject(record, at.amount, "found \(shown(record, at.amount)), expected an amount")
  }

  /// A cell as it may be shown: a row out of step may have a name where an amount belongs.
  private func shown(_ record: Record, _ column: Int) -> String {
    let text = CellText.trimmed(record.string(at: column))
    if text.isEmpty { return "nothing" }
    let letters = text.utf8.count { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
    return letters > 3 && !text.hasPrefix("#") || text.utf8.count > 30 ? "words" : "'\(text)'"
  }

  /// Refuses a row; of its text only amounts and days are kept, as the rest may name a person.
  private mutating func reject(_ record: Record, _ column: Int, _ reason: String) {
    ledger.reject()
    let kept = Set(at.shown.filter { $0 >= 0 })
    let cells = (0..<record.count).map { index in
      if record.isEmpty(at: index) { return "" }
      guard kept.contains(index) else { return "…" }
      let text = shown(record, index)
      return text == "words" ? "…" : String(text.dropFirst().dropLast())
    }
    batch.rejects.append(
      Reject(
        line: record.line, field: column + 1, reason: reason, raw: cells.joined(separator: ",")))
  }
}
