extension Calculator {
  static let standardisation: [CalculationMethod] = [
    CalculationMethod(
      "dsr_dobson", "A directly standardised rate.",
      in: [
        Column("x", "count per age band; a missing one is taken as 0", .numbers),
        Column("n", "population per age band", .numbers),
        Column("stdpop", "standard population per age band", .numbers), .confidence,
        .multiplier(or: "100000"),
      ], out: totals + CalculationColumn.estimate + [Column("statistic", "what it is", .word)]
    ) { row throws(Blank) in
      let method = DirectStandardisation(
        confidence: try row.indicatorConfidence(), multiplier: try row.multiplier())
      let rate = try method.rate(
        counts: row.numbers("x"), populations: row.numbers("n"),
        standard: row.numbers("stdpop"), missingCounts: .none)
      return (cells(rate) + [.text(rate.estimate.statistic.description)], rate.estimate.blank)
    },
    CalculationMethod(
      "dsr_nonindependent", "A directly standardised rate when people have several events.",
      in: [
        Column("ageband", "age band of the entry", .words),
        Column("eventfreq", "events per person", .numbers),
        Column("x", "persons with exactly that many events", .numbers),
        Column("n", "population of the age band", .numbers),
        Column("stdpop", "standard population of the age band", .numbers), .confidence,
        .multiplier(or: "100000"),
      ], out: totals + CalculationColumn.estimate
    ) { row throws(Blank) in
      let method = DirectStandardisation(
        confidence: try row.indicatorConfidence(), multiplier: try row.multiplier())
      let rate = try method.repeatEvents(
        bands: row.entries("ageband"), events: row.numbers("eventfreq"),
        persons: row.numbers("x"), populations: row.numbers("n"),
        standard: row.numbers("stdpop"))
      return (cells(rate), rate.estimate.blank)
    },
    CalculationMethod(
      "indirect_standardised", "An indirectly standardised ratio and rate.",
      in: [
        Column("x", "count per age band; a missing one is taken as 0", .numbers),
        Column("n", "population per age band; a missing one is taken as 0", .numbers),
        Column("xref", "reference count per age band", .numbers),
        Column("nref", "reference population per age band", .numbers), .confidence,
        Column("refvalue", "what a ratio of 1 is shown as", or: "100"),
        .multiplier(or: "100000"),
      ],
      out: [
        Column("observed", "events"), Column("expected", "events at the reference rates"),
        Column("ratio", "observed over expected"), Column("ratio_lower", "lower limit"),
        Column("ratio_upper", "upper limit"), Column("method", "Exact or Byars", .word),
        Column("ref_rate", "the reference population's rate"),
        Column("rate", "ratio times reference rate"), Column("rate_lower", "lower limit"),
        Column("rate_upper", "upper limit"),
      ]
    ) { row throws(Blank) in
      let method = IndirectStandardisation(
        confidence: try row.indicatorConfidence(),
        referenceValue: try row.needed("refvalue", .referenceValue),
        multiplier: try row.multiplier())
      let result = try method.result(
        counts: row.numbers("x"), populations: row.numbers("n"),
        referenceCounts: row.numbers("xref"), referencePopulations: row.numbers("nref"),
        missingCounts: .none)
      return (
        [.number(result.observed), .number(result.expected)] + result.ratio.cells.0
          + [.text(result.ratio.method.rawValue), .number(result.referenceRate)]
          + result.rate.cells.0, nil
      )
    },
    lifeExpectancy("life_expectancy"), lifeExpectancy("life_expectancy_any_bands"),
  ]

  private static let totals = [
    Column("total_count", "all events"), Column("total_pop", "all people"),
  ]

  private static func cells(_ rate: StandardisedRate) -> [Cell] {
    [.number(rate.totalCount), .number(rate.totalPopulation)] + rate.estimate.cells.0
  }

  private static func lifeExpectancy(_ name: String) -> CalculationMethod {
    CalculationMethod(
      name, "Life expectancy at each age from an abridged life table.",
      in: [
        Column("startage", "first age of each band, the last band open", .numbers),
        Column("deaths", "deaths per band", .numbers),
        Column("pops", "people per band", .numbers), .confidence,
      ],
      out: [
        Column("le", "years at each start age", .numbers, perEntryOf: "startage"),
        Column("lower", "lower limits", .numbers, perEntryOf: "startage"),
        Column("upper", "upper limits", .numbers, perEntryOf: "startage"),
      ]
    ) { row throws(Blank) in
      let table = LifeTable(confidence: try row.indicatorConfidence())
      let ages = try table.expectancies(
        startAges: row.numbers("startage"), deaths: row.numbers("deaths"),
        populations: row.numbers("pops"))
      return (
        [
          .numbers(ages.map(\.value)), .numbers(ages.map(\.lower)), .numbers(ages.map(\.upper)),
        ], ages.lazy.compactMap(\.blank).first
      )
    }
  }
}
