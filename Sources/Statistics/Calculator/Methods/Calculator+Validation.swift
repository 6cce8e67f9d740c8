extension Calculator {
  /// Whether a method refuses its input.
  static let validation = CalculationMethod(
    "validation_errors", "Whether an input is refused, by method.",
    in: [
      Column("method", "proportion, rate or dsr", .word), Column("x", "count"),
      Column("n", "denominator"), .confidence,
    ], out: [Column("is_error", "true when there is no figure but a reason", .flag)]
  ) { row throws(Blank) in
    let x = try row.number("x")
    let n = try row.number("n")
    let kind = row.text("method")
    do throws(Blank) {
      let confidence = try row.indicatorConfidence()
      switch kind {
      case "proportion": _ = try WilsonScore(confidence: confidence).estimate(count: x, of: n)
      case "rate": _ = try CrudeRate(confidence: confidence).estimate(count: x, denominator: n)
      case "dsr":
        _ = try DirectStandardisation(confidence: confidence).rate(
          counts: [x], populations: [n], standard: [100_000], missingCounts: .none)
      default:
        throw .unreadable(
          column: "method", text: kind, expected: "proportion, rate or dsr")
      }
      return ([.flag(false)], nil)
    } catch {
      return ([.flag(true)], error)
    }
  }
}
