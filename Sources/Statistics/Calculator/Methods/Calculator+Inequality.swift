extension Calculator {
  static let inequality: [CalculationMethod] = [
    CalculationMethod(
      "gini_hhi", "How unequally an amount is spread over its holders.", in: [list],
      out: ["gini", "gini_unbiased", "hhi", "hhi_normalised", "theil_t", "hoover"].map {
        Column($0, "of all holders")
      }
    ) { row throws(Blank) in
      let spread = try Concentration(row.numbers("values"))
      return (
        [
          .number(spread.gini), .number(spread.giniUnbiased), .number(spread.herfindahl),
          .number(spread.herfindahlNormalised), .number(spread.theil), .number(spread.hoover),
        ],
        spread.giniUnbiased == nil ? .tooFew(.value, needed: 2, found: 1) : nil
      )
    },
    CalculationMethod(
      "gini_weighted", "The Gini coefficient of rates weighted by population.",
      in: [list, weights], out: [Column("gini", "Gini coefficient")]
    ) { row throws(Blank) in
      let gini = try Concentration.weightedGini(
        row.numbers("values"), weights: row.numbers("w"))
      return ([.number(gini)], nil)
    },
    slopeIndex,
  ]

  /// Limits are in `sim_…`, whichever way they were found; those found in closed form, without
  /// Fieller's, are repeated in `analytic_…`.
  private static let slopeIndex = CalculationMethod(
    "sii_rii", "The slope and the relative index of inequality.",
    in: [
      Column("population", "per group, least to most advantaged", .numbers),
      Column("value", "per group", .numbers),
      Column("lower", "lower 95% limits", .numbers, or: "NA"),
      Column("upper", "upper 95% limits", .numbers, or: "NA"),
      Column("se", "standard errors, instead of limits", .numbers, or: "NA"),
      Column("value_type", "0 other, 1 rate, 2 proportion", or: "0"),
      Column("transform", "fit on the log or logit scale", .flag, or: "false"),
      .multiplier(or: "1"),
    ],
    out: [Column("rank", "mid-rank of each group", .numbers, perEntryOf: "population")]
      + [
        "sii", "rii", "intercept", "sim_sii_lower", "sim_sii_upper", "sim_rii_lower",
        "sim_rii_upper", "mc_sd_sii", "mc_sd_rii", "analytic_sii_lower", "analytic_sii_upper",
        "analytic_rii_lower", "analytic_rii_upper",
      ].map { Column($0, "of the line") }
  ) { row throws(Blank) in
    guard let kind = SlopeIndex.Kind(rawValue: try row.whole("value_type", .kind)) else {
      throw .outside(.kind, 0...2)
    }
    let transformed = try row.flag("transform")
    let index = try SlopeIndex(
      try groups(row), kind: kind, transformed: transformed, multiplier: try row.multiplier())
    let closed = index.slope.method == .closedForm ? index.slope.interval : nil
    let relative = transformed ? index.relative.interval : nil
    return (
      [
        .numbers(index.ranks), .number(index.slope.value), .number(index.relative.value),
        .number(index.intercept),
      ] + Array(index.slope.cells.0.dropFirst()) + Array(index.relative.cells.0.dropFirst())
        + [
          .number(nil), .number(nil), .number(closed?.lower), .number(closed?.upper),
          .number(relative?.lower), .number(relative?.upper),
        ], nil
    )
  }

  private static func groups(_ row: CalculationRow) throws(Blank) -> [SlopeIndex.Group] {
    let people = try row.numbers("population")
    let values = try row.numbers("value")
    try Check.same(values.count, people.count, .value, .population)
    var groups: [SlopeIndex.Group] = []
    if row.text("se") != "NA" {
      let errors = try row.numbers("se")
      try Check.same(errors.count, people.count, .standardError, .population)
      for index in people.indices {
        groups.append(
          .init(population: people[index], value: values[index], standardError: errors[index]))
      }
      return groups
    }
    let lower = try row.numbers("lower")
    let upper = try row.numbers("upper")
    try Check.same(lower.count, people.count, .lowerLimit, .population)
    try Check.same(upper.count, people.count, .upperLimit, .population)
    for index in people.indices {
      groups.append(
        .init(
          population: people[index], value: values[index], lower: lower[index],
          upper: upper[index]))
    }
    return groups
  }
}
