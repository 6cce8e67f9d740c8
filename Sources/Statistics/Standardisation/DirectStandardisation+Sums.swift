extension DirectStandardisation {
  /// What is added up over the age bands of one area, one band at a time.
  ///
  /// For tables with one row per area and age band: no list is kept.
  public struct Sums: Sendable, Hashable {
    /// How many bands were added.
    public private(set) var bands = 0
    /// Σ xᵢ.
    public private(set) var count = 0.0
    /// Σ nᵢ.
    public private(set) var population = 0.0
    var weight = 0.0
    var rate = 0.0
    var variance = 0.0

    /// Starts with no band.
    public init() {}

    /// Adds a band of independent events.
    ///
    /// - Throws: a `Blank` for a value that is missing, not finite or out of its domain.
    public mutating func add(
      count: Double?, population: Double?, weight: Double?
    ) throws(Blank) {
      let x = try Check.notNegative(count, .count)
      try add(events: x, squares: x, population: population, weight: weight)
    }

    /// Adds a band from its events and the sum of their squares.
    mutating func add(
      events: Double, squares: Double, population: Double?, weight: Double?
    ) throws(Blank) {
      let n = try Check.positive(population, .population)
      let w = try Check.notNegative(weight, .standardPopulation)
      bands += 1
      count += events
      self.population += n
      self.weight += w
      let share = w / n
      rate += share * events
      variance += share * share * squares
    }
  }
}
