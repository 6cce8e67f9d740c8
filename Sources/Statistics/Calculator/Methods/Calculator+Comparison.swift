extension Calculator {
  static let comparisons: [CalculationMethod] = [
    CalculationMethod(
      "two_proportions", "The difference between two proportions.",
      in: [
        Column("x1", "first count"), Column("n1", "first denominator"),
        Column("x2", "second count"), Column("n2", "second denominator"), .confidence,
      ],
      out: [
        Column("chisq", "Pearson's chi-squared, not corrected"), Column("p", "its p-value"),
        Column("wald_lower", "plain lower limit"), Column("wald_upper", "plain upper limit"),
        Column("fisher_p", "p-value of Fisher's exact test"),
        Column("difference", "first less second"),
        Column("newcombe_lower", "Newcombe's lower limit"),
        Column("newcombe_upper", "Newcombe's upper limit"),
      ]
    ) { row throws(Blank) in
      let both = try ProportionDifference(
        row.number("x1"), of: row.number("n1"), with: row.number("x2"), of: row.number("n2"),
        confidence: row.confidence())
      let blank: Blank? =
        both.chiSquared == nil ? .undefined("nobody or everybody is counted in both groups") : nil
      return (
        [
          .number(both.chiSquared), .number(both.pValue), .number(both.wald.lower),
          .number(both.wald.upper), .number(both.fisher), .number(both.estimate.value),
          .number(both.estimate.lower), .number(both.estimate.upper),
        ], blank
      )
    },
    CalculationMethod(
      "rate_ratio", "The ratio of two rates.",
      in: [
        Column("x1", "first count"), Column("t1", "first population or time"),
        Column("x2", "second count"), Column("t2", "second population or time"), .confidence,
      ],
      out: [
        Column("rate_ratio", "first rate over second"),
        Column("log_lower", "log-normal lower limit"),
        Column("log_upper", "log-normal upper limit"),
        Column("exact_lower", "exact lower limit"), Column("exact_upper", "exact upper limit"),
        Column("exact_p", "exact p-value of equal rates"),
      ]
    ) { row throws(Blank) in
      let ratio = try RateRatio(
        row.number("x1"), in: row.number("t1"), to: row.number("x2"), in: row.number("t2"),
        confidence: row.confidence())
      return (
        ratio.estimate.cells.0 + ratio.exact.cells + [.number(ratio.pValue)],
        ratio.estimate.blank
      )
    },
    CalculationMethod(
      "benchmark_compare", "A value against a benchmark.",
      in: [
        Column("value", "the value"), Column("lower", "its lower limit"),
        Column("upper", "its upper limit"), Column("benchmark", "what it is compared with"),
        Column("polarity", "high_is_good, low_is_good or no_judgement", .word),
      ],
      out: [Column("comparison", "better, similar, worse, higher or lower", .word)]
    ) { row throws(Blank) in
      let polarity = try row.word("polarity", as: Polarity.self)
      do throws(Blank) {
        let found = try BenchmarkComparison.compare(
          value: row.number("value"), lower: row.number("lower"), upper: row.number("upper"),
          benchmark: row.number("benchmark"), polarity: polarity)
        return ([.text(found.rawValue)], nil)
      } catch {
        return ([.text(BenchmarkComparison.notCompared.rawValue)], error)
      }
    },
  ]
}
