extension Calculator {
  private typealias Column = CalculationColumn

  static let descriptive: [CalculationMethod] = [
    CalculationMethod(
      "rank", "Ranks of a list, with the rules for ties.",
      in: [Column("values", "all values", .numbers)],
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
  ]
}
