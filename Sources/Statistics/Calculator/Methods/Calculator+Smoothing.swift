extension Calculator {
  static let smoothing: [CalculationMethod] = [
    CalculationMethod(
      "holt_fixed", "Exponential smoothing with given parameters, level only or with trend.",
      in: [
        Column("method", "ses or holt", .word), values, Column("alpha", "0 to 1"),
        Column("beta", "0 to 1, holt only", or: "NA"), Column("level0", "starting level"),
        Column("trend0", "starting trend, holt only", or: "NA"), horizon, .confidence,
      ],
      out: [
        Column("fitted", "forecasts of the values", .numbers),
        Column("sse", "sum of squared errors"), Column("level", "level at the end"),
        Column("trend", "trend at the end"),
      ] + forecast + [Column("resid_var", "variance of the errors")]
    ) { row throws(Blank) in
      let method = row.text("method")
      guard method == "ses" || method == "holt" else {
        throw .unreadable(column: "method", text: method, expected: "ses or holt")
      }
      let beta = try row.number("beta")
      if method == "holt", beta == nil { throw .missing(.smoothing) }
      let result = try SimpleSmoothing(
        row.numbers("y"), alpha: row.number("alpha"), beta: method == "holt" ? beta : nil,
        level: row.number("level0"), trend: row.number("trend0"),
        horizon: row.whole("h", .horizon), confidence: row.confidence())
      return (
        [
          .numbers(result.fitted), .number(result.squaredError), .number(result.level),
          .number(result.trend),
        ] + cells(result.forecasts) + [.number(result.errorVariance)], nil
      )
    },
    CalculationMethod(
      "ets_damped_fixed", "Smoothing with a damped trend and given parameters and states.",
      in: [
        values, Column("alpha", "0 to 1"), Column("beta", "0 to alpha"),
        Column("phi", "damping, 1 for none"), Column("level0", "level before the first value"),
        Column("trend0", "trend before the first value"), horizon, .confidence,
      ],
      out: [
        Column("fitted", "forecasts of the values", .numbers),
        Column("sse", "sum of squared errors"), Column("sigma2", "that over n"),
        Column("level_end", "level at the end"), Column("trend_end", "trend at the end"),
        forecast[0], Column("forecast_variance", "variance of each", .numbers), forecast[1],
        forecast[2],
      ]
    ) { row throws(Blank) in
      let model = try DampedHolt(
        alpha: row.number("alpha"), beta: row.number("beta"), damping: row.number("phi"),
        level: row.number("level0"), trend: row.number("trend0"))
      let y = try row.allNumbers("y", .value)
      try Check.atLeast(1, y.count, .value)
      let steps = try row.whole("h", .horizon)
      let run = model.run(y)
      let variance = run.squaredError / Double(y.count)
      let next = cells(
        model.forecasts(
          after: run, horizon: steps, variance: variance, confidence: try row.confidence()))
      let variances = (1...max(1, min(steps, 100))).map {
        model.forecast(after: run, steps: $0).variance * variance
      }
      return (
        [
          .numbers(run.fitted), .number(run.squaredError), .number(variance),
          .number(run.level), .number(run.trend), next[0], .numbers(variances), next[1], next[2],
        ], nil
      )
    },
    fitted,
  ]

  private static let horizon = Column("h", "how many steps to forecast")
  private static let forecast = [
    Column("forecast", "values expected next", .numbers),
    Column("pi_lower", "lower limits", .numbers), Column("pi_upper", "upper limits", .numbers),
  ]

  private static func cells(_ rows: [Estimate]) -> [Cell] {
    [.numbers(rows.map(\.value)), .numbers(rows.map(\.lower)), .numbers(rows.map(\.upper))]
  }

  private static let fitted = CalculationMethod(
    "ets_optimised", "Smoothing with a trend, damped or not, fitted to the series.",
    in: [values, Column("damped", "let the trend fade", .flag), horizon, .confidence],
    out: ["alpha", "beta", "phi", "level0", "trend0", "sse", "loglik", "sigma2"].map {
      Column($0, "of the fitted model")
    } + forecast + [
      Column("best_sse", "the same sum"), Column("best_forecast", "the same values", .numbers),
    ]
  ) { row throws(Blank) in
    let fit = try DampedHolt.fit(row.numbers("y"), damped: row.flag("damped"))
    let model = fit.model
    let next = cells(
      model.forecasts(
        after: fit.run, horizon: try row.whole("h", .horizon), variance: fit.variance,
        confidence: try row.confidence()))
    return (
      [
        model.alpha, model.beta, model.damping, model.level, model.trend, fit.run.squaredError,
        fit.logLikelihood, fit.variance,
      ].map { .number($0) } + next + [.number(fit.run.squaredError), next[0]], nil
    )
  }
}
