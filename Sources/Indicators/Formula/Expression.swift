import Evidence

/// A formula of the catalogue, understood.
public indirect enum Expression: Hashable, Sendable {
  /// A number.
  case number(Double)
  /// A measure's figure; an id ending in or holding `*` is the sum of all that fit.
  case measure(String)
  /// The sum of two.
  case sum(Expression, Expression)
  /// The difference of two.
  case difference(Expression, Expression)
  /// The product of two.
  case product(Expression, Expression)
  /// The quotient of two, which keeps its numerator and denominator.
  case quotient(Expression, Expression)
  /// So much for every `units` of the denominator: `x per 1000 population.children`.
  case rate(Expression, units: Double, of: Expression)
  /// In the prices of the base year.
  case real(Expression)
  /// The change in per cent since a base.
  case change(Expression, since: Base)
  /// The share in per cent of spending at some levels of prevention under a scheme.
  case share([String], scheme: String, service: String)
  /// Summed over bodies of a kind that serve the place, instead of over its councils.
  case bodies(String, Expression)
  /// Summed over members: what a group of places always does, said for the reader.
  case members(Expression)

  /// From when a change is measured.
  public enum Base: Hashable, Sendable {
    /// So many years before each period.
    case years(Int)
    /// One financial year for all periods.
    case period(Period)
  }
}
