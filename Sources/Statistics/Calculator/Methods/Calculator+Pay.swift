extension Calculator {
  static let pay: [CalculationMethod] = [payShare]

  /// The share of jobs below a threshold from published percentiles.
  private static let payShare = CalculationMethod(
    "pay_share", "The share of jobs paid less than a threshold, from published percentiles.",
    in: [
      Column("percentile", "which are published, such as 10;20;30", .numbers),
      Column("pay", "at each percentile", .numbers),
      Column("cv", "standard error at each, as a percentage of the pay", .numbers, or: "NA"),
      Column("threshold", "in the unit of pay"),
    ],
    out: [
      Column("value", "share of jobs, %"), Column("lower", "of the likely range, %"),
      Column("upper", "of the likely range, %"), Column("basis", "how it was found", .word),
      Column("limits", "what the likely range is", .word), Column("exponent", "of the tail"),
      Column("relative_error", "standard error over value"),
    ]
  ) { row throws(Blank) in
    let percentiles = try row.allNumbers("percentile", .probability)
    let pays = try row.numbers("pay")
    try Check.same(pays.count, percentiles.count, .value, .probability)
    let errors = row.text("cv") == "NA" ? pays.map { _ in nil } : try row.numbers("cv")
    try Check.same(errors.count, percentiles.count, .standardError, .probability)
    var points: [PayCurve.Point] = []
    for index in percentiles.indices {
      // A suppressed percentile is left out.
      guard let pay = pays[index] else { continue }
      points.append(
        PayCurve.Point(percentiles[index], pay, relativeError: errors[index].map { $0 / 100 }))
    }
    let share = try PayCurve(points).below(try row.needed("threshold", .value))
    return (
      [
        .number(share.value), .number(share.limits.lower), .number(share.limits.upper),
        .text(share.basis.rawValue), .text(share.kind.rawValue), .number(share.exponent),
        .number(share.relativeError),
      ], nil
    )
  }

  /// Statutory sick pay for every row of a table of earnings, under each of some rules.
  ///
  /// Reads weekly earnings in pounds and the absence in working days or in days with weekends (a
  /// working week where neither is said); writes a full week's amount, what the absence pays and
  /// what is lost, in pounds, for each rule by its name.
  public static func sickPay(_ rules: [(name: String, rule: SickPayRule)]) -> CalculationMethod {
    CalculationMethod(
      "sick_pay", "Statutory sick pay and what is lost in an illness, under each scenario.",
      in: [
        Column("earnings", "normal weekly earnings before tax, £"),
        Column("days", "working days missed", or: "NA"),
        Column("calendar_days", "days of absence with weekends, instead", or: "NA"),
        Column("days_per_week", "days worked in a week", or: "5"),
      ],
      out: rules.flatMap { name, _ in
        ["week", "sick_pay", "lost"].map { Column("\(name)_\($0)", "£ under \(name)") }
      }
    ) { row throws(Blank) in
      let earnings = try pence(try row.needed("earnings", .value))
      let absence = try absence(row)
      var cells: [Cell] = []
      for (_, rule) in rules {
        let payment = try rule.pay(earnings, for: absence)
        cells += [rule.week(earnings), payment.sickPay, payment.lost].map {
          .number(Double($0) / 100)
        }
      }
      return (cells, nil)
    }
  }

  private static func absence(_ row: CalculationRow) throws(Blank) -> SickAbsence {
    let perWeek = try row.whole("days_per_week", .frequency)
    if try row.number("days") != nil {
      guard try row.number("calendar_days") == nil else {
        throw .undefined("give days or calendar_days, not both")
      }
      return try SickAbsence(workingDays: row.whole("days", .time), daysPerWeek: perWeek)
    }
    if try row.number("calendar_days") != nil {
      return try SickAbsence(calendarDays: row.whole("calendar_days", .time), daysPerWeek: perWeek)
    }
    return try SickAbsence(workingDays: perWeek, daysPerWeek: perWeek)
  }

  /// Whole pence of an amount in pounds.
  private static func pence(_ pounds: Double) throws(Blank) -> Int {
    let pence = try Check.within(0...SickPayRule.largest, pounds * 100, .value).rounded()
    guard abs(pence - pounds * 100) < 1e-6 else {
      throw .undefined("earnings must be in pounds and whole pence")
    }
    return Int(pence)
  }
}
