import Evidence
import Places

extension Evaluator {
  /// The figure of a measure for a place: published, restated or summed; nil where nothing is said.
  mutating func figure(_ column: Int, _ site: Site, _ period: Period) -> Figure? {
    guard let slice = cube.columns[column].slice(of: period) else {
      if let recorder, recorder.isWatching(column, site.slot) {
        recorder.note(
          LineageRead(
            measure: cube.columns[column].measure, place: site.place.code, period: period,
            figure: nil))
      }
      return nil
    }
    if let own = published(column, site, slice, period) { return own }
    let place = site.place
    if kind(ofColumn: column) == .mean { return mean(column, site, slice, period) }
    // Rates do not add up: a formula divides sums instead.
    if kind(ofColumn: column) == .ratio { return recomputed(column, site, slice, period) }
    if place.tier.isCouncil { return restated(column, site, slice, period) }
    return place.kind.isGroup ? summed(column, site, slice, period) : nil
  }

  /// The place's own figure; a service that it has no duty for is `z` unless it reports money.
  private func published(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard let figure = read(column, site.slot, slice) else { return nil }
    if let value = figure.value, value != 0 { return figure }
    if site.place.tier == .country { return figure }
    return hasDuty(column, site, period) ? figure : .notApplicable
  }

  /// True where a council runs the service that a measure is of.
  func hasDuty(_ column: Int, _ site: Site, _ period: Period) -> Bool {
    duties.holds(column, kind: site.kind, on: period.start)
      ?? (site.place.tier != .lower || !isUpper[column])
  }

  /// The places of a day whose ground a place of today has; none where they cannot be summed.
  struct Predecessors {
    var sites: [Site] = []
    var hasCounty = false
    /// True where a district became part of a single-tier council without its county.
    var lacksCounty = false
  }

  private mutating func predecessors(_ site: Site, on day: Day) -> Predecessors {
    let key = PlaceDay(site, day)
    if let known = predecessorsOf[key] { return known }
    var found = Predecessors()
    let code = site.place.code
    let parts = register.constituents(of: code, on: day)
    // A county that only a district left for a council of one tier says nothing of that ground.
    let isOnlyCounty =
      parts.contains { $0.tier == .single }
      && register.dividedPredecessors(of: code, on: day).allSatisfy { $0.kind == .county }
    if parts.map(\.code) != [code],
      isOnlyCounty || register.dividedPredecessors(of: code, on: day).isEmpty
    {
      found.sites = sites(of: parts)
      found.hasCounty = parts.contains { $0.kind == .county }
      found.lacksCounty =
        site.place.tier == .single && !found.hasCounty
        && parts.contains { $0.kind == .district }
    }
    predecessorsOf[key] = found
    return found
  }

  /// The sum of the predecessors' figures on today's boundary.
  ///
  /// None where a predecessor was divided: its money is never apportioned. None either where a
  /// district became part of a single-tier council without its county, for services that the
  /// county ran there (Christchurch in Bournemouth, Christchurch and Poole).
  private mutating func restated(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard let start = site.place.start, period.start < start else { return nil }
    let before = predecessors(site, on: period.start)
    guard !before.sites.isEmpty, !before.lacksCounty || !isOfCounties(column, period) else {
      return nil
    }
    var total = Figure.notApplicable
    var isHeld = false
    for part in before.sites {
      // A county counts its districts' people as well.
      if before.hasCounty, part.place.tier == .lower, countsPeople[column] { continue }
      if let figure = published(column, part, slice, period) {
        total = .sum(total, figure)
        isHeld = true
      } else if part.place.tier != .lower || hasDuty(column, part, period) {
        return nil
      }
    }
    total.isRestated = true
    return isHeld ? total : nil
  }

  /// True for what counties report, alone or beside their districts, and for what is of no one
  /// service and no count of people.
  private func isOfCounties(_ column: Int, _ period: Period) -> Bool {
    duties.holds(column, kind: Self.county, on: period.start)
      ?? (isUpper[column] || !countsPeople[column])
  }

  private static let county = PlaceKind.allCases.firstIndex(of: .county) ?? 0

  /// The sum over the members of a group that have the duty, with the share of people covered.
  ///
  /// Of a footprint the councils of the day, or today's where those give more of it.
  private mutating func summed(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    var best: Figure?
    for members in grounds(of: site, on: period.start) {
      guard let sum = summed(column, members, period) else { continue }
      if sum.coverage == 1 { return sum }
      if best == nil || (sum.coverage ?? 0) > (best?.coverage ?? 0) { best = sum }
    }
    return best
  }

  private mutating func summed(
    _ column: Int, _ members: [Site], _ period: Period
  ) -> Figure? {
    var total = Figure.notApplicable
    var coverage = Coverage()
    for member in members where !isCountedAbove(column, member.place, members) {
      let figure = figure(column, member, period) ?? missing(column, member, period)
      if figure.isNotApplicable { continue }
      coverage.add(people: residents(member, period), isHeld: figure.value != nil)
      if let value = figure.value {
        total = .sum(total, Figure(value, figure.status))
        total.isRestated = total.isRestated || figure.isRestated
      }
    }
    guard coverage.councils > 0 else { return members.isEmpty ? nil : .notApplicable }
    total.coverage = coverage.share
    if coverage.held < coverage.councils {
      total.status.insert(.notAvailable)
      noteResidents(of: members, period)
    }
    if coverage.held == 0 { total.status = .notAvailable }
    return total
  }

  /// Which of the councils that have a duty are in a sum.
  struct Coverage {
    var councils = 0
    var held = 0
    private var served = 0.0
    private var covered = 0.0

    mutating func add(people: Double, isHeld: Bool) {
      councils += 1
      held += isHeld ? 1 : 0
      served += people
      covered += isHeld ? people : 0
    }

    /// The share of the people served whose councils are in the sum, or of the councils in a year
    /// without residents; 1 only where none is missing.
    var share: Double {
      if held == councils { return 1 }
      let share = served > 0 ? covered / served : Double(held) / Double(councils)
      return min(share, 1 - 1e-9)
    }
  }

  /// True for a district's people, whom its county counts as well.
  private func isCountedAbove(_ column: Int, _ place: Place, _ members: [Site]) -> Bool {
    guard countsPeople[column], place.tier == .lower, let county = place.county else {
      return false
    }
    return members.contains { $0.place.code == county }
  }

  /// The mean over the councils of an area, weighted by residents and marked estimated.
  private func mean(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard site.place.tier != .body, site.place.tier != .lower else { return nil }
    var sum = 0.0
    var people = 0.0
    for member in sites(of: register.members(of: site.place.code, level: .lowest)) {
      guard let value = read(column, member.slot, slice)?.value else { return nil }
      let weight = residents(member, period)
      noteResidents(of: [member], period)
      sum += value * weight
      people += weight
    }
    guard people > 0 else { return nil }
    var figure = Figure(sum / people, .estimated)
    figure.coverage = 1
    return figure
  }

  /// What a member that no source speaks of adds: nothing where it has no duty, else a gap.
  private func missing(_ column: Int, _ site: Site, _ period: Period) -> Figure {
    // Measures that are not of a service (children, pupils) are published for the upper tier.
    let isExpected =
      duties.isGeneral(column, kind: site.kind, on: period.start) ?? (site.place.tier != .lower)
    return isExpected ? .absent : .notApplicable
  }

  /// Residents of a council, for weighing coverage.
  func residents(_ site: Site, _ period: Period) -> Double {
    guard let population, let slice = cube.columns[population].slice(of: period) else { return 0 }
    return cube.columns[population].figure(place: site.slot, slice: slice)?.value ?? 0
  }

  /// Notes, for who asks how a value came about, the residents by which councils were weighed.
  func noteResidents(of sites: [Site], _ period: Period) {
    guard recorder != nil, let population,
      let slice = cube.columns[population].slice(of: period)
    else { return }
    for site in sites
    where cube.columns[population].figure(place: site.slot, slice: slice) != nil {
      _ = read(population, site.slot, slice)
    }
  }

  /// A formula summed over bodies of a kind that serve the place and nowhere else.
  mutating func bodies(
    _ kind: PlaceKind?, _ inner: Term, _ site: Site, _ period: Period
  ) -> Figure {
    var total = Figure.notApplicable
    for (body, isWider) in serving(site, on: period.start) where body.place.kind == kind {
      // A body that also serves others cannot be cut to the place.
      if isWider { return .absent }
      total = .sum(total, evaluate(inner, body, period))
    }
    return total
  }

  /// The bodies that serve a place on a day, and whether they serve others as well.
  private mutating func serving(
    _ site: Site, on day: Day
  ) -> [(site: Site, isWider: Bool)] {
    let key = PlaceDay(site, day)
    if let known = bodiesOf[key] { return known }
    let councils =
      site.place.tier.isCouncil ? [site] : grounds(of: site, on: day).first ?? []
    let codes = Set(councils.map(\.place.code))
    var found: [(site: Site, isWider: Bool)] = []
    for (body, isWider) in catalogue.bodies.serving(codes, on: day) where !codes.contains(body) {
      if let slot = cube.slot(body) { found.append((sites[slot], isWider)) }
    }
    bodiesOf[key] = found
    return found
  }
}
