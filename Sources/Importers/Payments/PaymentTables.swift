import Evidence
import Places
import Store

/// Gives the names in payments the numbers under which they stand in the database.
///
/// Names that are there are found again, so that a supplier of two files has one number; new ones
/// get the next numbers and are collected, to be written by the thread with the connection.
struct PaymentTables: Sendable {
  static let columns = [
    "source", "line", "body", "paid_on", "pence", "irrecoverable_vat", "supplier", "service",
    "category", "description", "reference", "redacted",
  ]

  private let source: Int
  private var bodies: PaymentNames
  private var suppliers: PaymentNames
  private var labels: PaymentNames
  /// The days as ISO text, one after the other, and where each ends.
  private var dayText: [UInt8] = []
  private var dayEnds = [0]
  private var next = 0
  private var batch = PaymentBatch()
  /// The identifier of the supplier of each row of the batch.
  private var supplierIDs: [Int32] = []

  init(_ connection: borrowing Connection, source: Int) throws(StoreError) {
    self.source = source
    bodies = try PaymentNames(connection, "payment_body")
    suppliers = try PaymentNames(connection, "payment_supplier")
    labels = try PaymentNames(connection, "payment_label")
  }

  /// Begins with a batch.
  mutating func take(_ batch: PaymentBatch) {
    self.batch = batch
    next = 0
    for day in batch.days {
      dayText += day
      dayEnds.append(dayText.count)
    }
    for body in batch.bodies { bodies.add(Array(body.name.utf8), place: body.place) }
    for name in batch.suppliers { suppliers.add(name) }
    for name in batch.labels { labels.add(name) }
    // There are too many for the processor's caches: looked up together, they are waited for once.
    supplierIDs.removeAll(keepingCapacity: true)
    for row in batch.rows {
      supplierIDs.append(row.supplier < 0 ? 0 : suppliers.ids[Int(row.supplier)])
    }
  }

  /// Names that are not in the database yet, once.
  mutating func takeFresh() -> [PaymentNames.Fresh] {
    bodies.takeFresh() + suppliers.takeFresh() + labels.takeFresh()
  }

  /// True where a payment of the batch is left.
  var hasNext: Bool { next < batch.rows.count }

  /// Sets the fields of the next payment.
  @inline(__always)
  mutating func fill(_ fields: inout RowBuffer) {
    let row = batch.rows[next]
    if row.supplier >= 0 { fields.set(Int64(supplierIDs[next]), at: 6) }
    next += 1
    fields.set(source, at: 0)
    fields.set(row.line, at: 1)
    fields.set(Int64(bodies.ids[Int(row.body)]), at: 2)
    if row.day >= 0 {
      let (start, end) = (dayEnds[Int(row.day)], dayEnds[Int(row.day) + 1])
      fields.set(text: dayText.span.extracting(start..<end), at: 3)
    }
    fields.set(row.pence, at: 4)
    if row.irrecoverable != Int64.min { fields.set(row.irrecoverable, at: 5) }
    if row.service >= 0 { fields.set(Int64(labels.ids[Int(row.service)]), at: 7) }
    if row.category >= 0 { fields.set(Int64(labels.ids[Int(row.category)]), at: 8) }
    var start = Int(row.textStart)
    if row.descriptionLength >= 0 {
      let end = start + Int(row.descriptionLength)
      fields.set(text: batch.bytes.span.extracting(start..<end), at: 9)
      start = end
    }
    if row.referenceLength >= 0 {
      let end = start + Int(row.referenceLength)
      fields.set(text: batch.bytes.span.extracting(start..<end), at: 10)
    }
    fields.set(row.isRedacted ? 1 : 0, at: 11)
  }

  /// Lays the payments of the batch out as rows of the table.
  mutating func layOut(into staged: inout StagedRows) throws(StoreError) {
    while hasNext {
      fill(&staged.row)
      try staged.append()
    }
  }
}

/// The names of one table: the numbers of those that a file brings, in the order in which it does.
struct PaymentNames: Sendable {
  /// A name that is not in the database yet.
  struct Fresh: Sendable {
    let table: String
    let id: Int
    let name: [UInt8]
    let place: String?
  }

  /// The identifier of each name of the file.
  private(set) var ids: [Int32] = []

  private let table: String
  private var known = ByteInterner()
  private var knownIDs: [Int32] = []
  private var fresh: [Fresh] = []
  private var next = 1

  init(_ connection: borrowing Connection, _ table: String) throws(StoreError) {
    self.table = table
    let rows = try connection.prepare("SELECT id, name FROM \(table) ORDER BY id")
    while try rows.step() {
      let name = Array(rows.text(1).utf8)
      if known.find(name.span) == nil {
        _ = known.keep(name.span)
        knownIDs.append(Int32(clamping: rows.int(0)))
      }
      next = rows.int(0) + 1
    }
  }

  /// Takes a name of the file.
  mutating func add(_ name: [UInt8], place: String? = nil) {
    if !knownIDs.isEmpty, let found = known.find(name.span), found < knownIDs.count {
      ids.append(knownIDs[found])
      return
    }
    // A name comes once from each file: only those of other files need be found again.
    fresh.append(Fresh(table: table, id: next, name: name, place: place))
    ids.append(Int32(clamping: next))
    next += 1
  }

  mutating func takeFresh() -> [Fresh] {
    defer { fresh = [] }
    return fresh
  }

  /// Writes names to the database.
  static func write(_ fresh: [Fresh], _ connection: borrowing Connection) throws(StoreError) {
    for table in ["payment_body", "payment_supplier", "payment_label"] {
      guard fresh.contains(where: { $0.table == table }) else { continue }
      let hasPlace = table == "payment_body"
      let insert = try connection.prepare(
        "INSERT INTO \(table) VALUES (?, ?\(hasPlace ? ", ?" : ""))")
      for name in fresh where name.table == table {
        try insert.bind(name.id, at: 1)
        try insert.bindText(name.name.span, at: 2)
        if hasPlace { try insert.bind(name.place, at: 3) }
        try insert.run()
      }
    }
  }
}
