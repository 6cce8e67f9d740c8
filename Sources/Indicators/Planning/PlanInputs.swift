/// An outcome that plans set a target for: a row of `datasets/catalogue/plan-outcomes.csv`.
public struct PlanOutcome: Hashable, Sendable {
  /// The indicator's id.
  public let indicator: String
  /// True where more is better; the indicator itself may be neutral.
  public let isHigherBetter: Bool
  /// True for the one or two that stand for their outcome on page one and in figures.
  public let isLead: Bool
  /// A target for every place, such as none at all; nil for the best quartile.
  public let target: Double?
  /// Why this one.
  public let reason: String

  /// Makes a row.
  public init(
    indicator: String, isHigherBetter: Bool, isLead: Bool, target: Double? = nil, reason: String
  ) {
    self.indicator = indicator
    self.isHigherBetter = isHigherBetter
    self.isLead = isLead
    self.target = target
    self.reason = reason
  }
}

/// A crisis service whose people and prices are told apart: `datasets/catalogue/plan-demand.csv`.
public struct PlanDemand: Hashable, Sendable {
  /// The name used in files.
  public let id: String
  /// What it is, as a heading.
  public let title: String
  /// One of those who use it, in a sentence: `child in care`.
  public let user: String
  /// Several of them.
  public let users: String
  /// For whom it is there: `children`, `adults`, `households`; `population.` items carry the name.
  public let people: String
  /// The indicator of users for every `per` people, over as many years as there are; or `""`.
  public let rate: String
  /// For how many people the rate is.
  public let per: Double
  /// The indicator of users counted; or `""`.
  public let volume: String
  /// The indicator of real spending for each person it is there for; or `""`.
  public let spending: String
  /// Who answers for it.
  public let owner: String

  /// Makes a row.
  public init(
    id: String, title: String, user: String, users: String, people: String, rate: String,
    per: Double, volume: String, spending: String, owner: String
  ) {
    self.id = id
    self.title = title
    self.user = user
    self.users = users
    self.people = people
    self.rate = rate
    self.per = per
    self.volume = volume
    self.spending = spending
    self.owner = owner
  }
}

/// All that plans are written from beside the indicators.
public struct PlanInputs: Hashable, Sendable {
  /// The general assumptions.
  public var assumptions: PlanAssumptions
  /// The outcomes with targets.
  public var outcomes: [PlanOutcome]
  /// The crisis services.
  public var demands: [PlanDemand]
  /// The places' own files, by place.
  public var local: [String: LocalPlan]
  /// What partners spend.
  public var partners: [PartnerSpending]

  /// Makes the inputs.
  public init(
    assumptions: PlanAssumptions = PlanAssumptions(), outcomes: [PlanOutcome] = [],
    demands: [PlanDemand] = [], local: [String: LocalPlan] = [:], partners: [PartnerSpending] = []
  ) {
    self.assumptions = assumptions
    self.outcomes = outcomes
    self.demands = demands
    self.local = local
    self.partners = partners
  }

  /// The file of a place, empty where there is none.
  public func local(_ place: String) -> LocalPlan { local[place] ?? LocalPlan(place: place) }

  /// The assumptions of a place.
  public func assumptions(_ place: String) -> PlanAssumptions {
    assumptions.replaced(by: local(place).figures)
  }

  /// What partners spend in a place, in the order of the files.
  public func partners(_ place: String) -> [PartnerSpending] {
    partners.filter { $0.place == place }
  }
}
