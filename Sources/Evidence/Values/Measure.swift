/// Something that is measured in places over periods, under one fixed definition.
public struct Measure: Hashable, Sendable {
  /// The name used in formulae: lower-case words with dots, `outturn.asc.net`.
  public let id: String
  /// What it is, in words.
  public let title: String
  /// What it is counted in.
  public let unit: Unit
  /// How it behaves when places are joined.
  public let kind: Kind
  /// The tiers of council that report it: `all`, `upper`, `lower`.
  public let tier: String
  /// Whether more is better, worse, or neither.
  public let polarity: Polarity
  /// The service whose duty decides where it applies, by its key (`asc`), or `""`.
  public let service: String

  /// How a measure behaves when places are joined.
  public enum Kind: String, Sendable {
    /// Money that flowed in the period: places add up.
    case flow
    /// A stock or count at a time: places add up.
    case stock
    /// A ratio: places do not add up; it is recomputed from what it divides.
    case ratio
    /// A score of residents' areas: places are joined by the mean, weighted by residents.
    case mean
  }

  /// Whether more of a measure is better.
  public enum Polarity: String, Sendable {
    /// More is better.
    case high
    /// Less is better.
    case low
    /// Neither: context.
    case neutral
  }

  /// Makes a measure.
  public init(
    id: String, title: String, unit: Unit, kind: Kind, tier: String = "all",
    polarity: Polarity = .neutral, service: String = ""
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.kind = kind
    self.tier = tier
    self.polarity = polarity
    self.service = service
  }
}
