import Tabular

/// What days in plain spelling mean: `01/04/2024` and `2024-04-01` are found by their digits.
///
/// Thousands of days stand in a file in no order; a look at one place of a list is all that each
/// takes. Which part is the day and which the month does not matter here: one spelling has one key.
struct PlainDays {
  /// A spelling whose meaning is not known yet, or that is not plain.
  static let unknown = Int32.min

  /// The first and the last year of plain spellings: sixty-four.
  private static let years = 1984...2047
  private static let size = 2 * 64 * 32 * 32

  /// The meaning of each key; empty until the first is kept.
  private var meanings: [Int32] = []
  private var found: [Int32] = []

  /// Looks for the cells of all records of a run; false where the first is not plain.
  mutating func lookUp(
    _ records: inout MutableSpan<Record>, _ count: Int, _ column: Int
  ) -> Bool {
    found.removeAll(keepingCapacity: true)
    guard count > 0, column >= 0, Self.key(&records[0], column) >= 0 else { return false }
    for index in 0..<count {
      let key = Self.key(&records[index], column)
      found.append(key < 0 || meanings.isEmpty ? Self.unknown : meanings[key])
    }
    return true
  }

  /// What the cell of a record of the run means, or `unknown`.
  subscript(_ index: Int) -> Int32 {
    @inline(__always) get { found[index] }
  }

  /// Keeps what a spelling means, where it is plain.
  mutating func keep(_ text: Span<UInt8>, _ meaning: Int32) {
    let key = Self.key(text)
    guard key >= 0 else { return }
    if meanings.isEmpty { meanings = Array(repeating: Self.unknown, count: Self.size) }
    meanings[key] = meaning
  }

  /// Taken as it stands in the run, as a copy would count references.
  @inline(__always)
  private static func key(_ record: inout Record, _ column: Int) -> Int {
    record.withField(at: column) { key($0) }
  }

  /// A number that no other plain spelling has; -1 for what is not plain.
  @inline(__always)
  static func key(_ text: Span<UInt8>) -> Int {
    guard text.count == 10 else { return -1 }
    let slash = UInt8(ascii: "/")
    let hyphen = UInt8(ascii: "-")
    let (year, first, second, shape): (Int, Int, Int, Int)
    if text[2] == slash, text[5] == slash {
      year = pair(text, 6) &* 100 &+ pair(text, 8)
      (first, second, shape) = (pair(text, 0), pair(text, 3), 0)
    } else if text[4] == hyphen, text[7] == hyphen {
      year = pair(text, 0) &* 100 &+ pair(text, 2)
      (first, second, shape) = (pair(text, 8), pair(text, 5), 1)
    } else {
      return -1
    }
    guard years.contains(year), first < 32, second < 32 else { return -1 }
    return ((shape &* 64 &+ year &- years.lowerBound) &* 32 &+ second) &* 32 &+ first
  }

  /// A number of two digits; far too large for anything else.
  @inline(__always)
  private static func pair(_ text: Span<UInt8>, _ index: Int) -> Int {
    let (tens, ones) = (text[index] &- 0x30, text[index &+ 1] &- 0x30)
    return tens > 9 || ones > 9 ? 1_000_000 : Int(tens) &* 10 &+ Int(ones)
  }
}
