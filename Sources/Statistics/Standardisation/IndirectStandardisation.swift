/// Events seen against events expected at the rates of a reference population.
///
/// With E = Σ nᵢ·xrefᵢ/nrefᵢ: ratio = O/E times the reference value, limits those of O over E;
/// rate = O/E times the reference population's own crude rate.
///
/// Domain: counts ≥ 0, local populations ≥ 0, reference populations > 0. When nothing is
/// expected there is no ratio. Below 10 events the limits are exact; none are withheld.
/// Reference: Breslow & Day 1987, vol. II, IARC 82, p. 65.
public struct IndirectStandardisation: Sendable {
  /// What a ratio of 1 is shown as: 1 or 100.
  public let referenceValue: Double
  /// What the rate is multiplied by.
  public let multiplier: Double
  private let limits: CountLimits

  /// Fixes the confidence and the bases.
  public init(
    confidence: Confidence = .ninetyFive, referenceValue: Double = 100,
    multiplier: Double = 100_000
  ) {
    limits = CountLimits(confidence: confidence)
    self.referenceValue = referenceValue
    self.multiplier = multiplier
  }

  /// What indirect standardisation gives for one area.
  public struct Result: Sendable, Hashable {
    /// Events in the area.
    public let observed: Double
    /// Events expected at the reference rates.
    public let expected: Double
    /// Observed over expected.
    public let ratio: Estimate
    /// The reference population's crude rate.
    public let referenceRate: Double
    /// The ratio times the reference rate.
    public let rate: Estimate
  }

  /// Ratio and rate from the area's and the reference population's age bands.
  ///
  /// `counts` need not be split by the same bands: only their sum is used.
  /// - Throws: a `Blank` that names the band for a missing, negative or non-finite number, a
  ///   reference population of 0, lists of unequal length, or when nothing is expected.
  public func result(
    counts: [Double?], populations: [Double?], referenceCounts: [Double?],
    referencePopulations: [Double?], missingCounts: MissingCounts = .refused
  ) throws(Blank) -> Result {
    try Check.same(populations.count, referenceCounts.count, .population, .referenceCount)
    try Check.same(
      populations.count, referencePopulations.count, .population, .referencePopulation)
    let fill: ([Double?]) -> [Double?] = { values in
      missingCounts == .refused ? values : values.map { $0 ?? 0 }
    }
    let x = try Check.all(fill(counts), .count, above: false)
    let n = try Check.all(fill(populations), .population, above: false)
    let xref = try Check.all(fill(referenceCounts), .referenceCount, above: false)
    let nref = try Check.all(referencePopulations, .referencePopulation, above: true)
    let observed = x.reduce(0, +)
    var expected = 0.0
    for index in n.indices { expected += n[index] * xref[index] / nref[index] }
    guard expected > 0 else { throw .undefined("no events are expected") }
    guard observed.isFinite, expected.isFinite, referenceValue.isFinite, multiplier.isFinite
    else { throw .undefined("the numbers are too large to compute with") }
    let crude = xref.reduce(0, +) / nref.reduce(0, +) * multiplier
    return result(observed, expected, crude)
  }

  private func result(_ observed: Double, _ expected: Double, _ crude: Double) -> Result {
    let interval = limits.interval(observed)
    let method: IntervalMethod = observed < CountLimits.switchover ? .exact : .byar
    func estimate(_ base: Double, _ statistic: Statistic) -> Estimate {
      Estimate(
        observed / expected * base,
        Interval(
          lower: interval.lower / expected * base, upper: interval.upper / expected * base),
        limits.confidence, statistic, method)
    }
    return Result(
      observed: observed, expected: expected,
      ratio: estimate(
        referenceValue, Statistic("indirectly standardised ratio", per: referenceValue)),
      referenceRate: crude,
      rate: estimate(crude, Statistic("indirectly standardised rate", per: multiplier)))
  }
}
