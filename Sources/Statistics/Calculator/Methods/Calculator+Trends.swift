extension Calculator {
  static let trends: [CalculationMethod] = [
    CalculationMethod(
      "ols_trend", "A straight line with predictions.",
      in: [times, values, newTimes, .confidence], out: line + predictions
    ) { row throws(Blank) in
      let trend = try LinearTrend(
        times: row.numbers("x"), values: row.numbers("y"), confidence: row.confidence())
      return (cells(trend) + (try predictions(trend, row)), blank(trend))
    },
    CalculationMethod(
      "wls_trend", "A straight line through weighted points.",
      in: [times, values, Column("w", "weight, as 1/variance", .numbers), .confidence],
      out: line
    ) { row throws(Blank) in
      let trend = try LinearTrend(
        times: row.numbers("x"), values: row.numbers("y"), weights: row.numbers("w"),
        confidence: row.confidence())
      return (cells(trend), blank(trend))
    },
    CalculationMethod(
      "transformed_trend", "A line on the log or logit scale, transformed back.",
      in: [Column("transform", "log or logit", .word), times, values, newTimes, .confidence],
      out: line + predictions + [
        Column("annual_pct_change", "yearly change in percent, log only"),
        Column("apc_lower", "lower limit"), Column("apc_upper", "upper limit"),
      ]
    ) { row throws(Blank) in
      let trend = try LinearTrend(
        times: row.numbers("x"), values: row.numbers("y"),
        scale: row.word("transform", as: TrendScale.self), confidence: row.confidence())
      let change = trend.annualChange?.cells.0 ?? [.number(nil), .number(nil), .number(nil)]
      return (cells(trend) + (try predictions(trend, row)) + change, blank(trend))
    },
    CalculationMethod(
      "poisson_trend", "A constant yearly ratio of change in a rate.",
      in: [
        times, Column("count", "count at each time", .numbers),
        Column("pop", "population at each time", .numbers), .confidence,
      ],
      out: [
        "intercept", "slope", "se_slope", "z", "p", "rate_ratio", "rr_lower", "rr_upper",
        "deviance", "dispersion", "quasi_se_slope", "loglik",
      ].map { Column($0, "of the Poisson model") }
    ) { row throws(Blank) in
      let trend = try PoissonTrend(
        times: row.numbers("x"), counts: row.numbers("count"), populations: row.numbers("pop"),
        confidence: row.confidence())
      return (
        [trend.intercept, trend.slope, trend.slopeError, trend.z, trend.pValue].map { .number($0) }
          + trend.rateRatio.cells.0
          + [
            .number(trend.deviance), .number(trend.dispersion), .number(trend.quasiError),
            .number(trend.logLikelihood),
          ], nil
      )
    },
    CalculationMethod(
      "mann_kendall_theil_sen", "Mann and Kendall's test and Theil and Sen's slope.",
      in: [values],
      out: [
        "kendall_tau_b", "S", "var_S", "z", "p", "tau_a", "theil_sen_slope",
        "theil_sen_intercept", "slope_lower95", "slope_upper95",
      ].map { Column($0, "of the ranks") }
    ) { row throws(Blank) in
      let trend = try RankTrend(row.numbers("y"))
      return (
        [
          .number(trend.tauB), .number(trend.score), .number(trend.variance), .number(trend.z),
          .number(trend.pValue), .number(trend.tauA), .number(trend.slope.value),
          .number(trend.intercept), .number(trend.slope.lower), .number(trend.slope.upper),
        ], trend.tauB == nil ? .undefined("a constant series has no tau-b") : nil
      )
    },
    proportionMarker, valueMarker,
  ]

  static let times = Column("x", "time of each point", .numbers)
  static let values = Column("y", "value of each point", .numbers)
  private static let newTimes = Column("newx", "times to predict", .numbers)
  private static let line = [
    "intercept", "slope", "se_intercept", "se_slope", "t_slope", "p_slope", "df", "sigma", "r2",
    "slope_lower", "slope_upper",
  ].map { Column($0, "of the line, on its scale") }
  private static let predictions = ["fit", "pi_lower", "pi_upper", "ci_lower", "ci_upper"].map {
    Column($0, "at each new time", .numbers, perEntryOf: "newx")
  }

  private static func cells(_ trend: LinearTrend) -> [Cell] {
    [
      trend.intercept, trend.slope, trend.interceptError, trend.slopeError, trend.t,
      trend.pValue, trend.degrees, trend.sigma, trend.determination, trend.slopeLimits?.lower,
      trend.slopeLimits?.upper,
    ].map { .number($0) }
  }

  private static func blank(_ trend: LinearTrend) -> Blank? {
    if trend.degrees == 0 { return .tooFew(.value, needed: 3, found: 2) }
    return trend.t == nil ? .undefined("a constant series has no t") : nil
  }

  private static func predictions(
    _ trend: LinearTrend, _ row: CalculationRow
  ) throws(Blank) -> [Cell] {
    let all = try row.allNumbers("newx", .time).map { trend.prediction(at: $0) }
    return [
      .numbers(all.map(\.value)), .numbers(all.map(\.observation?.lower)),
      .numbers(all.map(\.observation?.upper)), .numbers(all.map(\.mean?.lower)),
      .numbers(all.map(\.mean?.upper)),
    ]
  }

  private static let proportionMarker = CalculationMethod(
    "chisq_trend_proportion", "Chi-squared for trend and the trend marker of a proportion.",
    in: [
      Column("t", "year of each point", .numbers), Column("x", "count", .numbers),
      Column("n", "denominator", .numbers),
    ],
    out: [
      Column("chisq_all", "chi-squared of all points"), Column("p_all", "its p-value"),
      Column("chisq_last5", "chi-squared of the latest five"),
      Column("logit_slope_last5", "slope of the latest five"),
      Column("marker", "the marker", .word), Column("reason", "its reason", .word),
    ]
  ) { row throws(Blank) in
    let t = try row.numbers("t")
    let x = try row.numbers("x")
    let n = try row.numbers("n")
    let marker = TrendMarker.ofProportions(times: t, counts: x, denominators: n)
    let all = TrendMarker.chiSquaredForTrend(
      times: t.compactMap { $0 }, counts: x.compactMap { $0 },
      denominators: n.compactMap { $0 })
    return (
      [.number(all), .number(all.map { ChiSquared.survival($0, degrees: 1) })]
        + [
          .number(marker.chiSquared), .number(marker.slope), .text(marker.direction.rawValue),
          .text(marker.reason.rawValue),
        ], nil
    )
  }

  private static let valueMarker = CalculationMethod(
    "trend_marker_weighted", "The trend marker of a value with limits.",
    in: [
      Column("t", "year of each point", .numbers), Column("value", "value", .numbers),
      Column("lower", "lower 95% limit", .numbers), Column("upper", "upper 95% limit", .numbers),
    ],
    out: [
      Column("slope", "slope of the latest five"),
      Column("chisq", "chi-squared of the latest five"),
      Column("marker", "the marker", .word), Column("reason", "its reason", .word),
    ]
  ) { row throws(Blank) in
    let marker = TrendMarker.ofValues(
      times: try row.numbers("t"), values: try row.numbers("value"),
      lower: try row.numbers("lower"), upper: try row.numbers("upper"))
    return (
      [
        .number(marker.slope), .number(marker.chiSquared), .text(marker.direction.rawValue),
        .text(marker.reason.rawValue),
      ], nil
    )
  }
}
