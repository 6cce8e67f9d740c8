import Glibc
import Statistics

/// What a crisis service would cost if nothing changed: people × rate × real unit cost.
///
/// Ranges of the three are joined as if they erred apart from each other: on the logarithmic scale
/// the half-widths are added as squares. Spending is never carried on by itself.
public struct DoNothing: Hashable, Sendable {
  /// A year ahead.
  public struct Year: Hashable, Sendable {
    /// How many years after the latest figures.
    public let horizon: Int
    /// People it is there for.
    public let people: Double
    /// Users for each person.
    public let rate: Double
    /// Real cost of each user.
    public let cost: Double
    /// Four times of five.
    public let inner: Interval
    /// Nineteen times of twenty.
    public let outer: Interval
    /// True where a part is a scenario or an assumption: not a forecast.
    public let isScenario: Bool

    /// Users.
    public var users: Double { people * rate }
    /// Real spending.
    public var spending: Double { people * rate * cost }
  }

  /// Year 0: the latest figures.
  public let now: Year
  /// Years 1 to 10.
  public let years: [Year]

  /// After so many years everything is a scenario.
  public static let firmYears = 5

  /// Joins three paths; the rate is users for each person.
  public init(people: PlanPath, rate: PlanPath, cost: PlanPath) {
    let spending = people.now * rate.now * cost.now
    now = Year(
      horizon: 0, people: people.now, rate: rate.now, cost: cost.now,
      inner: Interval(lower: spending, upper: spending),
      outer: Interval(lower: spending, upper: spending), isScenario: false)
    let count = min(people.years.count, rate.years.count, cost.years.count)
    years = (0..<count).map { index in
      let parts = [people.years[index], rate.years[index], cost.years[index]]
      let value = parts.reduce(1) { $0 * $1.value }
      return Year(
        horizon: index + 1, people: parts[0].value, rate: parts[1].value, cost: parts[2].value,
        inner: Self.joined(value, parts.map { ($0.value, $0.inner) }),
        outer: Self.joined(value, parts.map { ($0.value, $0.outer) }),
        isScenario: index + 1 > Self.firmYears
          || parts.dropFirst().contains { $0.standing != .tested && $0.standing != .local })
    }
  }

  private static func joined(
    _ value: Double, _ parts: [(value: Double, range: Interval)]
  ) -> Interval {
    func width(_ end: (Interval) -> Double) -> Double {
      parts.reduce(0) { sum, part in
        guard part.value > 0, end(part.range) > 0 else { return sum }
        let logarithm = log(end(part.range) / part.value)
        return sum + logarithm * logarithm
      }.squareRoot()
    }
    return Interval(
      lower: value * exp(-width { $0.lower }), upper: value * exp(width { $0.upper }))
  }

  /// How much more a year costs than today.
  public func gap(_ horizon: Int) -> Double? {
    years.first { $0.horizon == horizon }.map { $0.spending - now.spending }
  }

  /// The part of the gap that more users make and the part that a higher price makes.
  ///
  /// Each at the average of today and then, so that the two add up to the gap.
  public func split(_ horizon: Int) -> (volume: Double, price: Double)? {
    years.first { $0.horizon == horizon }.map { year in
      (
        volume: (year.users - now.users) * (year.cost + now.cost) / 2,
        price: (year.cost - now.cost) * (year.users + now.users) / 2
      )
    }
  }
}
