/// A trend read against what is wanted of the indicator.
public enum TrendJudgement: String, Sendable, Hashable, CaseIterable {
  case better = "Getting better"
  case worse = "Getting worse"
  case increasing = "Increasing"
  case decreasing = "Decreasing"
  case unchanged = "No significant change"
  case unknown = "Cannot be calculated"

  /// Combines the direction of a marker with the polarity of the indicator.
  public init(_ direction: TrendMarker.Direction, polarity: Polarity) {
    switch (direction, polarity) {
    case (.unknown, _): self = .unknown
    case (.unchanged, _): self = .unchanged
    case (.increasing, .highIsGood), (.decreasing, .lowIsGood): self = .better
    case (.increasing, .lowIsGood), (.decreasing, .highIsGood): self = .worse
    case (.increasing, .noJudgement): self = .increasing
    case (.decreasing, .noJudgement): self = .decreasing
    }
  }
}
