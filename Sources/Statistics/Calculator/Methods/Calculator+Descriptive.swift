extension Calculator {
  static let descriptive: [CalculationMethod] = [
    CalculationMethod(
      "rank", "Ranks of a list, with the rules for ties.",
      in: [list],
      out: [
        Column("min_ascending", "ties share the lowest rank", .numbers, perEntryOf: "values"),
        Column("average_ascending", "ties share the mean rank", .numbers, perEntryOf: "values"),
        Column("max_ascending", "ties share the highest rank", .numbers, perEntryOf: "values"),
        Column("min_descending", "1 for the largest", .numbers, perEntryOf: "values"),
      ]
    ) { row throws(Blank) in
      let ranks = Ranks(try row.numbers("values"))
      return (
        [
          .numbers(ranks.least), .numbers(ranks.average), .numbers(ranks.most),
          .numbers(ranks.leastFromTop),
        ], nil
      )
    },
    CalculationMethod(
      "quantile_assign", "The quantile group of each value.",
      in: [
        Column("values", "all values", .numbers), Column("nquantiles", "how many groups"),
        Column("invert", "true: group 1 holds the highest", .flag, or: "false"),
      ],
      out: [Column("quantile", "group from 1", .numbers, perEntryOf: "values")]
    ) { row throws(Blank) in
      let groups = try QuantileGroups.assign(
        row.numbers("values"), into: row.whole("nquantiles", .groups),
        highestFirst: row.flag("invert"))
      return ([.numbers(groups.map { $0.map(Double.init) })], nil)
    },
    CalculationMethod(
      "quantile_types", "Quantiles of a list by any of the nine definitions.",
      in: [
        list, Column("p", "shares below", .numbers),
        Column("type", "definition 1 to 9", or: "7"),
      ],
      out: [Column("quantile", "at each share", .numbers, perEntryOf: "p")]
    ) { row throws(Blank) in
      guard let type = SampleQuantile(rawValue: try row.whole("type", .kind)) else {
        throw .outside(.kind, 1...9)
      }
      let shares = try row.allNumbers("p", .probability)
      return ([.numbers(try type(row.numbers("values"), at: shares))], nil)
    },
    CalculationMethod(
      "zscore_mad", "Mean and median, their measures of spread, and each value's standing.",
      in: [list],
      out: [
        Column("mean", "mean"), Column("sd", "deviation, n - 1"), Column("median", "median"),
        Column("mad_raw", "median distance from the median"),
        Column("mad_scaled", "that times 1.4826"), Column("iqr", "interquartile range, type 7"),
        Column("z", "distance from the mean in deviations", .numbers, perEntryOf: "values"),
        Column(
          "modified_z", "distance from the median, scaled", .numbers, perEntryOf: "values"),
      ]
    ) { row throws(Blank) in
      let values = try row.numbers("values")
      let standing = try Standing(values)
      let none = [Double?](repeating: nil, count: values.count)
      let blank: Blank? =
        standing.z == nil
        ? .undefined("nothing varies")
        : standing.modifiedZ == nil ? .undefined("more than half of the values are equal") : nil
      return (
        [
          .number(standing.summary.mean), .number(standing.summary.deviation),
          .number(standing.median), .number(standing.medianDeviation),
          .number(standing.scaledMedianDeviation), .number(standing.interquartileRange),
          .numbers(standing.z ?? none), .numbers(standing.modifiedZ ?? none),
        ], blank
      )
    },
    CalculationMethod(
      "correlation", "Pearson, Spearman and Kendall.",
      in: [Column("x", "first list", .numbers), Column("y", "second list", .numbers)],
      out: [
        "pearson", "pearson_p", "pearson_lower", "pearson_upper", "spearman", "spearman_p_t",
        "kendall_tau_b",
      ].map { Column($0, "of the two lists") }
    ) { row throws(Blank) in
      let both = try Correlation(row.numbers("x"), row.numbers("y"))
      return (
        [
          .number(both.pearson.value), .number(both.pearsonP), .number(both.pearson.lower),
          .number(both.pearson.upper), .number(both.spearman), .number(both.spearmanP),
          .number(both.kendall),
        ], both.pearson.blank
      )
    },
    CalculationMethod(
      "weighted_median", "The median and mean of weighted values.",
      in: [list, weights],
      out: [
        Column("lower", "lower median"), Column("upper", "upper median"),
        Column("mid", "halfway"), Column("weighted_mean", "weighted mean"),
      ]
    ) { row throws(Blank) in
      let median = try WeightedMedian(row.numbers("values"), weights: row.numbers("w"))
      return (
        [
          .number(median.lower), .number(median.upper), .number(median.middle),
          .number(median.mean),
        ], nil
      )
    },
    CalculationMethod(
      "cagr", "Compound annual growth rate.",
      in: [
        Column("start", "first value"), Column("end", "last value"),
        Column("years", "time between them"),
      ],
      out: [Column("cagr", "yearly change as a share")]
    ) { row throws(Blank) in
      let rate = try GrowthRate.compound(
        from: row.number("start"), to: row.number("end"), over: row.number("years"))
      return ([.number(rate)], nil)
    },
    CalculationMethod(
      "p_adjust", "p-values corrected for their number.",
      in: [Column("p", "p-values", .numbers)],
      out: ["bonferroni", "holm", "bh"].map {
        Column($0, "adjusted", .numbers, perEntryOf: "p")
      }
    ) { row throws(Blank) in
      let adjusted = try AdjustedPValues(row.numbers("p"))
      return (
        [
          .numbers(adjusted.bonferroni), .numbers(adjusted.holm),
          .numbers(adjusted.benjaminiHochberg),
        ], nil
      )
    },
  ]

  static let list = Column("values", "all values", .numbers)
  static let weights = Column("w", "weights", .numbers)
}
