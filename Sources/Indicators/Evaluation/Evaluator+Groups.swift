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
    for members in grounds(of: site, on: period.start) {
      if let figure = recomputed(column, members, slice, period) { return figure }
    }
    return nil
  }

  private func recomputed(
    _ column: Int, _ members: [Site], _ slice: Int, _ period: Period
  ) -> Figure? {
    var (above, below, units) = (0.0, 0.0, 0.0)
    for member in members where hasDuty(column, member, period) {
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
    var best: Figure?
    for members in grounds(of: site, on: period.start) {
      guard let sum = sum(inner, members, period) else { continue }
      if !sum.isPartial { return sum }
      if (sum.coverage ?? 0) > (best?.coverage ?? 0) { best = sum }
    }
    return best ?? own
  }

  /// A formula of each of some councils, summed; nil where none of them has a value.
  private mutating func sum(
    _ inner: Term, _ members: [Site], _ period: Period
  ) -> Figure? {
    var total = Figure.notApplicable
    var coverage = Coverage()
    for member in members {
      let figure = evaluate(inner, member, period)
      if figure.isNotApplicable { continue }
      coverage.add(people: residents(member, period), isHeld: figure.value != nil)
      if let value = figure.value { total = .sum(total, Figure(value, figure.status)) }
    }
    guard coverage.held > 0 else { return nil }
    total.coverage = coverage.share
    if coverage.held < coverage.councils {
      total.status.insert(.notAvailable)
      noteResidents(of: members, period)
    }
    return total
  }

  /// The councils that cover a group: today's, or of a footprint those of the day as well.
  ///
  /// Figures of a footprint are summed over the councils that there were, so that its ground is the
  /// same before and after they change. A publisher may have given them for the councils of today
  /// instead: those come second.
  mutating func grounds(of site: Site, on day: Day) -> [[Site]] {
    guard site.place.kind == .footprint else { return [members(of: site)] }
    let key = PlaceDay(site, day)
    if let known = groundsOf[key] { return known }
    let then = sites(of: register.members(of: site.place.code, on: day, level: .all))
    let today = members(of: site)
    let isSame = then.map(\.slot) == today.map(\.slot)
    let found = then.isEmpty || isSame ? [today] : [then, today]
    groundsOf[key] = found
    return found
  }
}

extension PlaceKind {
  /// True for groups of councils whose figures are made from those of their members.
  var isGroup: Bool {
    self == .region || self == .combinedAuthority || self == .area || self == .footprint
  }
}
