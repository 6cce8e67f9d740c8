import Evidence
import Places

extension Extract {
  /// Notes figures that stand twice under the same place, period and measure; the last one counts.
  mutating func noteRepeats() {
    var keys = FigureKeys(expecting: observations.count)
    var findings = Findings()
    for (index, figure) in observations.enumerated() {
      if keys.insert(figure, at: index) != nil { findings.addRepeated(figure) }
    }
    notes += findings.notes
  }
}

/// Which figures a large file has given already: a bit for each place, measure by measure and period
/// by period.
///
/// It takes some hundred bytes for each measure and period; files with more of these than it has
/// room for are looked at as far as they fit.
struct RepeatedFigures {
  private static let mostWords = 8 << 20

  private let words: Int
  private var bits: [UInt64] = []
  /// Where the bits of a measure's period begin; -1 for nowhere yet.
  private var starts: [[Int32]] = []
  /// How many there are of these.
  private var cells = 0
  private(set) var findings = Findings()

  /// Makes room for this many different places.
  init(places: Int) { words = (places + 63) / 64 }

  /// Keeps a figure by the numbers of its place, period and measure; true where it stood before.
  mutating func insert(place: Int, period: Int, measure: Int) -> Bool {
    while starts.count <= measure { starts.append([]) }
    let lacking = period + 1 - starts[measure].count
    if lacking > 0 {
      guard cells + lacking <= Self.mostWords else { return false }
      cells += lacking
      starts[measure].append(contentsOf: repeatElement(-1, count: lacking))
    }
    if starts[measure][period] < 0 {
      guard bits.count < Self.mostWords else { return false }
      starts[measure][period] = Int32(bits.count)
      bits.append(contentsOf: repeatElement(0, count: words))
    }
    guard place < words * 64 else { return false }
    let word = Int(starts[measure][period]) + place / 64
    let bit: UInt64 = 1 << (place % 64)
    defer { bits[word] |= bit }
    return bits[word] & bit != 0
  }

  /// Counts a figure that stood before, and names the first few.
  mutating func add(_ figure: Observation) { findings.addRepeated(figure) }
}

/// Numbers from 0 for things that come again under other names.
struct DistinctNumbers<Element: Hashable & Sendable>: Sendable {
  private var numbers: [Element: Int] = [:]
  private var list: [Int] = []

  /// Takes what the next name means.
  mutating func append(_ element: Element) {
    let number = numbers[element] ?? numbers.count
    numbers[element] = number
    list.append(number)
  }

  /// The number of what a name means.
  subscript(_ name: Int) -> Int { list[name] }
}

extension Findings {
  fileprivate mutating func addRepeated(_ figure: Observation) {
    add(.twice, figure, "stands on an earlier line as well; the last line counts")
  }
}
