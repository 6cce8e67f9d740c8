import Statistics

/// Finds the 95% limits of an indicator's figure by the rule of its catalogue row.
///
/// Published limits travel with a figure with which nothing was computed. Others come from its
/// numerator and denominator; where a group's rate was made anew from those of its members they
/// are computed even if the members' are published.
struct IntervalMaker {
  private let rule: IntervalRule
  private let isShare: Bool
  private let units: Double?

  init(_ indicator: Indicator) {
    rule = indicator.method
    isShare = indicator.unit == "%"
    units = indicator.expression.units
  }

  /// The limits; nil where the figure has none.
  func limits(of figure: Figure) -> Interval? {
    guard let value = figure.value, !figure.isPartial, rule != .none else { return nil }
    if let lower = figure.lower, let upper = figure.upper {
      return Interval(lower: lower, upper: upper)
    }
    guard let count = figure.numerator, let denominator = figure.denominator else { return nil }
    switch rule {
    case .none: return nil
    case .published:
      guard figure.isRecomputed else { return nil }
      let units = count > 0 ? value * denominator / count : nil
      return isShare ? wilson(count, denominator) : byar(count, denominator, units)
    case .wilson: return wilson(count, denominator)
    case .byar: return byar(count, denominator, units)
    }
  }

  private func wilson(_ count: Double, _ denominator: Double) -> Interval? {
    try? WilsonScore(multiplier: 100).estimate(count: count, of: denominator).interval
  }

  private func byar(_ count: Double, _ denominator: Double, _ units: Double?) -> Interval? {
    guard let units else { return nil }
    return try? CrudeRate(multiplier: units).estimate(count: count, denominator: denominator)
      .interval
  }
}

extension Expression {
  /// For how many of its denominator a quotient is, or nil where the formula is none.
  var units: Double? {
    switch self {
    case .rate(_, let units, _): units
    case .quotient: 1
    case .product(.number(let factor), let inner): inner.units.map { $0 * factor }
    case .members(let inner): inner.units
    default: nil
    }
  }
}
