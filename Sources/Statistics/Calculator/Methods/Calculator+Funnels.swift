extension Calculator {
  static let funnels: [CalculationMethod] = [
    CalculationMethod(
      "funnel_limits_at", "Control limits of a funnel plot at given places.",
      in: [
        Column("statistic", "proportion or poisson", .word),
        Column("average", "the average proportion", or: "NA"),
        Column("at", "denominators, or observed counts for poisson", .numbers),
      ],
      out: (names + names.map { $0 + "_exact" }).map {
        Column($0, "at each place", .numbers, perEntryOf: "at")
      }
    ) { row throws(Blank) in
      let places = try row.numbers("at")
      var found: [FunnelLimits] = []
      switch row.text("statistic") {
      case "proportion":
        let average = try row.number("average")
        for place in places {
          found.append(try .ofProportion(average: average, denominator: place))
        }
        return (columns(found) + [Cell](repeating: .number(nil), count: 4), nil)
      case "poisson":
        for place in places { found.append(try .ofCount(place)) }
        return (columns(found) + columns(found), nil)
      case let other:
        throw .unreadable(
          column: "statistic", text: other, expected: "proportion or poisson")
      }
    },
    CalculationMethod(
      "funnel_significance", "Whether each area lies outside the funnel.",
      in: kind + [
        Column("numerator", "count per area", .numbers),
        Column("denominator", "population or expected count per area", .numbers),
        Column("rate", "standardised rate per area, dsr only", .numbers, or: "NA"),
      ],
      out: [Column("significance", "of each area", .words, perEntryOf: "numerator")]
    ) { row throws(Blank) in
      let areas = try significance(row)
      let words = areas.map { area -> String? in
        switch area {
        case .success(let found): found.rawValue
        case .failure(.suppressed): "Not applicable for events less than 10 for dsrs"
        case .failure: nil
        }
      }
      let reasons = areas.enumerated().compactMap { index, area -> Blank? in
        guard case .failure(let reason) = area, !reason.isSuppression else { return nil }
        return .entry(index + 1, reason)
      }
      return ([.texts(words)], reasons.first)
    },
    CalculationMethod(
      "funnel_chart_lines", "The curves of a funnel plot.",
      in: [
        Column("statistic", "proportion, ratio or rate", .word),
        Column("type", "count or isr for ratios, crude or dsr for rates", .word, or: "NA"),
        .multiplier(or: "1"), Column("years", "years of data, rates only", or: "1"),
        Column("numerator", "count per area", .numbers),
        Column("denominator", "population or expected count per area", .numbers),
        Column("rate", "rate per area, rates only", .numbers, or: "NA"),
      ],
      out: [
        Column("x", "places on the axis", .numbers), Column("baseline", "the average"),
      ] + names.map { Column($0, "at each place", .numbers) }
    ) { row throws(Blank) in try lines(row) },
  ]

  private static let names = ["lower2s", "upper2s", "lower3s", "upper3s"]
  private static let kind = [
    Column("statistic", "proportion, ratio or rate", .word),
    Column("rate_type", "crude or dsr", .word, or: "crude"),
    CalculationColumn.multiplier(or: "100000"),
  ]

  private static func columns(
    _ limits: [FunnelLimits], _ change: (Double) -> Double = { $0 }
  ) -> [Cell] {
    [
      .numbers(limits.map { change($0.inner.lower) }),
      .numbers(limits.map { change($0.inner.upper) }),
      .numbers(limits.map { change($0.outer.lower) }),
      .numbers(limits.map { change($0.outer.upper) }),
    ]
  }

  private static func significance(
    _ row: CalculationRow
  ) throws(Blank) -> [Result<FunnelSignificance, Blank>] {
    let counts = try row.numbers("numerator")
    let denominators = try row.numbers("denominator")
    switch (row.text("statistic"), row.text("rate_type")) {
    case ("proportion", _):
      return try FunnelSignificance.ofProportions(counts: counts, denominators: denominators)
    case ("ratio", _):
      return try FunnelSignificance.ofRatios(observed: counts, expected: denominators)
    case ("rate", "dsr"):
      return try FunnelSignificance.ofStandardisedRates(
        counts: counts, rates: row.numbers("rate"), multiplier: row.multiplier())
    case ("rate", _):
      return try FunnelSignificance.ofRates(counts: counts, denominators: denominators)
    case (let other, _):
      throw .unreadable(
        column: "statistic", text: other, expected: "proportion, ratio or rate")
    }
  }

  private static func lines(_ row: CalculationRow) throws(Blank) -> ([Cell], Blank?) {
    let counts = try row.numbers("numerator")
    let denominators = try row.numbers("denominator")
    let base = try row.number("multiplier") ?? 1
    switch row.text("statistic") {
    case "proportion":
      let curves = try FunnelLines.ofProportions(counts: counts, denominators: denominators)
      return (
        [.numbers(curves.places), .number(curves.average * base)]
          + columns(curves.limits) { $0 * base }, nil
      )
    case "ratio":
      // A count is shown as its distance from what is expected, a ratio in percent.
      let curves = try FunnelLines.ofRatios(expected: denominators)
      let percent = row.text("type") == "isr"
      return (
        [.numbers(curves.places), .number(nil)]
          + columns(curves.limits) { percent ? $0 * 100 : $0 - 1 }, nil
      )
    case "rate":
      let rates = try row.allNumbers("rate", .rate)
      let events = try Check.all(counts, .count, above: false)
      try Check.same(rates.count, events.count, .rate, .count)
      let people = zip(events, rates).map { $0 / ($1 / base) }
      let average = events.reduce(0, +) / people.reduce(0, +) * base
      let curves = try FunnelLines.ofRates(
        average: average, multiplier: base, populations: people,
        years: try row.number("years") ?? 1)
      return (
        [.numbers(curves.places), .number(average)]
          + columns(curves.limits) { $0 * average }, nil
      )
    case let other:
      throw .unreadable(
        column: "statistic", text: other, expected: "proportion, ratio or rate")
    }
  }
}
