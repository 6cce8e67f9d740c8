extension Calculator {
  static let interpolation = CalculationMethod(
    "monotone_interpolation", "Monotone cubic curves through points, by two rules, and lines.",
    in: [
      Column("x", "positions, ascending", .numbers), values,
      Column("at", "where to read the curve", .numbers),
    ],
    out: ["fritsch_carlson_monoHFC", "linear", "pchip"].map {
      Column($0, "the curve at each position", .numbers, perEntryOf: "at")
    } + [Column("pchip_slopes", "slope at each point", .numbers, perEntryOf: "x")]
  ) { row throws(Blank) in
    let x = try row.numbers("x")
    let y = try row.numbers("y")
    let at = try row.allNumbers("at", .time)
    var cells: [Cell] = []
    for rule in [MonotoneInterpolation.Rule.fritschCarlson, .linear, .fritschButland] {
      let curve = try MonotoneInterpolation(x, y, rule: rule)
      var found: [Double?] = []
      for place in at { found.append(try curve.value(at: place)) }
      cells.append(.numbers(found))
      if rule == .fritschButland { cells.append(.numbers(curve.slopes)) }
    }
    return (cells, nil)
  }
}
