import Store
import Tabular

/// The texts of one column of a run of records, looked for among those that were kept.
///
/// A loop that does one thing for many records lets the processor work on several of them at once.
struct FoundTexts {
  /// The `TextHash` of the text of each record.
  private(set) var hashes: [UInt64] = []
  private var numbers: [Int32] = []
  private var column = -1

  /// The number of the text of a record, or -1 where it was not kept.
  subscript(_ index: Int) -> Int32 {
    @inline(__always) get { column < 0 ? -1 : numbers[index] }
  }

  /// Begins with a run: takes the hash of each text.
  mutating func hash(_ records: inout MutableSpan<Record>, _ count: Int, _ column: Int) {
    self.column = column
    hashes.removeAll(keepingCapacity: true)
    guard column >= 0 else { return }
    for index in 0..<count { hashes.append(Self.hash(&records[index], column)) }
  }

  /// Looks for each text.
  mutating func find(_ records: inout MutableSpan<Record>, in texts: borrowing PaymentTexts) {
    numbers.removeAll(keepingCapacity: true)
    for index in hashes.indices {
      numbers.append(Self.find(&records[index], column, texts, hashes[index]))
    }
  }

  /// Taken as it stands in the run, as a copy would count references.
  @inline(__always)
  private static func hash(_ record: inout Record, _ column: Int) -> UInt64 {
    record.withField(at: column) { TextHash.of($0) }
  }

  @inline(__always)
  private static func find(
    _ record: inout Record, _ column: Int, _ texts: borrowing PaymentTexts, _ hash: UInt64
  ) -> Int32 {
    record.withField(at: column) { text in
      texts.find(text, hash).map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
  }
}
