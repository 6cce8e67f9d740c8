/// The ways of continuing a series that compete in its backtest.
public enum ProjectionMethod: String, Sendable, Hashable, CaseIterable {
  case lastValue = "last value"
  case linear = "linear trend"
  case log = "log-linear trend"
  case logit = "logit-linear trend"
  case theilSen = "Theil-Sen trend"
  case dampedHolt = "damped Holt"

  /// The values expected 1, 2, … years after a run, on the scale of the run; nil when the method
  /// does not apply to it.
  func forecasts(after run: ArraySlice<Double>, steps: Int) -> [Double]? {
    let y = Array(run)
    guard let last = y.last else { return nil }
    switch self {
    case .lastValue: return [Double](repeating: last, count: steps)
    case .linear: return line(y, .linear, steps)
    case .log: return line(y, .log, steps)
    case .logit: return line(y, .logit, steps)
    case .theilSen: return medianLine(y, steps)
    case .dampedHolt:
      guard
        let fit = try? DampedHolt.fit(y.map(Optional.some), damped: true, effort: .quick)
      else { return nil }
      return (1...steps).map { fit.model.forecast(after: fit.run, steps: $0).value }
    }
  }

  private func line(_ y: [Double], _ scale: TrendScale, _ steps: Int) -> [Double]? {
    let positions = y.compactMap { scale.apply($0) }
    guard positions.count == y.count,
      let fit = LineFit(y.indices.map { Double($0) }, positions)
    else { return nil }
    return (0..<steps).map { scale.undo(fit.value(at: Double(y.count + $0))) }
  }

  /// The median of pairwise slopes through the median of what is left.
  private func medianLine(_ y: [Double], _ steps: Int) -> [Double]? {
    var slopes: [Double] = []
    for j in y.indices {
      for i in 0..<j { slopes.append((y[j] - y[i]) / Double(j - i)) }
    }
    guard let slope = Median.of(slopes),
      let level = Median.of(y.indices.map { y[$0] - slope * Double($0) })
    else { return nil }
    return (0..<steps).map { level + slope * Double(y.count + $0) }
  }
}
