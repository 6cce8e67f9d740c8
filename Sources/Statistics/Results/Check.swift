/// The questions every method asks of its input before it computes.
enum Check {
  /// The value, when it is there and finite.
  static func finite(_ value: Double?, _ what: Quantity) throws(Blank) -> Double {
    guard let value else { throw .missing(what) }
    guard value.isFinite else { throw .notFinite(what) }
    return value
  }

  /// The value, when it is finite and not below 0.
  static func notNegative(_ value: Double?, _ what: Quantity) throws(Blank) -> Double {
    let number = try finite(value, what)
    guard number >= 0 else { throw .negative(what) }
    return number
  }

  /// The value, when it is finite and above 0.
  static func positive(_ value: Double?, _ what: Quantity) throws(Blank) -> Double {
    let number = try finite(value, what)
    guard number > 0 else { throw .notPositive(what) }
    return number
  }

  /// The value, when it lies in the range.
  static func within(
    _ range: ClosedRange<Double>, _ value: Double?, _ what: Quantity
  ) throws(Blank) -> Double {
    let number = try finite(value, what)
    guard range.contains(number) else { throw .outside(what, range) }
    return number
  }

  /// All values of a list, or the first that is missing or not finite, with its position.
  static func all(_ values: [Double?], _ what: Quantity) throws(Blank) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do throws(Blank) {
        numbers.append(try finite(value, what))
      } catch {
        throw .entry(index + 1, error)
      }
    }
    return numbers
  }

  /// All values of a list, each above 0 (or not below 0).
  static func all(
    _ values: [Double?], _ what: Quantity, above zero: Bool
  ) throws(Blank) -> [Double] {
    let numbers = try all(values, what)
    for (index, number) in numbers.enumerated() {
      if number < 0 { throw .entry(index + 1, .negative(what)) }
      if zero, number == 0 { throw .entry(index + 1, .notPositive(what)) }
    }
    return numbers
  }

  /// Refuses lists of different length.
  static func same(
    _ one: Int, _ other: Int, _ first: Quantity, _ second: Quantity
  ) throws(Blank) {
    guard one == other else { throw .lengths(first, second) }
  }

  /// Refuses a list with fewer values than the method needs.
  static func atLeast(_ needed: Int, _ found: Int, _ what: Quantity) throws(Blank) {
    guard found >= needed else { throw .tooFew(what, needed: needed, found: found) }
  }
}
