import Glibc

/// The scale on which a series is taken to follow a straight line.
public enum TrendScale: String, Sendable, Hashable, CaseIterable {
  /// The values as they are.
  case linear
  /// Logarithms: change by a constant percentage. For values above 0.
  case log
  /// Log-odds: for shares strictly between 0 and 1.
  case logit

  /// The value on the scale; nil outside its domain.
  public func apply(_ value: Double) -> Double? {
    switch self {
    case .linear: value.isFinite ? value : nil
    case .log: value > 0 && value.isFinite ? Glibc.log(value) : nil
    case .logit: value > 0 && value < 1 ? Glibc.log(value) - log1p(-value) : nil
    }
  }

  /// The value that `apply` takes to `position`.
  public func undo(_ position: Double) -> Double {
    switch self {
    case .linear: position
    case .log: exp(position)
    case .logit: position < 0 ? exp(position) / (1 + exp(position)) : 1 / (1 + exp(-position))
    }
  }
}
