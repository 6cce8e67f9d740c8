import Statistics

/// How a value runs from the most to the least deprived of some places.
///
/// The slope index of inequality: a line through the places in the order of their deprivation,
/// each as wide as its people. It says what lies between places and nothing of what lies inside.
public struct CouncilGradient: Hashable, Sendable {
  /// A place on the line.
  public struct Step: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its people.
    public let people: Double
    /// Its deprivation, the higher the more deprived.
    public let deprivation: Double
    /// Its value.
    public let value: Double
    /// The 95% limits, where published.
    public let limits: Interval?

    /// Makes a step.
    public init(
      name: String, people: Double, deprivation: Double, value: Double, limits: Interval? = nil
    ) {
      self.name = name
      self.people = people
      self.deprivation = deprivation
      self.value = value
      self.limits = limits
    }
  }

  /// Fewer places than this have no line.
  public static let fewest = 5

  /// The places, the most deprived first.
  public let steps: [Step]
  /// The value at the most deprived end less that at the least deprived.
  public let slope: Double
  /// Its 95% interval; nil where the values have none.
  public let limits: Interval?

  /// Lays the line; nil with too few places.
  public init?(_ steps: [Step]) {
    guard steps.count >= Self.fewest else { return nil }
    let ordered = steps.sorted {
      ($1.deprivation, $0.name) < ($0.deprivation, $1.name)
    }
    let isSampled = ordered.allSatisfy { $0.limits != nil }
    let groups = ordered.map { step in
      step.limits.flatMap { limits in
        isSampled
          ? SlopeIndex.Group(
            population: step.people, value: step.value, lower: limits.lower, upper: limits.upper)
          : nil
      } ?? SlopeIndex.Group(population: step.people, value: step.value, standardError: 0)
    }
    guard let index = try? SlopeIndex(groups, kind: .other, multiplier: -1),
      let value = index.slope.value
    else { return nil }
    self.steps = ordered
    slope = value
    limits = isSampled ? index.slope.interval : nil
  }

  /// True where the interval leaves no doubt about the direction; false without one.
  public var isClear: Bool { limits.map { $0.lower > 0 || $0.upper < 0 } ?? false }
}
