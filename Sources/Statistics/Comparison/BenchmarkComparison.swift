/// A value read against a benchmark, such as England's.
public enum BenchmarkComparison: String, Sendable, Hashable, CaseIterable {
  case better, similar, worse, lower, higher
  case notCompared = "not_compared"

  /// Similar unless the benchmark lies strictly outside the limits of the value.
  ///
  /// Polarity turns higher and lower into better and worse; without judgement they stay.
  /// - Throws: a `Blank` for a missing or NaN number, or limits in the wrong order.
  public static func compare(
    value: Double?, lower: Double?, upper: Double?, benchmark: Double?, polarity: Polarity
  ) throws(Blank) -> BenchmarkComparison {
    guard let value else { throw .missing(.value) }
    guard let lower else { throw .missing(.lowerLimit) }
    guard let upper else { throw .missing(.upperLimit) }
    guard let benchmark else { throw .missing(.benchmark) }
    guard !value.isNaN, !benchmark.isNaN else { throw .notFinite(.value) }
    guard lower <= upper else { throw .exceeds(.lowerLimit, .upperLimit) }
    if benchmark < lower {
      return polarity == .noJudgement ? .higher : polarity == .highIsGood ? .better : .worse
    }
    if benchmark > upper {
      return polarity == .noJudgement ? .lower : polarity == .highIsGood ? .worse : .better
    }
    return .similar
  }
}
