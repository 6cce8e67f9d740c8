extension SlopeIndex {
  /// One group of people and how its value is known.
  public struct Group: Sendable, Hashable {
    /// How many people it holds.
    public let population: Double?
    /// Its value.
    public let value: Double?
    /// The 95% limits of the value.
    public let lower: Double?
    /// The 95% limits of the value.
    public let upper: Double?
    /// The standard error, when there are no limits, on the scale of the value's kind.
    public let standardError: Double?

    /// A group known by its 95% limits.
    public init(population: Double?, value: Double?, lower: Double?, upper: Double?) {
      self.population = population
      self.value = value
      self.lower = lower
      self.upper = upper
      standardError = nil
    }

    /// A group known by its standard error.
    public init(population: Double?, value: Double?, standardError: Double?) {
      self.population = population
      self.value = value
      lower = nil
      upper = nil
      self.standardError = standardError
    }

    /// The error on a scale.
    func error(on scale: TrendScale) throws(Blank) -> Double {
      if let standardError { return try Check.notNegative(standardError, .standardError) }
      guard let lower else { throw .missing(.lowerLimit) }
      guard let upper else { throw .missing(.upperLimit) }
      guard lower <= upper else { throw .exceeds(.lowerLimit, .upperLimit) }
      guard let low = scale.apply(lower) else { throw Self.fault(scale, .lowerLimit) }
      guard let high = scale.apply(upper) else { throw Self.fault(scale, .upperLimit) }
      return (high - low) / (2 * Confidence.ninetyFive.z)
    }

    static func fault(_ scale: TrendScale, _ what: Quantity) -> Blank {
      switch scale {
      case .linear: .notFinite(what)
      case .log: .notPositive(what)
      case .logit: .outside(what, 0...1)
      }
    }
  }
}
