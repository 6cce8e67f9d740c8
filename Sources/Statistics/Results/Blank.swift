/// Why a figure is not there.
///
/// Every method either returns a number or one of these, and a result that lacks only its limits
/// carries one beside the number. A blank belongs to one area: the others are computed all the
/// same. `description` is a plain sentence without a full stop, fit for a report or a CSV cell.
public indirect enum Blank: Error, Sendable, Hashable {
  /// A value that is needed is missing; it is never taken to be 0.
  case missing(Quantity)
  /// A value is NaN or infinite.
  case notFinite(Quantity)
  /// A value that cannot be below 0 is.
  case negative(Quantity)
  /// A value that must be above 0 is not.
  case notPositive(Quantity)
  /// A value that must be whole is not.
  case notWhole(Quantity)
  /// The first value is larger than the second, which bounds it.
  case exceeds(Quantity, Quantity)
  /// A value lies outside the range in which the method is defined.
  case outside(Quantity, ClosedRange<Double>)
  /// The confidence is not one the method is published with.
  case confidence
  /// Two lists that go together differ in length.
  case lengths(Quantity, Quantity)
  /// There are fewer values than the method needs.
  case tooFew(Quantity, needed: Int, found: Int)
  /// Times, ages or points are not in ascending order, or one is there twice.
  case notAscending(Quantity)
  /// The statistic has no value for these numbers, although each of them is sound.
  case undefined(String)
  /// The figure exists but rests on too few events to be published.
  case suppressed(below: Int)
  /// The population is too small for the method.
  case smallPopulation(Double, atLeast: Double)
  /// The interval is too wide for the value to be of use.
  case tooWide(limit: Double, unit: String)
  /// A cell is not what its column must hold.
  case unreadable(column: String, text: String, expected: String)
  /// One entry of a list is at fault; entries are counted from 1.
  case entry(Int, Blank)
  /// The projection did not pass its test.
  case refused(String)
}

extension Blank: CustomStringConvertible {
  /// The reason as a sentence without a full stop.
  public var description: String {
    switch self {
    case .missing(let what): "the \(what.rawValue) is missing"
    case .notFinite(let what): "the \(what.rawValue) is not a finite number"
    case .negative(let what): "the \(what.rawValue) is below 0"
    case .notPositive(let what): "the \(what.rawValue) is not above 0"
    case .notWhole(let what): "the \(what.rawValue) is not a whole number"
    case .exceeds(let what, let bound):
      "the \(what.rawValue) is larger than the \(bound.rawValue)"
    case .outside(let what, let range):
      "the \(what.rawValue) is not between \(NumberText.shortest(range.lowerBound)) and "
        + NumberText.shortest(range.upperBound)
    case .confidence: "the confidence is not between 0.9 and 1 or between 90 and 100 percent"
    case .lengths(let one, let other):
      "there is not one \(one.rawValue) for every \(other.rawValue)"
    case .notAscending(let what):
      "the \(what.rawValue) values do not ascend, or one is there twice"
    default: rarer
    }
  }

  private var rarer: String {
    switch self {
    case .tooFew(let what, let needed, let found):
      "the method needs \(needed) values (\(what.rawValue)) and there are \(found)"
    case .undefined(let why): why
    case .suppressed(let least): "fewer than \(least) events: not shown"
    case .smallPopulation(let found, let least):
      "the population of \(NumberText.shortest(found)) is not above "
        + "\(NumberText.shortest(least))"
    case .tooWide(let limit, let unit):
      "the interval is wider than \(NumberText.shortest(limit)) \(unit)"
    case .unreadable(let column, let text, let expected):
      "column \(column) holds \"\(text)\", not \(expected)"
    case .entry(let position, let reason): "entry \(position): \(reason)"
    case .refused(let why): why
    default: ""
    }
  }

  /// True when the figure exists and is withheld, not when it cannot be computed.
  public var isSuppression: Bool {
    switch self {
    case .suppressed, .tooWide, .smallPopulation: true
    case .entry(_, let reason): reason.isSuppression
    default: false
    }
  }
}
