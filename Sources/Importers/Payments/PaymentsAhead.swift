import Dispatch
import Evidence
import Store

/// What is ready to be stored of a file of payments since the piece before.
struct LaidPayments: Sendable {
  /// Names that are not in the database yet.
  var names: [PaymentNames.Fresh] = []
  var rejects: [Reject] = []
  /// Rows that are laid out.
  var pieces: [StagedPiece] = []
  /// Stands in the last only.
  var ending: Ending?

  enum Ending: Sendable {
    case finished(PaymentEnd)
    case failed(any Error)
  }
}

/// Lays out the payments of a file on a thread of its own, ahead of who stores them.
final class PaymentsAhead: Sendable {
  /// Storing a piece takes as long as laying out many batches: so many may wait.
  private static let length = 32

  private let laid = HandOver<LaidPayments>(length: length)

  /// Begins to read and to lay out.
  init(_ file: PaymentFile, _ tables: PaymentTables, _ writer: StageWriter) {
    DispatchQueue(label: "placewise.payments", qos: .userInitiated).async { [self] in
      let read = file.read()
      defer { read.cancel() }
      var tables = tables
      var isWanted = true
      while isWanted {
        let next = Self.layOut(read.next(), &tables, writer)
        isWanted = next.ending == nil
        isWanted = laid.send(next) && isWanted
      }
    }
  }

  /// Waits for what is to be stored next.
  func next() -> LaidPayments { laid.next() }

  /// Says that nothing more is wanted.
  func cancel() { laid.cancel() }

  private static func layOut(
    _ piece: PaymentPiece, _ tables: inout PaymentTables, _ writer: StageWriter
  ) -> LaidPayments {
    tables.take(piece.batch)
    var laid = LaidPayments(names: tables.takeFresh(), rejects: piece.batch.rejects)
    switch piece.ending {
    case .finished(let end): laid.ending = .finished(end)
    case .failed(let error): laid.ending = .failed(error)
    case nil: break
    }
    do throws(StoreError) {
      laid.pieces = try layOut(&tables, writer, isLast: piece.ending != nil)
    } catch {
      laid.ending = .failed(error)
    }
    return laid
  }

  /// Lays the payments of a batch out as rows of the table; pieces that are full are given back.
  private static func layOut(
    _ tables: inout PaymentTables, _ writer: StageWriter, isLast: Bool
  ) throws(StoreError) -> [StagedPiece] {
    let full = tables
    let (next, pieces) = try writer.write { staged throws(StoreError) in
      var tables = full
      try tables.layOut(into: &staged)
      if isLast { try staged.finish() }
      var pieces: [StagedPiece] = []
      while let piece = staged.takePiece() { pieces.append(piece) }
      return (tables, pieces)
    }
    tables = next
    return pieces
  }
}
