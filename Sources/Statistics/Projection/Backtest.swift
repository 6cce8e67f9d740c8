/// What every method would have said in every past year, and how wrong it was.
///
/// From each origin with at least `shortestTraining` years before it, each method forecasts the
/// years ahead from those years alone. Errors are on the working scale.
struct Backtest {
  static let shortestTraining = 4

  let run: [Double]
  let scale: WorkingScale
  let methods: [ProjectionMethod]
  /// Positions forecast by each method from each origin: [method][origin - shortestTraining][h-1].
  private let forecasts: [[[Double]]]
  private let positions: [Double]

  init(_ run: [Double], bounds: ProjectionBounds) {
    self.run = run
    let scale = WorkingScale(run, bounds)
    self.scale = scale
    positions = run.map(scale.position)
    var all: [ProjectionMethod] = [.lastValue, .linear, .theilSen, .dampedHolt]
    if let line = scale.lineMethod { all.append(line) }
    var methods: [ProjectionMethod] = []
    var table: [[[Double]]] = []
    let shares = run.map(scale.share)
    for method in all {
      var rows: [[Double]] = []
      for origin in Self.shortestTraining...run.count {
        guard
          let next = method.forecasts(after: shares[..<origin], steps: Projection.longestHorizon)
        else { break }
        let places = next.map { scale.position(scale.unshare($0)) }
        guard places.allSatisfy(\.isFinite) else { break }
        rows.append(places)
      }
      if rows.count == run.count - Self.shortestTraining + 1 {
        methods.append(method)
        table.append(rows)
      }
    }
    self.methods = methods
    forecasts = table
  }

  /// The errors at a horizon of forecasts that had come true by `now` years.
  func errors(_ method: Int, horizon: Int, now: Int) -> [Double] {
    var errors: [Double] = []
    var origin = Self.shortestTraining
    while origin + horizon <= now {
      let forecast = forecasts[method][origin - Self.shortestTraining][horizon - 1]
      errors.append(positions[origin + horizon - 1] - forecast)
      origin += 1
    }
    return errors
  }

  /// The position forecast from the year `now`.
  func forecast(_ method: Int, horizon: Int, now: Int) -> Double {
    forecasts[method][now - Self.shortestTraining][horizon - 1]
  }

  /// The mean absolute error of a method over all forecasts that had come true; nil without any.
  func score(_ method: Int, now: Int) -> Double? {
    var sum = 0.0
    var count = 0.0
    for horizon in 1...Projection.longestHorizon {
      let errors = errors(method, horizon: horizon, now: now)
      guard !errors.isEmpty else { break }
      sum += errors.reduce(0) { $0 + abs($1) }
      count += Double(errors.count)
    }
    return count > 0 ? sum / count : nil
  }

  /// The method with the least error by `now`; the last value unless another is clearly better.
  ///
  /// Clearly: its error is below 0.8 - 1/origins of the last value's. On some eleven thousand
  /// yearly series of local indicators, choosing by the least error alone made errors ten years
  /// ahead half as large again as keeping the last value did; asked for this much, the choice
  /// costs little where there is no trend and still follows a steady one.
  func best(now: Int) -> Int? {
    let origins = Double(now - Self.shortestTraining)
    let wanted = 0.8 - 1 / origins
    var best: (method: Int, score: Double)?
    for method in methods.indices {
      guard let score = score(method, now: now) else { continue }
      let bound = (best?.score ?? .infinity) * (best?.method == 0 ? wanted : 1)
      if score < bound { best = (method, score) }
    }
    return best?.method
  }

  /// The size of an error at each horizon, from the method's own errors and those of all series.
  ///
  /// At one year: the mean square of the method's errors, joined with that of the series' yearly
  /// changes about their median as if it were `changeWeight` more errors. Further on the errors of
  /// that horizon are joined with the one-year size grown as it does in other series, as if those
  /// were `growthWeight` errors; never less than a year before.
  func errorSizes(_ method: Int, now: Int, growth: [Double]) -> [Double] {
    let history = Array(run[..<now])
    let places = positions[..<now]
    let changes = zip(places.dropFirst(), places).map { $0 - $1 }
    let middle = Median.of(changes) ?? 0
    let wander =
      changes.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(max(1, changes.count))
    let floor = scale.leastError(history)
    var sizes: [Double] = []
    var first = 0.0
    for horizon in 1...Projection.longestHorizon {
      let errors = errors(method, horizon: horizon, now: now)
      let squares = errors.reduce(0) { $0 + $1 * $1 }
      let count = Double(errors.count)
      let size: Double
      if horizon == 1 {
        first = (squares + Self.changeWeight * wander) / (count + Self.changeWeight)
        first = max(first, floor * floor)
        size = first
      } else {
        let prior = first * growth[horizon - 1]
        size = (squares + Self.growthWeight * prior) / (count + Self.growthWeight)
      }
      sizes.append(max(size.squareRoot(), sizes.last ?? 0))
    }
    return sizes
  }

  private static let changeWeight = 3.0
  private static let growthWeight = 4.0
}
