import Evidence

/// What is computed and published: the rows of `datasets/catalogue/`.
public struct Catalogue: Sendable {
  /// The indicators, in the order in which they are printed.
  public var indicators: [Indicator]
  /// Measures with their titles.
  public var measures: [Measure]
  /// How lines of spending are classified.
  public var prevention: PreventionScheme
  /// Which kind of council runs what.
  public var duties: Duties
  /// Who serves whom.
  public var bodies: Bodies
  /// Where definitions changed.
  public var breaks: SeriesBreaks
  /// What `build` writes.
  public var publications: [Publication]
  /// The words that reports use.
  public var glossary: [GlossaryTerm]
  /// What is published when.
  public var calendar: [ScheduledRelease]
  /// What plans are made for, in the order in which they are printed.
  public var outcomes: [Outcome]
  /// Ways of paying statutory sick pay.
  public var scenarios: [SickPayScenario]

  /// Makes a catalogue.
  public init(
    indicators: [Indicator] = [], measures: [Measure] = [],
    prevention: PreventionScheme = PreventionScheme([]), duties: Duties = Duties([]),
    bodies: Bodies = Bodies([]), breaks: SeriesBreaks = SeriesBreaks([]),
    publications: [Publication] = [], outcomes: [Outcome] = [], glossary: [GlossaryTerm] = [],
    calendar: [ScheduledRelease] = [], scenarios: [SickPayScenario] = []
  ) {
    self.glossary = glossary
    self.calendar = calendar
    self.indicators = indicators
    self.measures = measures
    self.prevention = prevention
    self.duties = duties
    self.bodies = bodies
    self.breaks = breaks
    self.publications = publications
    self.outcomes = outcomes
    self.scenarios = scenarios
  }

  /// The indicator of an id, or nil.
  public func indicator(_ id: String) -> Indicator? { indicators.first { $0.id == id } }

  /// The base year of real terms.
  public static let priceBase = Period.financialYear(2024)
}
