/// How a place's value stands to a benchmark.
public enum BenchmarkStanding: String, Hashable, Sendable, CaseIterable {
  /// Better beyond chance.
  case better
  /// No different beyond chance, or equal as published.
  case similar
  /// Worse beyond chance.
  case worse
  /// Higher beyond chance, where neither side is good.
  case higher
  /// Lower beyond chance, where neither side is good.
  case lower
  /// Higher, without an interval to test it by.
  case higherUntested = "higher, not tested"
  /// Lower, without an interval to test it by.
  case lowerUntested = "lower, not tested"
  /// Not compared; the reason stands beside it.
  case none = ""

  /// True where chance was ruled out or not by an interval.
  public var isTested: Bool {
    switch self {
    case .better, .similar, .worse, .higher, .lower: true
    case .higherUntested, .lowerUntested, .none: false
    }
  }
}
