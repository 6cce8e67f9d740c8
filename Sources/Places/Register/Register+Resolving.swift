extension Register {
  /// What a name or code means, whatever its case, punctuation and words such as "Council" or "UA".
  ///
  /// A council goes before an area and an area before a body of the same name; a place of the day
  /// before one that is not, or a current one before one that has ended when no day is given. What
  /// is then still several is `.ambiguous`, and so are the first words of several names
  /// ("Newcastle"). A misspelt name is never taken for the right one: it is `.unknown` with the
  /// nearest.
  public func resolve(_ text: String, on day: Day? = nil) -> Resolution {
    resolve(text, on: day, suggests: true)
  }

  /// The place that a text means, or nil where it means none or may mean several.
  ///
  /// As `resolve`, without looking for what is nearest, which takes long.
  public func place(named text: String, on day: Day? = nil) -> Place? {
    resolve(text, on: day, suggests: false).place
  }

  private func resolve(_ text: String, on day: Day?, suggests: Bool) -> Resolution {
    let folded = Folding.fold(Folding.withoutNotes(text))
    let candidates = names.candidates(for: text)
    if !candidates.isEmpty {
      let kinds = Designation(folded: folded).kinds
      let chosen = preferred(candidates.map { places[$0] }, kinds: kinds, on: day)
      let others = chosen.count == 1 ? rivals(of: chosen[0], for: folded, on: day) : []
      let all = (chosen + others).sorted { $0.code < $1.code }
      return all.count == 1 ? .found(all[0]) : .ambiguous(all)
    }
    if Self.looksLikeCode(text), let place = place(code: text, on: day) { return .found(place) }
    if let other = self[Self.normalised(text)], other.kind == .otherArea { return .found(other) }
    let begun = names.beginning(with: Designation(folded: folded).core).map { places[$0] }
    let chosen = ranked(begun.filter { $0.validity.holds(on: day) && $0.tier != .body })
    if chosen.count > 1 { return .ambiguous(chosen.sorted { $0.code < $1.code }) }
    guard suggests else { return .unknown(nearest: chosen) }
    return .unknown(nearest: unique(chosen + nearest(to: folded, on: day), limit: 5))
  }

  /// True for the shape of an ONS code, an E-code or a code of the register.
  ///
  /// Letters alone are not taken for a code: "All" is a total, not mySociety's code for Allerdale.
  private static func looksLikeCode(_ text: String) -> Bool {
    text.utf8.count >= 4 && text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// The other councils whose own name begins with a name that is only a short form of a place's.
  ///
  /// A sheet may print "Newcastle" for Newcastle upon Tyne; a reader may mean the other one.
  private func rivals(of place: Place, for folded: String, on day: Day?) -> [Place] {
    guard place.tier.isCouncil, Folding.fold(place.name).hasPrefix(folded + " ") else { return [] }
    return names.beginning(with: folded).map { places[$0] }.filter { other in
      other != place && other.tier.isCouncil && other.validity.holds(on: day)
        && Folding.fold(other.name).hasPrefix(folded + " ")
    }
  }

  /// The places among some with one name that it most likely means, in the order of their codes.
  private func preferred(_ all: [Place], kinds: Set<PlaceKind>?, on day: Day?) -> [Place] {
    func narrowed(_ places: [Place], _ keep: (Place) -> Bool) -> [Place] {
      let kept = places.filter(keep)
      return kept.isEmpty ? places : kept
    }
    var rest = narrowed(all) { $0.validity.holds(on: day) }
    if let kinds { rest = narrowed(rest) { kinds.contains($0.kind) } }
    rest = narrowed(rest) { $0.tier.isCouncil }
    rest = narrowed(rest) { $0.tier != .body }
    // Names of equal rank that have all ended: the last to end is meant.
    if day == nil, rest.allSatisfy({ !$0.isCurrent }), let last = rest.compactMap(\.end).max() {
      rest = rest.filter { $0.end == last }
    }
    return rest
  }

  /// The places whose name is a slip or two away, the nearest first.
  private func nearest(to folded: String, on day: Day?) -> [Place] {
    let wanted = Array(folded.utf8)
    let core = Array(Designation(folded: folded).core.utf8)
    let limit = wanted.count <= 4 ? 1 : wanted.count <= 8 ? 2 : 3
    var best: [Int: Int] = [:]
    for entry in names.entries {
      var distance = EditDistance.between(wanted, entry.bytes, limit: limit)
      if core.count >= 4, core != wanted,
        let other = EditDistance.between(core, entry.bytes, limit: limit)
      {
        distance = min(distance ?? other, other)
      }
      guard let distance else { continue }
      for index in entry.places { best[index] = min(best[index] ?? distance, distance) }
    }
    let order = best.sorted { left, right in
      let (one, other) = (places[left.key], places[right.key])
      return (left.value, rank(one), one.name, one.code)
        < (right.value, rank(other), other.name, other.code)
    }
    return order.map { places[$0.key] }
  }

  private func ranked(_ all: [Place]) -> [Place] {
    all.sorted { (rank($0), $0.name, $0.code) < (rank($1), $1.name, $1.code) }
  }

  /// Current councils first, then areas, bodies, and what has ended.
  private func rank(_ place: Place) -> Int {
    let tier = place.tier.isCouncil ? 0 : place.tier == .body ? 2 : 1
    return place.isCurrent ? tier : tier + 3
  }

  private func unique(_ all: [Place], limit: Int) -> [Place] {
    var seen: Set<String> = []
    return Array(all.filter { seen.insert($0.code).inserted }.prefix(limit))
  }
}
