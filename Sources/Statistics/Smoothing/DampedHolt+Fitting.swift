import Glibc

extension DampedHolt {
  /// How thoroughly parameters are sought.
  public enum Effort: Sendable, Hashable {
    /// A coarse grid and one descent: for thousands of series.
    case quick
    /// A finer grid and four descents.
    case thorough
  }

  /// Parameters and states found for a series.
  public struct Fit: Sendable, Hashable {
    /// The model.
    public let model: DampedHolt
    /// What it leaves of the series.
    public let run: Run
    /// SSE/(n - number of parameters and states), at least one degree.
    public let variance: Double
    /// -n/2 · ln SSE.
    public let logLikelihood: Double
  }

  /// Finds the parameters with the least sum of squared errors.
  ///
  /// For given α, β and φ the errors are linear in the two starting states, so those follow by
  /// least squares and only the three parameters are searched: a grid, then descents (Nelder &
  /// Mead 1965) from its best points. Bounds 0.0001 ≤ α ≤ 0.9999, 0.0001 ≤ β ≤ α and, damped,
  /// 0.8 ≤ φ ≤ 0.98. One start alone, as other software takes, misses the least sum by a quarter
  /// now and then.
  /// - Throws: a `Blank` for fewer than four values or one that is missing or not finite.
  public static func fit(
    _ values: [Double?], damped: Bool, effort: Effort = .thorough
  ) throws(Blank) -> Fit {
    let y = try Check.all(values, .value)
    try Check.atLeast(4, y.count, .value)
    let largest = y.map(abs).max() ?? 0
    guard largest < 1e140 else {
      throw .undefined("the values are too large to compute with")
    }
    let search = Search(y, damped: damped)
    let best = search.best(effort: effort)
    let model = search.model(at: best)
    let run = model.run(y)
    guard run.squaredError.isFinite else {
      throw .undefined("the values are too large to compute with")
    }
    let degrees = max(1, y.count - (damped ? 5 : 4))
    return Fit(
      model: model, run: run, variance: run.squaredError / Double(degrees),
      logLikelihood: -Double(y.count) / 2 * log(run.squaredError))
  }

  /// The search over the unit cube: α, β/α and φ within their bounds.
  private struct Search {
    let y: [Double]
    let damped: Bool

    init(_ y: [Double], damped: Bool) {
      self.y = y
      self.damped = damped
    }

    typealias Point = SimplexSearch.Point

    private func parameters(_ point: Point) -> (Double, Double, Double) {
      let inside = SimplexSearch.inside(point)
      let alpha = 1e-4 + 0.9998 * inside[0]
      let beta = max(1e-4, alpha * inside[1])
      return (alpha, min(beta, alpha), damped ? 0.8 + 0.18 * inside[2] : 1)
    }

    func model(at point: Point) -> DampedHolt {
      let (alpha, beta, damping) = parameters(point)
      let states = solved(alpha, beta, damping)
      return DampedHolt(known: alpha, beta, damping, states.level, states.trend)
    }

    private func cost(_ point: Point) -> Double {
      let (alpha, beta, damping) = parameters(point)
      let sum = solved(alpha, beta, damping).sum
      return sum.isNaN ? .infinity : sum
    }

    /// The best starting states and the sum of squared errors they leave.
    private func solved(
      _ alpha: Double, _ beta: Double, _ damping: Double
    ) -> (level: Double, trend: Double, sum: Double) {
      // Three runs side by side: the values from states 0, and what each state adds.
      let origin = y[0]
      var base = States(level: 0, trend: 0)
      var level = States(level: 1, trend: 0)
      var trend = States(level: 0, trend: 1)
      var (ll, lt, tt, le, te, ee) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for value in y {
        let e = base.step(value - origin, alpha, beta, damping)
        let u = -level.step(0, alpha, beta, damping)
        let v = -trend.step(0, alpha, beta, damping)
        ll += u * u
        lt += u * v
        tt += v * v
        le += u * e
        te += v * e
        ee += e * e
      }
      let determinant = ll * tt - lt * lt
      guard determinant > 1e-14 * ll * tt else {
        let l = ll > 0 ? le / ll : 0
        return (origin + l, 0, max(0, ee - l * le))
      }
      let l = (le * tt - te * lt) / determinant
      let t = (te * ll - le * lt) / determinant
      return (origin + l, t, max(0, ee - l * le - t * te))
    }

    private struct States {
      var level: Double
      var trend: Double

      /// Takes in a value and returns the error of its forecast.
      mutating func step(
        _ value: Double, _ alpha: Double, _ beta: Double, _ damping: Double
      ) -> Double {
        let forecast = level + damping * trend
        let error = value - forecast
        level = forecast + alpha * error
        trend = damping * trend + beta * error
        return error
      }
    }

    func best(effort: Effort) -> Point {
      let quick = effort == .quick
      let alphas = quick ? [0.02, 0.3, 0.8] : [0.0, 0.1, 0.3, 0.6, 0.95]
      let ratios = quick ? [0.02, 0.4] : [0.0, 0.1, 0.4, 0.95]
      let dampings = damped ? (quick ? [0.3, 0.9] : [0.0, 0.5, 1.0]) : [1.0]
      var starts: [SimplexSearch.Member] = []
      for alpha in alphas {
        for ratio in ratios {
          for damping in dampings {
            let point = Point(alpha, ratio, damping)
            starts.append(.init(value: cost(point), point: point))
          }
        }
      }
      starts.sort { $0.value < $1.value }
      var winner = starts[0]
      for start in starts.prefix(quick ? 1 : 4) {
        let end = SimplexSearch.descend(
          from: start.point, axes: damped ? 3 : 2, steps: quick ? 60 : 250, cost)
        if end.value < winner.value { winner = end }
      }
      return SimplexSearch.inside(winner.point)
    }
  }
}
