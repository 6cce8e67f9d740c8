import Evidence

/// A row of the catalogue: what is computed, for whom, and what must be said of it.
public struct Indicator: Hashable, Sendable {
  /// The name used in commands and files: lower-case words with underscores.
  public var id: String
  /// What it is, as a heading.
  public var title: String
  /// What exactly is divided by what.
  public var definition: String
  /// The formula, as the catalogue has it.
  public var formula: String
  /// The formula, understood.
  public var expression: Expression
  /// What a value is counted in, as printed after it: `£ per head`, `%`.
  public var unit: String
  /// Decimals printed.
  public var decimals: Int
  /// Whether more is better, worse, or neither.
  public var polarity: Measure.Polarity
  /// For which tier it is computed: `all`, `upper`, `lower`, `single`, `group`.
  public var tier: String
  /// The service whose duty decides where it applies, or `""`.
  public var service: String
  /// Which places may be compared: `upper`, `tier`, `none`.
  public var comparability: String
  /// The outcome it speaks to.
  public var outcome: String
  /// The heading under which reports group it.
  public var theme: String
  /// What must be said beside it.
  public var caveats: String
  /// Where the figures come from.
  public var source: String
  /// What is counted, in words, or `""` where no count is held.
  public var numerator: String
  /// What it is divided by, in words, or `""`.
  public var denominator: String
  /// Where the limits of a value come from.
  public var method: IntervalRule
  /// The area of the Local Outcomes Framework that it speaks to, or `""`.
  public var frameworkArea: String

  /// Understands a row of the catalogue.
  ///
  /// - Throws: `FormulaError` where the formula is not one.
  public init(
    id: String, title: String, definition: String, formula: String, unit: String, decimals: Int,
    polarity: Measure.Polarity, tier: String, service: String, comparability: String,
    outcome: String, theme: String, caveats: String, source: String, numerator: String = "",
    denominator: String = "", method: IntervalRule = .none, frameworkArea: String = ""
  ) throws(FormulaError) {
    self.id = id
    self.title = title
    self.definition = definition
    self.formula = formula
    expression = try FormulaParser.parse(formula)
    self.unit = unit
    self.decimals = decimals
    self.polarity = polarity
    self.tier = tier
    self.service = service
    self.comparability = comparability
    self.outcome = outcome
    self.theme = theme
    self.caveats = caveats
    self.source = source
    self.numerator = numerator
    self.denominator = denominator
    self.method = method
    self.frameworkArea = frameworkArea
  }

  /// True where a value is money in pence and is printed in pounds.
  public var isMoney: Bool { unit.hasPrefix("£") }
}
