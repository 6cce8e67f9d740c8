import Evidence

/// The values of one indicator in little memory: what repeats is kept once, what no value of a
/// place has is not kept at all.
///
/// A value takes about 40 bytes instead of 150, and there are half a million.
public struct PackedValues: Sendable {
  /// The values of one place, which stand one after the other.
  private struct Series {
    let place: String
    /// The first of its marks, and how many there are.
    let first: Int32
    let count: Int32
    /// The first of its numbers, and which of the six each value has, as bits.
    let firstNumber: Int32
    let held: UInt8
  }

  /// All of a value but its numbers; texts and periods are numbers of lists.
  private struct Mark {
    var period: UInt16
    var status: UInt16
    var compared: UInt16
    var trend: UInt16
    var note: UInt32
    var fifth: UInt8
  }

  /// The indicator's id.
  public let indicator: String
  private var series: [Series] = []
  private var marks: [Mark] = []
  private var numbers: [Double] = []
  private var periodList = Numbered<Period>()
  private var wordList = Numbered<String>()

  /// Packs the values of one indicator: for each place those of its periods, in their order.
  public init(_ indicator: String, _ all: [[IndicatorValue]] = []) {
    self.indicator = indicator
    _ = wordList.number(of: "")
    series.reserveCapacity(all.count)
    marks.reserveCapacity(all.reduce(0) { $0 + $1.count })
    numbers.reserveCapacity(all.reduce(0) { $0 + $1.count * Self.held($1).nonzeroBitCount })
    for one in all { append(one) }
  }

  /// The number of values.
  public var count: Int { marks.count }

  /// The positions of the places that have values, in the order in which they were appended.
  public var positions: Range<Int> { series.indices }

  /// The code of the place at a position.
  public func place(at position: Int) -> String { series[position].place }

  /// The periods by their numbers in rows.
  public var periods: [Period] { periodList.all }

  /// Words of comparison and trend and notes by their numbers in rows; the first is `""`.
  public var words: [String] { wordList.all }

  /// A value with its texts as numbers of lists, for who writes very many.
  public struct Row: Sendable {
    /// The number of its period.
    public let period: Int
    /// What must be said.
    public let status: Status
    /// The numbers of the words that it is compared with and of its trend, and of its note.
    public let compared, trend, note: Int
    /// The fifth that it falls in; 0 where none.
    public let fifth: Int
    /// The value, its limits, the numerator, the denominator and the coverage.
    public let numbers: SparseNumbers<6>
  }

  /// How many values the place at a position has.
  public func count(at position: Int) -> Int { Int(series[position].count) }

  /// A value of the place at a position; they are in order of period.
  public func row(_ index: Int, at position: Int) -> Row {
    let one = series[position]
    let mark = marks[Int(one.first) + index]
    return Row(
      period: Int(mark.period), status: Status(rawValue: mark.status),
      compared: Int(mark.compared), trend: Int(mark.trend), note: Int(mark.note),
      fifth: Int(mark.fifth), numbers: numbers(one, index))
  }

  private func numbers(_ one: Series, _ index: Int) -> SparseNumbers<6> {
    var found = SparseNumbers<6>()
    var at = firstNumber(one, index)
    for part in 0..<SparseNumbers<6>.count where one.held & (1 << part) != 0 {
      found[part] = numbers[at]
      at += 1
    }
    return found
  }

  /// Appends the values of a place, in order of period.
  mutating func append(_ values: [IndicatorValue]) {
    guard let first = values.first else { return }
    let held = Self.held(values)
    series.append(
      Series(
        place: first.place, first: Int32(marks.count), count: Int32(values.count),
        firstNumber: Int32(numbers.count), held: held))
    for value in values {
      marks.append(
        Mark(
          period: UInt16(periodList.number(of: value.period)), status: value.status.rawValue,
          compared: UInt16(wordList.number(of: value.compared)),
          trend: UInt16(wordList.number(of: value.trend)),
          note: UInt32(wordList.number(of: value.note)), fifth: UInt8(value.quintile ?? 0)))
      for part in 0..<SparseNumbers<6>.count where held & (1 << part) != 0 {
        numbers.append(value.numbers[part] ?? .nan)
      }
    }
  }

  /// Which of the six numbers some value of a series has, as bits.
  private static func held(_ values: [IndicatorValue]) -> UInt8 {
    var held: UInt8 = 0
    for value in values {
      for part in 0..<SparseNumbers<6>.count where value.numbers[part] != nil {
        held |= 1 << part
      }
    }
    return held
  }

  /// The values of the place at a position, in order of period.
  func series(at position: Int) -> [IndicatorValue] {
    let one = series[position]
    return (0..<Int(one.count)).map { value(one, $0) }
  }

  /// The latest value of the place at a position for which a condition holds.
  func last(
    at position: Int, where isWanted: (Period, Status, _ value: Double?) -> Bool
  ) -> IndicatorValue? {
    let one = series[position]
    for index in (0..<Int(one.count)).reversed() {
      let mark = marks[Int(one.first) + index]
      // The value itself is the first of the numbers that are held.
      let number = one.held & 1 == 0 ? .nan : numbers[firstNumber(one, index)]
      if isWanted(
        periodList.all[Int(mark.period)], Status(rawValue: mark.status), number.isNaN ? nil : number
      ) {
        return value(one, index)
      }
    }
    return nil
  }

  private func firstNumber(_ one: Series, _ index: Int) -> Int {
    Int(one.firstNumber) + index * one.held.nonzeroBitCount
  }

  private func value(_ one: Series, _ index: Int) -> IndicatorValue {
    let mark = marks[Int(one.first) + index]
    var found = IndicatorValue(
      place: one.place, period: periodList.all[Int(mark.period)], indicator: indicator, value: nil,
      status: Status(rawValue: mark.status))
    found.numbers = numbers(one, index)
    found.compared = wordList.all[Int(mark.compared)]
    found.trend = wordList.all[Int(mark.trend)]
    found.note = wordList.all[Int(mark.note)]
    found.quintile = Int(mark.fifth)
    return found
  }
}

/// A list without doubles, whose elements are found by their number.
struct Numbered<Element: Hashable & Sendable>: Sendable {
  private(set) var all: [Element] = []
  private var numbers: [Element: Int] = [:]
  private var last = 0

  /// The number of an element, which is kept where it is new.
  mutating func number(of element: Element) -> Int {
    if last < all.count, all[last] == element { return last }
    if let known = numbers[element] {
      last = known
      return known
    }
    last = all.count
    numbers[element] = last
    all.append(element)
    return last
  }
}
