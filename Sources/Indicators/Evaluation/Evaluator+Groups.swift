import Evidence
import Places

extension Evaluator {
  /// A published rate of a group of councils, from the numerators and denominators of all of them.
  ///
  /// None where a council's are not published, where they do not give its rate (standardised
  /// rates, estimates) or where two councils share one figure: a mean of rates is never made.
  mutating func recomputed(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard site.place.kind.isGroup else { return nil }
    var (above, below, units) = (0.0, 0.0, 0.0)
    for member in members(of: site) where hasDuty(column, member, period) {
      guard let figure = read(column, member.slot, slice),
        let value = figure.value, let count = figure.numerator,
        let denominator = figure.denominator, denominator > 0,
        figure.status.isDisjoint(with: [.estimated, .unreliable])
      else { return nil }
      if count > 0 {
        let found = Self.units(value * denominator / count)
        guard found > 0, units == 0 || units == found else { return nil }
        units = found
      }
      above += count
      below += denominator
    }
    guard below > 0, units > 0 else { return nil }
    var figure = Figure(above / below * units, numerator: above, denominator: below, coverage: 1)
    figure.isRecomputed = true
    return figure
  }

  /// The power of ten that a rate is for; 0 where it is near none, as counts rounded to 5 allow.
  private static func units(_ ratio: Double) -> Double {
    for units in [1, 100, 1000, 10_000, 100_000] as [Double]
    where abs(ratio / units - 1) < 0.1 {
      return units
    }
    return 0
  }

  /// A formula of each council of a group, summed; of any other place the formula itself.
  ///
  /// What a group has of its own, published or summed measure by measure, goes first.
  mutating func members(
    _ inner: Term, _ site: Site, _ period: Period
  ) -> Figure {
    let own = evaluate(inner, site, period)
    guard own.value == nil, site.place.kind.isGroup else { return own }
    var total = Figure.notApplicable
    var coverage = Coverage()
    for member in members(of: site) {
      let figure = evaluate(inner, member, period)
      if figure.isNotApplicable { continue }
      coverage.add(people: residents(member, period), isHeld: figure.value != nil)
      if let value = figure.value { total = .sum(total, Figure(value, figure.status)) }
    }
    guard coverage.held > 0 else { return own }
    total.coverage = coverage.share
    if coverage.held < coverage.councils {
      total.status.insert(.notAvailable)
      noteResidents(of: members(of: site), period)
    }
    return total
  }
}

extension PlaceKind {
  /// True for groups of councils whose figures are made from those of their members.
  var isGroup: Bool { self == .region || self == .combinedAuthority || self == .area }
}
