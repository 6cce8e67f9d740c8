import Dispatch
import Evidence
import FoundationEssentials
import Places
import Store
import Tabular

/// A file of payments that is read row by row, in memory that does not grow with it.
public struct PaymentFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// Length in bytes.
  public let bytes: Int
  /// For each role: which column, why, and how sure.
  public var roles: [String] { plan.roles }

  private let plan: PaymentPlan
  private let context: ImportContext
  private let dialect: Dialect

  /// Looks at the beginning of a file, and at its last rows.
  ///
  /// Nil where it is no regular file of at least `shortest` bytes, or not surely one of payments; it
  /// is then for `FileReading` to judge.
  public init?(
    _ path: String, register: Register, options: ImportOptions = ImportOptions(),
    dialect: Dialect? = nil, shortest: Int = TidyFile.shortest
  ) {
    guard let size = TidyFile.size(ofFile: path), size >= shortest,
      options.layout == nil || options.layout == PaymentsLayout().id
    else { return nil }
    var chosen = dialect ?? Dialect()
    if dialect == nil {
      guard let sniffed = try? Dialect.sniff(.file(path)) else { return nil }
      if sniffed.isFounded { chosen = sniffed.dialect }
    }
    guard let sheet = Self.beginning(of: path, chosen),
      let layout = try? Layouts.recognise(sheet), layout is PaymentsLayout,
      let plan = try? PaymentPlan(sheet.rows, named: options.columns),
      plan.columns[.amount] != nil
    else { return nil }
    self.path = path
    bytes = size
    self.plan = plan
    self.dialect = chosen
    context = ImportContext(register: register, options: options)
  }

  /// The first rows with something in them.
  private static func beginning(of path: String, _ dialect: Dialect) -> Table? {
    guard var reader = try? CSVReader(.file(path), dialect: dialect) else { return nil }
    var record = Record()
    var rows: [Row] = []
    while rows.count < PaymentPlan.sampleRows, (try? reader.next(&record)) == true {
      let row = Row(line: record.line, fields: record.strings)
      if !PaymentHeader.isBlank(row) { rows.append(row) }
    }
    return Table(rows: rows, encoding: reader.encoding)
  }

  /// SHA-256 of the bytes in hexadecimal, or nil where they cannot be read.
  public func sha256() -> String? { try? SHA256.hex(ofFile: path) }

  /// How many rejects a look gives back.
  private static let mostRejects = 1000

  /// What the file holds, without its payments: the ledger, what they add up to, what is to be said.
  ///
  /// - Throws: `ImportError` where the file is refused.
  public func look() throws(ImportError) -> Extract {
    var rejects: [Reject] = []
    var reader = PaymentReader(PaymentRows(plan, context, addingUp: true), path: path)
    _ = try reader.read(.file(path), dialect) { batch in
      if rejects.count < Self.mostRejects { rejects += batch.rejects }
      return true
    }
    var rows = reader.rows
    rows.ledger.skip(.blank, rows: reader.blankLines)
    var extract = Extract()
    extract.ledger = rows.ledger
    extract.rejects = rejects + rows.takeBatch().rejects
    extract.notes = reader.notes + rows.notes
    extract.payments = PaymentExtract(rows, plan, batches: [])
    return extract
  }

  /// Starts reading on a thread of its own.
  func read(_ tables: PaymentTables, into writer: StageWriter) -> HandOver<PaymentPiece> {
    let queue = HandOver<PaymentPiece>(length: 6)
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        try writer.write { staged in try readAll(&staged, tables, queue) }
      } catch {
        var last = PaymentPiece()
        last.ending = .failed(error)
        _ = queue.send(last)
      }
    }
    return queue
  }

  private func readAll(
    _ staged: inout StagedRows, _ tables: PaymentTables, _ queue: HandOver<PaymentPiece>
  ) throws {
    var tables = tables
    let seen = DigestOfPieces()
    let watched = ByteSource.file(path).watched { piece in seen.add(piece) }
    var rows = PaymentRows(plan, context)
    var reader = try CSVReader(watched, dialect: dialect)
    var record = Record()
    do throws(CSVError) {
      while try reader.next(&record) {
        rows.read(record)
        guard rows.batch.rows.count >= PaymentBatch.size || rows.batch.rejects.count >= 64 else {
          continue
        }
        do {
          if let piece = try Self.layOut(rows.takeBatch(), &tables, &staged) {
            guard queue.send(piece) else { return }
          }
        } catch {
          var last = PaymentPiece()
          last.ending = .failed(error)
          _ = queue.send(last)
          return
        }
      }
    } catch {
      throw ImportError(
        .malformed, path: path, line: error.line, column: error.column, error.description)
    }
    let blanks = reader.diagnosticCounts[.blankLine] ?? 0
    if blanks > 0 { rows.ledger.skip(.blank, rows: blanks) }
    if let piece = try Self.layOut(rows.takeBatch(), &tables, &staged), !queue.send(piece) {
      return
    }
    try staged.finish()
    while let piece = staged.takePiece() {
      var next = PaymentPiece()
      next.piece = piece
      guard queue.send(next) else { return }
    }
    var last = PaymentPiece()
    let (sha256, bytes) = seen.finish()
    last.ending = .finished(
      PaymentEnd(
        ledger: rows.ledger, notes: FileReading.notes(reader.diagnostics) + rows.notes,
        summary: rows.finished, sha256: sha256, bytes: bytes))
    _ = queue.send(last)
  }

  /// Lays a batch out as rows of the table; what must be handed over, or nil for nothing.
  private static func layOut(
    _ batch: PaymentBatch, _ tables: inout PaymentTables, _ staged: inout StagedRows
  ) throws -> PaymentPiece? {
    tables.take(batch)
    while tables.hasNext {
      tables.fill(&staged.row)
      try staged.append()
    }
    var piece = PaymentPiece()
    piece.fresh = tables.takeFresh()
    piece.rejects = batch.rejects
    piece.piece = staged.takePiece()
    let isEmpty = piece.piece == nil && piece.fresh.isEmpty && piece.rejects.isEmpty
    return isEmpty ? nil : piece
  }
}

/// What was read of a file of payments since the piece before.
struct PaymentPiece: Sendable {
  /// Names that are new.
  var fresh: [PaymentNames.Fresh] = []
  /// Payments that are ready to be stored.
  var piece: StagedPiece?
  var rejects: [Reject] = []
  /// Stands in the last piece only.
  var ending: Ending?

  enum Ending: Sendable {
    case finished(PaymentEnd)
    case failed(any Error)
  }
}
