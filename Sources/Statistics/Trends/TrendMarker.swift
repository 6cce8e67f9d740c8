/// The direction of the latest five years, as Fingertips marks it.
///
/// The trend is significant when chi-squared exceeds 9.5495 (99.8%, one degree of freedom). Then
/// each of the five points is left out in turn: when any of those five slopes has another sign,
/// or is 0, one point drives the trend and there is no significant change.
/// Reference: OHID, Fingertips technical guidance, Trend markers.
public struct TrendMarker: Sendable, Hashable {
  /// What the marker says.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case increasing = "Increasing"
    case decreasing = "Decreasing"
    case unchanged = "No significant change"
    case unknown = "Cannot be calculated"
  }

  /// Why it says so.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case significant = "No outliers and significant trend"
    case notSignificant = "No significant trend"
    case outlier = "Outlier found"
    case tooFewPoints = "Not enough data points"
    case missingValue = "Missing values"
    case missingLimit = "Missing at least one confidence interval value"
    case repeatedYear = "The same year is there twice"
    case unsound = "Values cannot be used"
  }

  /// The marker.
  public let direction: Direction
  /// Its reason.
  public let reason: Reason
  /// Chi-squared of the latest five points; nil when it cannot be calculated.
  public let chiSquared: Double?
  /// The slope of the latest five points on the scale of the test.
  public let slope: Double?

  /// Chi-squared with one degree of freedom above which a change is significant.
  public static let critical = 9.5495
  /// How many of the latest points are used.
  public static let points = 5

  static func unknown(_ reason: Reason) -> TrendMarker {
    TrendMarker(direction: .unknown, reason: reason, chiSquared: nil, slope: nil)
  }

  /// The marker from the test of five points and the five slopes without one of them.
  static func judge(chiSquared: Double, slope: Double, without: [Double]) -> TrendMarker {
    func marker(_ direction: Direction, _ reason: Reason) -> TrendMarker {
      TrendMarker(direction: direction, reason: reason, chiSquared: chiSquared, slope: slope)
    }
    guard chiSquared > critical else { return marker(.unchanged, .notSignificant) }
    let stable = slope != 0 && without.allSatisfy { slope > 0 ? $0 > 0 : $0 < 0 }
    guard stable else { return marker(.unchanged, .outlier) }
    return marker(slope > 0 ? .increasing : .decreasing, .significant)
  }
}
