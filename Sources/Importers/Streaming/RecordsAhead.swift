import Dispatch
import Evidence
import Store
import Tabular

/// Some records of a file, one after the other.
struct RecordRun: Sendable {
  /// The records, of which the first `count` count.
  var records: [Record]
  var count = 0
  /// Stands in the last run only.
  var ending: Ending?

  /// How a file ended.
  enum Ending: Sendable {
    /// Behind its last record, with what the reader had to say.
    case finished(notes: [Note], encoding: TextEncoding, blankLines: Int)
    /// At what is malformed.
    case failed(CSVError)
  }

  /// How many bytes the records have.
  private var bytes = 0
  /// So many are enough, however few the records.
  private static let mostBytes = 1 << 20

  init(size: Int) { records = Array(repeating: Record(), count: size) }

  /// Reads into the records; how the file ended where it has no more of them.
  fileprivate mutating func fill(from reader: inout CSVReader) -> Ending? {
    // Very long records leave their room behind.
    if bytes > Self.mostBytes { records = Array(repeating: Record(), count: records.count) }
    var (read, length) = (0, 0)
    defer { (count, bytes) = (read, length) }
    // Changed in place: whether anybody else holds the records is asked once.
    var room = records.mutableSpan
    do throws(CSVError) {
      while read < room.count, length <= Self.mostBytes {
        guard try reader.next(&room[read]) else {
          return .finished(
            notes: FileReading.notes(reader.diagnostics), encoding: reader.encoding,
            blankLines: reader.diagnosticCounts[.blankLine] ?? 0)
        }
        length &+= room[read].textLength
        read &+= 1
      }
      return nil
    } catch {
      // What stands before the fault is not lost.
      return .failed(error)
    }
  }
}

/// Reads the records of a file on a thread of its own, a few runs ahead of who works on them.
///
/// The runs are used again and again, so that reading allocates nothing.
final class RecordsAhead: Sendable {
  /// So many that neither waits for the other: to be woken takes longer than to read a run.
  private static let runs = 8
  private static let size = 512

  private let full: HandOver<RecordRun>
  private let spare: HandOver<RecordRun>

  /// Begins to read; `isAlone` says that no other thread needs a processor meanwhile.
  init(_ source: ByteSource, _ dialect: Dialect, isAlone: Bool) {
    let looks = isAlone ? 1000 : 0
    full = HandOver(length: Self.runs, looks: looks)
    spare = HandOver(length: Self.runs + 1, looks: looks)
    for _ in 0..<Self.runs { _ = spare.send(RecordRun(size: Self.size)) }
    // A queue of its own has a thread however busy the others are.
    DispatchQueue(label: "placewise.records", qos: .userInitiated).async { [self] in
      readAll(source, dialect)
    }
  }

  /// Waits for the next run.
  func next() -> RecordRun { full.next() }

  /// Gives a run back, to be read into again.
  func giveBack(_ run: consuming RecordRun) { _ = spare.send(run) }

  /// Says that nothing more is wanted.
  func cancel() {
    full.cancel()
    _ = spare.send(RecordRun(size: 0))
  }

  private func readAll(_ source: ByteSource, _ dialect: Dialect) {
    do throws(CSVError) {
      var reader = try CSVReader(source, dialect: dialect)
      var isWanted = true
      while isWanted { isWanted = readRun(&reader) }
    } catch {
      var last = RecordRun(size: 0)
      last.ending = .failed(error)
      _ = full.send(last)
    }
  }

  /// Reads and hands over a run; false where it was the last or nobody wants more.
  private func readRun(_ reader: inout CSVReader) -> Bool {
    var run = spare.next()
    guard !run.records.isEmpty else { return false }
    let ending = run.fill(from: &reader)
    run.ending = ending
    return full.send(run) && ending == nil
  }
}
