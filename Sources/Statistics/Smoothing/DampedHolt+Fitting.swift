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

    typealias Point = [Double]

    private func parameters(_ point: Point) -> (Double, Double, Double) {
      func unit(_ x: Double) -> Double { min(1, max(0, x)) }
      let alpha = 1e-4 + 0.9998 * unit(point[0])
      let beta = max(1e-4, alpha * unit(point[1]))
      return (alpha, min(beta, alpha), damped ? 0.8 + 0.18 * unit(point[2]) : 1)
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
      var base = (l: 0.0, b: 0.0)
      var level = (l: 1.0, b: 0.0)
      var trend = (l: 0.0, b: 1.0)
      var ll = 0.0
      var lt = 0.0
      var tt = 0.0
      var le = 0.0
      var te = 0.0
      var ee = 0.0
      for value in y {
        func step(_ state: inout (l: Double, b: Double), _ value: Double) -> Double {
          let forecast = state.l + damping * state.b
          let error = value - forecast
          state.l = forecast + alpha * error
          state.b = damping * state.b + beta * error
          return error
        }
        let e = step(&base, value - origin)
        let u = -step(&level, 0)
        let v = -step(&trend, 0)
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

    func best(effort: Effort) -> Point {
      let quick = effort == .quick
      let alphas = quick ? [0.02, 0.3, 0.8] : [0.0, 0.1, 0.3, 0.6, 0.95]
      let ratios = quick ? [0.02, 0.4] : [0.0, 0.1, 0.4, 0.95]
      let dampings = damped ? (quick ? [0.3, 0.9] : [0.0, 0.5, 1.0]) : [1.0]
      var starts: [(cost: Double, point: Point)] = []
      for alpha in alphas {
        for ratio in ratios {
          for damping in dampings {
            let point = [alpha, ratio, damping]
            starts.append((cost(point), point))
          }
        }
      }
      starts.sort { $0.cost < $1.cost }
      var winner = starts[0]
      for start in starts.prefix(quick ? 1 : 4) {
        let end = descended(from: start.point, steps: quick ? 60 : 250)
        if end.cost < winner.cost { winner = end }
      }
      return winner.point.map { min(1, max(0, $0)) }
    }

    /// Nelder and Mead's simplex, with points outside the cube judged where they are cut off.
    private func descended(from start: Point, steps: Int) -> (cost: Double, point: Point) {
      let free = damped ? 3 : 2
      var simplex = [(cost: cost(start), point: start)]
      for axis in 0..<free {
        var point = start
        point[axis] += point[axis] > 0.5 ? -0.15 : 0.15
        simplex.append((cost(point), point))
      }
      for _ in 0..<steps {
        simplex.sort { $0.cost < $1.cost }
        let worst = simplex[free]
        if worst.cost - simplex[0].cost <= 1e-12 * abs(worst.cost) { break }
        var centre = [0.0, 0.0, 0.0]
        for member in simplex.prefix(free) {
          for axis in 0..<3 { centre[axis] += member.point[axis] / Double(free) }
        }
        func moved(_ factor: Double) -> (cost: Double, point: Point) {
          let point = (0..<3).map { axis in
            min(1, max(0, centre[axis] + factor * (worst.point[axis] - centre[axis])))
          }
          return (cost(point), point)
        }
        let reflected = moved(-1)
        if reflected.cost < simplex[0].cost {
          let further = moved(-2)
          simplex[free] = further.cost < reflected.cost ? further : reflected
        } else if reflected.cost < simplex[free - 1].cost {
          simplex[free] = reflected
        } else {
          let nearer = moved(reflected.cost < worst.cost ? -0.5 : 0.5)
          if nearer.cost < min(worst.cost, reflected.cost) {
            simplex[free] = nearer
          } else {
            for index in 1...free {
              let point = (0..<3).map { axis in
                (simplex[index].point[axis] + simplex[0].point[axis]) / 2
              }
              simplex[index] = (cost(point), point)
            }
          }
        }
      }
      return simplex.min { $0.cost < $1.cost } ?? simplex[0]
    }
  }
}
