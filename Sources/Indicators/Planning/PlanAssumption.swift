/// One number that a plan rests on: how far it may be off, where it comes from and how sure it is.
public struct PlanAssumption: Hashable, Sendable {
  /// How sure a number is.
  public enum Confidence: String, Hashable, Sendable, CaseIterable {
    /// Published, or agreed by those who would know.
    case high
    /// Supported by some evidence.
    case medium
    /// A judgement that someone has to replace or sign.
    case low
  }

  /// Which end of the range favours the plan.
  public enum Favourable: String, Hashable, Sendable, CaseIterable {
    /// The higher number.
    case high
    /// The lower number.
    case low
    /// Neither: the number is a convention.
    case neither
  }

  /// The name used in files: lower-case words with underscores.
  public let id: String
  /// What is assumed.
  public let title: String
  /// The central number; nil where no evidence is at hand and none is made up.
  public let value: Double?
  /// The lower end of the range.
  public let low: Double?
  /// The upper end of the range.
  public let high: Double?
  /// What it is counted in: `%`, `years`, `£ a year for each £1`.
  public let unit: String
  /// Which end favours the plan.
  public let favourable: Favourable
  /// Who says so.
  public let source: String
  /// How sure it is.
  public let confidence: Confidence
  /// True for a number from a place's own file.
  public let isLocal: Bool

  /// Makes an assumption.
  public init(
    id: String, title: String, value: Double?, low: Double? = nil, high: Double? = nil,
    unit: String, favourable: Favourable = .neither, source: String, confidence: Confidence,
    isLocal: Bool = false
  ) {
    self.id = id
    self.title = title
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.favourable = favourable
    self.source = source
    self.confidence = confidence
    self.isLocal = isLocal
  }

  /// The number in a case; the central one where no range is given.
  public func value(in scenario: PlanScenario) -> Double? {
    switch (scenario, favourable) {
    case (.central, _), (_, .neither): value
    case (.low, .high), (.high, .low): low ?? value
    case (.low, .low), (.high, .high): high ?? value
    }
  }
}

/// How kindly the assumptions are read.
public enum PlanScenario: String, Hashable, Sendable, CaseIterable {
  /// Every assumption at the end of its range that speaks against the plan.
  case low
  /// Every assumption at its central number.
  case central
  /// Every assumption at the end that speaks for the plan.
  case high
}

/// All assumptions of a plan, those of the place in the stead of the general ones.
public struct PlanAssumptions: Hashable, Sendable {
  /// The assumptions, in the order of the catalogue.
  public private(set) var all: [PlanAssumption]

  /// Makes a list.
  public init(_ all: [PlanAssumption] = []) { self.all = all }

  /// The assumption of an id, or nil.
  public subscript(id: String) -> PlanAssumption? { all.first { $0.id == id } }

  /// The number of an assumption in a case, or nil.
  public func value(_ id: String, in scenario: PlanScenario = .central) -> Double? {
    self[id]?.value(in: scenario)
  }

  /// The same list with a place's own numbers.
  public func replaced(by figures: [LocalPlan.Figure]) -> PlanAssumptions {
    var copy = self
    for figure in figures {
      guard let at = copy.all.firstIndex(where: { $0.id == figure.item }) else { continue }
      let old = copy.all[at]
      copy.all[at] = PlanAssumption(
        id: old.id, title: old.title, value: figure.value, low: figure.low, high: figure.high,
        unit: old.unit, favourable: old.favourable, source: figure.source,
        confidence: figure.confidence, isLocal: true)
    }
    return copy
  }
}
