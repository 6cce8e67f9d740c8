import Statistics

/// A way of paying statutory sick pay: a law, or a reform that people argue for.
public struct SickPayScenario: Hashable, Sendable {
  /// What a scenario stands for among the others.
  public enum Kind: String, CaseIterable, Sendable {
    /// The law until 5 April 2026.
    case before
    /// That law at today's rates: who gains and who loses is told against it.
    case uprated
    /// The law from 6 April 2026.
    case after
    /// What might be.
    case reform
  }

  /// The name used in columns: lower-case words with underscores.
  public let id: String
  /// What it is, as a heading.
  public let title: String
  /// What it stands for.
  public let kind: Kind
  /// What it pays.
  public let rule: SickPayRule
  /// What must be said of it.
  public let note: String
  /// Where it comes from.
  public let source: String

  /// Makes a scenario.
  public init(
    id: String, title: String, kind: Kind, rule: SickPayRule, note: String = "",
    source: String = ""
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.rule = rule
    self.note = note
    self.source = source
  }
}
