extension CalculationColumn {
  /// The confidence of limits.
  static let confidence = CalculationColumn(
    "confidence", "share such as 0.95, or percent such as 95", or: "0.95")

  /// What a rate is multiplied by.
  static func multiplier(or fallback: String) -> CalculationColumn {
    CalculationColumn("multiplier", "the base of the rate", or: fallback)
  }

  /// Both limits.
  static let limits = [
    CalculationColumn("lower", "lower limit"), CalculationColumn("upper", "upper limit"),
  ]

  /// A figure with its limits.
  static let estimate = [CalculationColumn("value", "the figure")] + limits
}

extension CalculationRow {
  /// A confidence that indicators are published with.
  func indicatorConfidence() throws(Blank) -> Confidence {
    try Confidence(indicator: try number("confidence"))
  }

  /// Any confidence from one half up.
  func confidence() throws(Blank) -> Confidence {
    try Confidence(try needed("confidence", .confidence))
  }

  /// The base of a rate.
  func multiplier() throws(Blank) -> Double {
    try Check.finite(try number("multiplier"), .multiplier)
  }
}

extension Estimate {
  /// Value and limits as cells, with what is missing from them.
  var cells: ([Cell], Blank?) {
    ([.number(value), .number(lower), .number(upper)], blank)
  }
}

extension Interval {
  /// Both limits as cells.
  var cells: [Cell] { [.number(lower), .number(upper)] }
}
