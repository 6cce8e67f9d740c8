/// A rate that an area would have if its people were as old as a standard population.
///
/// With weights wᵢ, W = Σwᵢ, O = Σxᵢ: rate = Σ(wᵢxᵢ/nᵢ)/W, variance V = Σ(wᵢ²xᵢ/nᵢ²)/W², limits
/// rate + √(V/O)·(Byar's limit of O - O). Fewer than 10 events give no rate.
///
/// Domain: counts ≥ 0, populations > 0, weights ≥ 0 and not all 0. One band gives the crude rate.
/// Reference: Dobson, Kuulasmaa, Eberle & Scherer 1991, Stat. Med. 10:457; Morris et al. 2018,
/// Popul. Health Metr. 16:19 (the bound of 10).
public struct DirectStandardisation: Sendable {
  /// Fewer events than this are not turned into a rate.
  public static let fewestEvents = 10
  /// What the rate is multiplied by: 100000 for most.
  public let multiplier: Double
  let limits: CountLimits

  /// Fixes the confidence and the base.
  public init(confidence: Confidence = .ninetyFive, multiplier: Double = 100_000) {
    limits = CountLimits(confidence: confidence)
    self.multiplier = multiplier
  }

  /// The rate from one count, population and standard weight per age band.
  ///
  /// - Throws: a `Blank` that names the band for a missing, negative or non-finite number, a
  ///   population of 0, lists of unequal length or weights that are all 0.
  public func rate(
    counts: [Double?], populations: [Double?], standard: [Double?],
    missingCounts: MissingCounts = .refused
  ) throws(Blank) -> StandardisedRate {
    try Check.same(counts.count, populations.count, .count, .population)
    try Check.same(counts.count, standard.count, .count, .standardPopulation)
    var sums = Sums()
    var absent = 0
    for index in counts.indices {
      do throws(Blank) {
        var count = counts[index]
        if count == nil, missingCounts == .none {
          count = 0
          absent += 1
        }
        try sums.add(
          count: count, population: populations[index], weight: standard[index])
      } catch {
        throw .entry(index + 1, error)
      }
    }
    return try rate(sums, absent: absent)
  }

  /// The rate when one person can have several events.
  ///
  /// Entry i says that `persons[i]` of the people in `bands[i]` had exactly `events[i]` events;
  /// population and weight are the band's, the same in each of its entries. The variance is
  /// V = Σ wᵢ²/nᵢ² Σ f²x_if / W².
  /// - Throws: a `Blank` as for `rate`, or when a band has two populations or weights.
  public func repeatEvents(
    bands: [String], events: [Double?], persons: [Double?], populations: [Double?],
    standard: [Double?]
  ) throws(Blank) -> StandardisedRate {
    try Check.same(persons.count, bands.count, .count, .startAge)
    try Check.same(persons.count, events.count, .count, .frequency)
    try Check.same(persons.count, populations.count, .count, .population)
    try Check.same(persons.count, standard.count, .count, .standardPopulation)
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, band) in bands.enumerated() {
      if members[band] == nil { order.append(band) }
      members[band, default: []].append(index)
    }
    var sums = Sums()
    for band in order {
      let rows = members[band] ?? []
      guard let first = rows.first else { continue }
      for row in rows
      where populations[row] != populations[first] || standard[row] != standard[first] {
        throw .entry(row + 1, .undefined("age band \(band) has two populations or weights"))
      }
      do throws(Blank) {
        let band = try RepeatEventBand(
          persons: rows.map { persons[$0] }, events: rows.map { events[$0] })
        try sums.add(
          events: band.events, squares: band.squares, population: populations[first],
          weight: standard[first])
      } catch {
        throw .entry(first + 1, error)
      }
    }
    return try rate(sums)
  }

  /// The rate from sums over the bands of one area.
  ///
  /// - Throws: `Blank.undefined` when the weights are all 0 or a sum is not finite.
  public func rate(_ sums: Sums, absent: Int = 0) throws(Blank) -> StandardisedRate {
    guard sums.bands > 0 else { throw .tooFew(.population, needed: 1, found: 0) }
    guard sums.weight > 0 else { throw .undefined("the standard population is 0 in every band") }
    guard multiplier.isFinite else { throw .notFinite(.multiplier) }
    var result = Estimate(
      value: nil, lower: nil, upper: nil, confidence: limits.confidence,
      statistic: Statistic("dsr", per: multiplier), method: .dobson)
    if sums.count < Double(Self.fewestEvents) {
      result.statistic = Statistic("dsr NA for total count < \(Self.fewestEvents)")
      result.blank = .suppressed(below: Self.fewestEvents)
    } else {
      let rate = sums.rate / sums.weight
      let spread = (sums.variance / sums.count).squareRoot() / sums.weight
      let interval = limits.interval(sums.count)
      let lower = rate + spread * (interval.lower - sums.count)
      let upper = rate + spread * (interval.upper - sums.count)
      guard rate.isFinite, !lower.isNaN, !upper.isNaN else {
        throw .undefined("the numbers are too large or too small to compute with")
      }
      result.value = rate * multiplier
      result.lower = lower * multiplier
      result.upper = upper * multiplier
      if absent > 0 {
        result.blank = .undefined("missing counts taken as 0: \(absent)")
      }
    }
    return StandardisedRate(
      totalCount: sums.count, totalPopulation: sums.population, estimate: result)
  }
}
