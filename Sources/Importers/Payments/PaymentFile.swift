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
  /// Told, on any thread, how many bytes more were read.
  public var onRead: (@Sendable (Int) -> Void)?
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
    guard let size = RegularFile.size(path), size >= shortest,
      options.layout == nil || options.layout == PaymentsLayout().id
    else { return nil }
    var chosen = dialect ?? Dialect()
    if dialect == nil {
      guard let sniffed = try? Dialect.sniff(.file(path)) else { return nil }
      if sniffed.isFounded { chosen = sniffed.dialect }
    }
    guard let sheet = Self.beginning(of: path, chosen),
      Layouts.match(sheet, before: PaymentsLayout().id) == nil,
      let plan = PaymentPlan.recognised(sheet, named: options.columns),
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
  /// With `onlySums` the notes, the fingerprint and the count of withheld suppliers are not complete.
  /// - Throws: `ImportError` where the file is refused.
  public func look(onlySums: Bool = false) throws(ImportError) -> Extract {
    var rejects: [Reject] = []
    let wants = onlySums ? PaymentRows.Wants.sums : .paymentsAndSums
    var reader = PaymentReader(PaymentRows(plan, context, wants: wants), path: path)
    let watched = ByteSource.file(path).watched { [onRead] piece in onRead?(piece.count) }
    _ = try reader.read(watched, dialect) { batch in
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
  func read() -> HandOver<PaymentPiece> {
    let queue = HandOver<PaymentPiece>(length: 6)
    DispatchQueue.global(qos: .userInitiated).async {
      do throws(ImportError) {
        try readAll(queue)
      } catch {
        _ = queue.send(PaymentPiece(batch: PaymentBatch(), ending: .failed(error)))
      }
    }
    return queue
  }

  private func readAll(_ queue: HandOver<PaymentPiece>) throws(ImportError) {
    let seen = PassingDigest()
    let watched = ByteSource.file(path).watched { [onRead] piece in
      seen.add(piece)
      onRead?(piece.count)
    }
    var reader = PaymentReader(PaymentRows(plan, context), path: path)
    let isWanted = try reader.read(watched, dialect) { batch in
      queue.send(PaymentPiece(batch: batch))
    }
    guard isWanted else { return }
    var rows = reader.rows
    rows.ledger.skip(.blank, rows: reader.blankLines)
    let (sha256, bytes) = seen.finish()
    let batch = rows.takeBatch()
    let end = PaymentEnd(
      ledger: rows.ledger, notes: reader.notes + rows.notes, summary: rows.finished,
      sha256: sha256, bytes: bytes)
    _ = queue.send(PaymentPiece(batch: batch, ending: .finished(end)))
  }
}

/// What was read of a file of payments since the piece before.
struct PaymentPiece: Sendable {
  let batch: PaymentBatch
  /// Stands in the last piece only.
  var ending: Ending?

  enum Ending: Sendable {
    case finished(PaymentEnd)
    case failed(ImportError)
  }
}
