import Evidence

/// Disagreements among the figures of a file: the first few by name, all of them counted.
struct Findings {
  /// What can be wrong.
  enum Kind: Int, CaseIterable {
    /// The same place, period and measure.
    case twice
    /// A value outside its own limits.
    case limits
    /// A numerator above its denominator.
    case above
    /// A rate that its count and denominator do not give.
    case rate
    /// A national figure outside the range of its councils.
    case range
    /// Councils that do not add up to England.
    case sum

    /// What to call it, for one and for several.
    var words: (one: String, many: String) {
      switch self {
      case .twice: ("figure stands twice", "figures stand twice")
      case .limits: ("value lies outside its limits", "values lie outside their limits")
      case .above: ("count is above its denominator", "counts are above their denominator")
      case .rate:
        (
          "rate does not follow from its count and denominator",
          "rates do not follow from their count and denominator"
        )
      case .range:
        (
          "national figure lies outside the range of its councils",
          "national figures lie outside the range of their councils"
        )
      case .sum:
        (
          "national figure differs from the sum of its councils",
          "national figures differ from the sum of their councils"
        )
      }
    }
  }

  private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  private var named = [[Note]](repeating: [], count: Kind.allCases.count)

  /// Counts a disagreement and keeps it in words while there are few.
  mutating func add(_ kind: Kind, _ figure: Observation, _ what: @autoclosure () -> String) {
    counts[kind.rawValue] += 1
    guard named[kind.rawValue].count < Plausibility.named else { return }
    named[kind.rawValue].append(
      Note(
        line: figure.line,
        "check: \(figure.place) \(figure.period.label) \(figure.measure): \(what())"))
  }

  /// How often a kind was found.
  subscript(_ kind: Kind) -> Int { counts[kind.rawValue] }

  /// One note with the count for each kind, then those that are named.
  var notes: [Note] {
    Kind.allCases.flatMap { kind -> [Note] in
      let count = counts[kind.rawValue]
      guard count > 0 else { return [] }
      let words = count == 1 ? kind.words.one : kind.words.many
      return [Note(line: 0, "check: \(count) \(words)")] + named[kind.rawValue]
    }
  }
}
