extension Calculator {
  static let distributions: [CalculationMethod] = [
    quantile("dist_normal_quantile", "The normal quantile.", []) { p, _ in
      Normal.quantile(p)
    },
    quantile("dist_t_quantile", "Student's t quantile.", ["df"]) { p, a in
      StudentT.quantile(p, degrees: a[0])
    },
    quantile("dist_chisq_quantile", "The chi-squared quantile.", ["df"]) { p, a in
      ChiSquared.quantile(p, degrees: a[0])
    },
    quantile("dist_gamma_quantile", "The gamma quantile.", ["shape", "rate"]) { p, a in
      GammaDistribution.quantile(p, shape: a[0], rate: a[1])
    },
    quantile("dist_beta_quantile", "The beta quantile.", ["a", "b"]) { p, a in
      BetaDistribution.quantile(p, a[0], a[1])
    },
    CalculationMethod(
      "dist_normal_cdf", "The normal distribution function and its complement.",
      in: [Column("x", "where")], out: both
    ) { row throws(Blank) in
      let x = try row.needed("x", .value)
      return ([.number(Normal.cdf(x)), .number(Normal.survival(x))], nil)
    },
    CalculationMethod(
      "dist_t_cdf", "Student's t distribution function and the two-sided p-value.",
      in: [Column("t", "where"), Column("df", "degrees of freedom")],
      out: [Column("cdf", "share below t"), Column("two_sided_p", "share beyond -t and t")]
    ) { row throws(Blank) in
      let t = try row.needed("t", .value)
      let df = try Check.positive(try row.number("df"), .degrees)
      return (
        [.number(StudentT.cdf(t, degrees: df)), .number(StudentT.twoSided(t, degrees: df))], nil
      )
    },
    CalculationMethod(
      "dist_chisq_cdf", "The chi-squared distribution function and its complement.",
      in: [Column("x", "where"), Column("df", "degrees of freedom")], out: both
    ) { row throws(Blank) in
      let x = try row.needed("x", .value)
      let df = try Check.positive(try row.number("df"), .degrees)
      return (
        [.number(ChiSquared.cdf(x, degrees: df)), .number(ChiSquared.survival(x, degrees: df))],
        nil
      )
    },
    CalculationMethod(
      "dist_poisson", "Poisson probability, distribution function and upper tail.",
      in: [Column("k", "count"), Column("lambda", "mean")], out: discrete
    ) { row throws(Blank) in
      let k = try row.needed("k", .count)
      let mean = try Check.notNegative(try row.number("lambda"), .mean)
      return (
        [
          .number(Poisson.mass(k, mean: mean)), .number(Poisson.cdf(k, mean: mean)),
          .number(Poisson.survival(k, mean: mean)),
        ], nil
      )
    },
    CalculationMethod(
      "dist_binomial", "Binomial probability, distribution function and upper tail.",
      in: [Column("k", "count"), Column("n", "trials"), Column("p", "chance of success")],
      out: discrete
    ) { row throws(Blank) in
      let k = try row.needed("k", .count)
      let n = try Check.notNegative(try row.number("n"), .denominator)
      let p = try Check.within(0...1, try row.number("p"), .probability)
      guard n == n.rounded() else { throw .notWhole(.denominator) }
      return (
        [
          .number(Binomial.mass(k, trials: n, chance: p)),
          .number(Binomial.cdf(k, trials: n, chance: p)),
          .number(Binomial.survival(k, trials: n, chance: p)),
        ], nil
      )
    },
  ]

  private static let both = [
    Column("cdf", "share at or below"), Column("sf", "share above"),
  ]

  private static let discrete = [
    Column("pmf", "chance of exactly k"), Column("cdf", "chance of k or fewer"),
    Column("sf", "chance of more than k"),
  ]

  /// A quantile method: a probability and parameters above 0.
  private static func quantile(
    _ name: String, _ summary: String, _ parameters: [String],
    _ value: @escaping @Sendable (Double, [Double]) -> Double
  ) -> CalculationMethod {
    CalculationMethod(
      name, summary,
      in: [Column("p", "share below, 0 to 1")] + parameters.map { Column($0, "above 0") },
      out: [Column("quantile", "the value with that share below it")]
    ) { row throws(Blank) in
      let p = try Check.within(0...1, try row.number("p"), .probability)
      var others: [Double] = []
      for name in parameters {
        others.append(try Check.positive(try row.number(name), .shape))
      }
      return ([.number(value(p, others))], nil)
    }
  }
}
