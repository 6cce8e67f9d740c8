/// Whether a high value of an indicator is wanted.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
  case highIsGood = "high_is_good"
  case lowIsGood = "low_is_good"
  case noJudgement = "no_judgement"
}
