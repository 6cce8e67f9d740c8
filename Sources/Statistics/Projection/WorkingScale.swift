/// The scale on which errors are measured and limits are laid: one that has no bounds.
///
/// Logarithms above a single bound, log-odds between two; the values themselves otherwise, and
/// where a value sits on a bound or the distance to it varies more than five-fold. Limits that are
/// symmetric on the first two stay within the bounds; on the last they are cut off there.
struct WorkingScale {
  private let scale: TrendScale
  private let origin: Double
  private let width: Double
  private let bounds: ProjectionBounds
  /// A hair inside the bounds: forecasts beyond it are moved to it.
  private let inner: ProjectionBounds

  init(_ run: [Double], _ bounds: ProjectionBounds) {
    self.bounds = bounds
    let least = run.min() ?? 0
    let most = run.max() ?? 0
    let low = bounds.lower ?? -.infinity
    let high = bounds.upper ?? .infinity
    let near = (least - low) * Self.widestRatio >= most - low
    let far = high.isInfinite || (high - most) * Self.widestRatio >= high - least
    guard low.isFinite, least > low, most < high, near, far else {
      scale = .linear
      origin = 0
      width = 1
      inner = bounds
      return
    }
    origin = low
    scale = high.isInfinite ? .log : .logit
    width = high.isInfinite ? 1 : high - low
    inner = ProjectionBounds(
      lower: low + (least - low) / 10, upper: bounds.upper.map { $0 - ($0 - most) / 10 })
  }

  /// Where the distance to a bound varies more than this, its logarithm would be mostly noise.
  private static let widestRatio = 5.0

  /// The method that draws a straight line on this scale.
  var lineMethod: ProjectionMethod? {
    scale == .log ? .log : scale == .logit ? .logit : nil
  }

  /// The value as a share of the width above the lower bound, as the transformed methods take it.
  func share(_ value: Double) -> Double { scale == .linear ? value : (value - origin) / width }

  func unshare(_ share: Double) -> Double { scale == .linear ? share : origin + share * width }

  /// The position of a value; what lies beyond the bounds is moved inside first.
  func position(_ value: Double) -> Double {
    let inside = inner.clipped(value)
    return scale.apply(share(inside)) ?? inside
  }

  /// The value at a position, within the bounds.
  func value(_ position: Double) -> Double {
    guard scale != .linear else { return bounds.clipped(position) }
    return bounds.clipped(unshare(scale.undo(position)))
  }

  /// The least error that is believed: half a percent, of the largest value on a linear scale.
  func leastError(_ run: [Double]) -> Double {
    guard scale == .linear else { return 0.005 }
    let size = run.map(abs).max() ?? 0
    return size > 0 ? 0.005 * size : 0.005
  }
}
