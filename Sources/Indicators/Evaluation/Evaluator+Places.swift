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
    if place.tier.isCouncil { return restated(column, place, slice, period) }
    return place.kind.isGroup ? summed(column, site, slice, period) : nil
  }

  /// The place's own figure; a service that it has no duty for is `z` unless it reports money.
  private func published(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard let figure = read(column, site.slot, slice) else {
      return nil
    }
    let place = site.place
    if place.tier == .country || figure.value.map({ $0 != 0 }) ?? false { return figure }
    return hasDuty(column, place, period) ? figure : .notApplicable
  }

  /// True where a council runs the service that a measure is of.
  func hasDuty(_ column: Int, _ place: Place, _ period: Period) -> Bool {
    guard let service = service(ofColumn: column) else {
      return place.tier != .lower || !isUpper[column]
    }
    return catalogue.duties.holds(service, place.kind, on: period.start)
  }

  /// The sum of the predecessors' figures on today's boundary.
  ///
  /// None where a predecessor was divided: its money is never apportioned. None either where a
  /// district became part of a single-tier council without its county, for services that the
  /// county ran there (Christchurch in Bournemouth, Christchurch and Poole).
  private mutating func restated(
    _ column: Int, _ place: Place, _ slice: Int, _ period: Period
  ) -> Figure? {
    guard let start = place.start, period.start < start else { return nil }
    let parts = register.constituents(of: place.code, on: period.start)
    guard !parts.isEmpty, parts.map(\.code) != [place.code] else { return nil }
    guard register.dividedPredecessors(of: place.code, on: period.start).isEmpty else { return nil }
    let hasCounty = parts.contains { $0.kind == .county }
    if place.tier == .single, !hasCounty, parts.contains(where: { $0.kind == .district }),
      isOfCounties(column, period)
    {
      return nil
    }
    var total = Figure.notApplicable
    var isHeld = false
    for part in parts {
      // A county counts its districts' people as well.
      if hasCounty, part.tier == .lower, countsPeople[column] { continue }
      if let slot = cube.slot(part.code),
        let figure = published(column, Site(place: part, slot: slot), slice, period)
      {
        total = .sum(total, figure)
        isHeld = true
      } else if part.tier != .lower || hasDuty(column, part, period) {
        return nil
      }
    }
    total.isRestated = true
    return isHeld ? total : nil
  }

  /// True for what counties, and not their districts, report.
  private func isOfCounties(_ column: Int, _ period: Period) -> Bool {
    guard let service = service(ofColumn: column) else { return isUpper[column] }
    return catalogue.duties.holds(service, .county, on: period.start)
  }

  /// The sum over the members of a group that have the duty, with the share of people covered.
  private mutating func summed(
    _ column: Int, _ site: Site, _ slice: Int, _ period: Period
  ) -> Figure? {
    let members = members(of: site)
    var total = Figure.notApplicable
    var coverage = Coverage()
    for member in members where !isCountedAbove(column, member.place, members) {
      let figure = figure(column, member, period) ?? missing(column, member.place, period)
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
    for member in register.members(of: site.place.code, level: .lowest) {
      guard let slot = cube.slot(member.code),
        let figure = read(column, slot, slice),
        let value = figure.value
      else { return nil }
      let weight = residents(Site(place: member, slot: slot), period)
      noteResidents(of: [Site(place: member, slot: slot)], period)
      sum += value * weight
      people += weight
    }
    guard people > 0 else { return nil }
    var figure = Figure(sum / people, .estimated)
    figure.coverage = 1
    return figure
  }

  /// What a member that no source speaks of adds: nothing where it has no duty, else a gap.
  private func missing(_ column: Int, _ place: Place, _ period: Period) -> Figure {
    guard let service = service(ofColumn: column) else {
      // Measures that are not of a service (children, pupils) are published for the upper tier.
      return place.tier == .lower ? .notApplicable : .absent
    }
    return catalogue.duties.isGeneral(service, place.kind, on: period.start)
      ? .absent : .notApplicable
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

  /// An expression summed over bodies of a kind that serve the place and nowhere else.
  mutating func bodies(
    _ kind: String, _ inner: Expression, _ site: Site, _ period: Period
  ) -> Figure {
    let councils = site.place.tier.isCouncil ? [site] : members(of: site)
    let codes = Set(councils.map(\.place.code))
    var total = Figure.notApplicable
    for (body, isWider) in catalogue.bodies.serving(codes, on: period.start)
    where !codes.contains(body) {
      guard let found = register[body], found.kind.rawValue == kind.replacing("_", with: "-") else {
        continue
      }
      // A body that also serves others cannot be cut to the place.
      if isWider { return .absent }
      total = .sum(total, evaluate(inner, found, period))
    }
    return total
  }
}
