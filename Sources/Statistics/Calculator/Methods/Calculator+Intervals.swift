extension Calculator {
  static let intervals: [CalculationMethod] = [
    CalculationMethod(
      "wilson_proportion", "A proportion with Wilson's score limits.",
      in: [
        Column("x", "count"), Column("n", "denominator"), .confidence, .multiplier(or: "1"),
      ], out: CalculationColumn.estimate
    ) { row throws(Blank) in
      let method = WilsonScore(
        confidence: try row.indicatorConfidence(), multiplier: try row.multiplier())
      return try method.estimate(count: row.number("x"), of: row.number("n")).cells
    },
    CalculationMethod(
      "crude_rate", "A rate with exact limits below 10 events and Byar's from 10.",
      in: [
        Column("x", "count"), Column("n", "denominator"), .confidence, .multiplier(or: "100000"),
      ], out: CalculationColumn.estimate + [Column("method", "Exact or Byars", .word)]
    ) { row throws(Blank) in
      let method = CrudeRate(
        confidence: try row.indicatorConfidence(), multiplier: try row.multiplier())
      let rate = try method.estimate(count: row.number("x"), denominator: row.number("n"))
      return (rate.cells.0 + [.text(rate.method.rawValue)], rate.blank)
    },
    CalculationMethod(
      "poisson_exact_ci", "Garwood's exact limits of a count.",
      in: [Column("x", "count"), .confidence], out: CalculationColumn.limits
    ) { row throws(Blank) in
      let limits = CountLimits(confidence: try row.confidence())
      return try (limits.exact(row.number("x")).cells, nil)
    },
    CalculationMethod(
      "byar_count_ci", "Byar's limits of a count.",
      in: [Column("x", "count"), .confidence], out: CalculationColumn.limits
    ) { row throws(Blank) in
      let limits = try CountLimits(confidence: row.confidence()).byar(row.number("x"))
      let blank: Blank? =
        limits.lower == nil ? .undefined("Byar's formula gives no lower limit here") : nil
      return ([.number(limits.lower), .number(limits.upper)], blank)
    },
    CalculationMethod(
      "binomial_exact_ci", "Clopper and Pearson's exact limits of a proportion.",
      in: [Column("x", "count"), Column("n", "denominator"), .confidence],
      out: CalculationColumn.limits
    ) { row throws(Blank) in
      let limits = try ClopperPearson.limits(
        count: row.number("x"), of: row.number("n"), confidence: row.confidence())
      return (limits.cells, nil)
    },
    CalculationMethod(
      "mean_t_ci", "A mean with Student's limits.",
      in: [Column("values", "all values", .numbers), .confidence],
      out: [
        Column("n", "how many"), Column("sum", "sum"), Column("sd", "deviation, n - 1"),
        Column("mean", "mean"),
      ] + CalculationColumn.limits
    ) { row throws(Blank) in
      let confidence = try row.indicatorConfidence()
      let values = try row.numbers("values")
      let found: Cell = .number(Double(values.count))
      do throws(Blank) {
        let summary = try Summary(values)
        let mean = try StudentMean.estimate(values, confidence: confidence)
        return (
          [
            found, .number(summary.sum), .number(summary.deviation), .number(mean.value),
            .number(mean.lower), .number(mean.upper),
          ], mean.blank
        )
      } catch {
        return ([found] + [Cell](repeating: .number(nil), count: 5), error)
      }
    },
    CalculationMethod(
      "hard_summary", "Count, sum, mean, variance and autocorrelation of a list.",
      in: [Column("values", "all values", .numbers)],
      out: [
        Column("n", "how many"), Column("sum", "sum"), Column("mean", "mean"),
        Column("variance", "variance, n - 1"), Column("sd", "deviation, n - 1"),
        Column("lag1_autocorr", "correlation of each value with the next"),
      ]
    ) { row throws(Blank) in
      let summary = try Summary(row.numbers("values"))
      return (
        [
          .number(Double(summary.count)), .number(summary.sum), .number(summary.mean),
          .number(summary.variance), .number(summary.deviation),
          .number(summary.lagOneAutocorrelation),
        ], nil
      )
    },
  ]
}
