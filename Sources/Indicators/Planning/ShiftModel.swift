/// Money moved from crisis to prevention: what it costs each year, and what it must bring.
///
/// Extra prevention grows in equal steps to its target. Each £1 of it that has run for `lag` years
/// lowers the cost of crisis by `effect` a year for as long as it runs. Until then both are paid:
/// double running. Of what is avoided, `cashable` leaves a budget. Amounts are real.
public struct ShiftModel: Hashable, Sendable {
  /// What is assumed.
  public struct Terms: Hashable, Sendable {
    /// Prevention spending today, £ a year.
    public var prevention: Double
    /// Prevention spending wanted in the last year, £ a year.
    public var target: Double
    /// How many years until crisis falls.
    public var lag: Int
    /// Crisis cost avoided a year for each £1 a year; nil where no local evidence is at hand.
    public var effect: Double?
    /// By how much claims are cut for optimism, 0 to 1.
    public var optimism: Double
    /// The share of avoided cost that leaves a budget, 0 to 1.
    public var cashable: Double
    /// Set-up cost for each £1 a year of new prevention, once.
    public var setUp: Double
    /// How later money is valued.
    public var discounting: Discounting

    /// Makes the terms.
    public init(
      prevention: Double, target: Double, lag: Int, effect: Double?, optimism: Double,
      cashable: Double, setUp: Double, discounting: Discounting
    ) {
      self.prevention = prevention
      self.target = target
      self.lag = lag
      self.effect = effect
      self.optimism = optimism
      self.cashable = cashable
      self.setUp = setUp
      self.discounting = discounting
    }
  }

  /// A year of the shift, in real £.
  public struct Year: Hashable, Sendable {
    /// 1 to 10.
    public let year: Int
    /// Prevention spending beyond today's.
    public let extra: Double
    /// Set-up cost.
    public let setUp: Double
    /// The part of the extra that has run long enough to have an effect.
    public let mature: Double
    /// Crisis cost avoided; nil without an effect.
    public let avoided: Double?
    /// What of it leaves a budget; nil without an effect.
    public let released: Double?

    /// The part paid beside a crisis service that it cannot have changed yet.
    public var doubleRunning: Double { extra - mature }
    /// What the year costs: the extra and the set-up.
    public var cost: Double { extra + setUp }
    /// Cost less what leaves budgets; nil without an effect.
    public var net: Double? { released.map { cost - $0 } }
    /// True for the years that are agreed; the others are indicative.
    public var isFirm: Bool { year <= DoNothing.firmYears }
  }

  /// How many years a plan runs.
  public static let length = 10

  /// What is assumed.
  public let terms: Terms
  /// The years.
  public let years: [Year]

  /// Runs the shift.
  public init(_ terms: Terms) {
    self.terms = terms
    let step = (terms.target - terms.prevention) / Double(Self.length)
    let claim = terms.effect.map { $0 * (1 - terms.optimism) }
    years = (1...Self.length).map { year in
      let mature = step * Double(max(0, year - terms.lag))
      let avoided = claim.map { $0 * mature }
      return Year(
        year: year, extra: step * Double(year), setUp: max(0, step) * terms.setUp,
        mature: mature, avoided: avoided, released: avoided.map { $0 * terms.cashable })
    }
  }

  /// The cost of all years in today's value.
  public var presentCost: Double { terms.discounting.presentValue(years.map(\.cost)) }

  /// Cost less release over all years in today's value; nil without an effect.
  public var presentNet: Double? {
    let net = years.compactMap(\.net)
    return net.count == years.count ? terms.discounting.presentValue(net) : nil
  }

  /// The first year by whose end as much was released as was spent; nil if none.
  public var paybackYear: Int? {
    var sum = 0.0
    for year in years {
      guard let net = year.net else { return nil }
      sum += net
      if sum <= 0 { return year.year }
    }
    return nil
  }

  /// What each £1 a year must truly avoid so that ten years pay for themselves.
  ///
  /// Nil where nothing matures in time. Counted is only what leaves a budget, or all that is
  /// avoided.
  ///
  /// - Parameter onlyCashable: count only what leaves a budget.
  /// - Returns: £ a year for each £1 a year.
  public func breakEven(onlyCashable: Bool) -> Double? {
    let value = terms.discounting.presentValue(years.map(\.mature))
    let kept = onlyCashable ? terms.cashable : 1
    return value * kept > 0 ? presentCost / (value * kept) : nil
  }

  /// What an evaluation must claim for a true effect, since claims are cut for optimism.
  ///
  /// - Parameter effect: £ truly avoided a year for each £1 a year.
  /// - Returns: £ claimed; nil where nothing of a claim is believed.
  public func claim(for effect: Double) -> Double? {
    terms.optimism < 1 ? effect / (1 - terms.optimism) : nil
  }
}
