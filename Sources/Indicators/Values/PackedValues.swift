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
  private var periods = Numbered<Period>()
  private var words = Numbered<String>()

  /// Packs the values of one indicator: for each place those of its periods, in their order.
  public init(_ indicator: String, _ all: [[IndicatorValue]] = []) {
    self.indicator = indicator
    _ = words.number(of: "")
    series.reserveCapacity(all.count)
    marks.reserveCapacity(all.reduce(0) { $0 + $1.count })
    numbers.reserveCapacity(all.reduce(0) { $0 + $1.count * Self.held($1).nonzeroBitCount })
    for one in all { append(one) }
  }

  /// The places that have values, in the order in which they were appended.
  var places: [String] { series.map(\.place) }

  /// The number of values.
  var count: Int { marks.count }

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
          period: UInt16(periods.number(of: value.period)), status: value.status.rawValue,
          compared: UInt16(words.number(of: value.compared)),
          trend: UInt16(words.number(of: value.trend)),
          note: UInt32(words.number(of: value.note)), fifth: UInt8(value.quintile ?? 0)))
      for part in 0..<IndicatorValue.Numbers.count where held & (1 << part) != 0 {
        numbers.append(value.numbers[part])
      }
    }
  }

  /// Which of the six numbers some value of a series has, as bits.
  private static func held(_ values: [IndicatorValue]) -> UInt8 {
    var held: UInt8 = 0
    for value in values {
      for part in 0..<IndicatorValue.Numbers.count where !value.numbers[part].isNaN {
        held |= 1 << part
      }
    }
    return held
  }

  /// All values, by place in the order in which they were appended.
  var all: some Sequence<IndicatorValue> {
    series.lazy.flatMap { one in (0..<Int(one.count)).lazy.map { value(one, $0) } }
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
        periods.all[Int(mark.period)], Status(rawValue: mark.status), number.isNaN ? nil : number)
      {
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
      place: one.place, period: periods.all[Int(mark.period)], indicator: indicator, value: nil,
      status: Status(rawValue: mark.status))
    var at = firstNumber(one, index)
    for part in 0..<IndicatorValue.Numbers.count where one.held & (1 << part) != 0 {
      found.numbers[part] = numbers[at]
      at += 1
    }
    found.compared = words.all[Int(mark.compared)]
    found.trend = words.all[Int(mark.trend)]
    found.note = words.all[Int(mark.note)]
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
