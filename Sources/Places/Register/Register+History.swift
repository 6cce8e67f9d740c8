extension Register {
  /// The places that took over from a place, and from those in turn, by day and code.
  public func successors(of code: String) -> [Place] {
    closure(from: code) { (self.successionsByOld[$0] ?? []).map { ($0.changedOn, $0.new) } }
  }

  /// The places that a place took over from, and those before them, by day and code.
  public func predecessors(of code: String) -> [Place] {
    closure(from: code) { (self.successionsByNew[$0] ?? []).map { ($0.changedOn, $0.old) } }
  }

  /// The places whose figures of a day make up those of a place of today.
  ///
  /// The place itself if it existed, and the predecessors of that day that went to it in whole: of
  /// Somerset in 2018 its county council and five districts. Divided predecessors are in
  /// `dividedPredecessors(of:on:)` and must not be apportioned.
  public func constituents(of code: String, on day: Day) -> [Place] {
    parts(of: code, on: day).whole.sorted { $0.code < $1.code }
  }

  /// The predecessors of a day that were divided, so that their figures cannot be restated.
  public func dividedPredecessors(of code: String, on day: Day) -> [Place] {
    parts(of: code, on: day).divided.sorted { $0.code < $1.code }
  }

  /// What happened to a place, the earliest first; what has no day comes before all.
  public func history(of code: String) -> [PlaceEvent] {
    guard let place = self[code] else { return [] }
    var events = (codesByPlace[code] ?? []).filter { $0.scheme == .formerONS }.map { former in
      PlaceEvent(
        day: former.validity.to?.next, kind: .recoded, places: [former.value])
    }
    for (day, rows) in byDay(successionsByNew[code] ?? []) {
      let kind: PlaceEvent.Kind = place.start == day ? .formed : .joined
      events.append(PlaceEvent(day: day, kind: kind, places: rows.map(\.old).sorted()))
    }
    if let start = place.start, !events.contains(where: { $0.kind == .formed }) {
      events.append(PlaceEvent(day: start, kind: .formed, places: []))
    }
    if let end = place.end {
      let next = (successionsByOld[code] ?? []).map(\.new).sorted()
      events.append(PlaceEvent(day: end.next, kind: .ended, places: next))
    }
    return events.sorted {
      ($0.day?.number ?? 0, $0.kind.rawValue) < ($1.day?.number ?? 0, $1.kind.rawValue)
    }
  }

  private func parts(of code: String, on day: Day) -> (whole: [Place], divided: [Place]) {
    var whole: [Place] = []
    var divided: [Place] = []
    var seen: Set<String> = [code]
    var waiting = [code]
    while let next = waiting.popLast() {
      if let place = self[next], place.existed(on: day) { whole.append(place) }
      for row in successionsByNew[next] ?? [] where seen.insert(row.old).inserted {
        if row.isWhole {
          waiting.append(row.old)
        } else if let place = self[row.old], place.existed(on: day) {
          divided.append(place)
        }
      }
    }
    return (whole, divided)
  }

  private func closure(from code: String, _ step: (String) -> [(Day, String)]) -> [Place] {
    var found: [(day: Day, code: String)] = []
    var seen: Set<String> = [code]
    var waiting = [code]
    while let next = waiting.popLast() {
      for (day, other) in step(next) where seen.insert(other).inserted {
        found.append((day, other))
        waiting.append(other)
      }
    }
    return places(for: found.sorted { ($0.day, $0.code) < ($1.day, $1.code) }.map(\.code))
  }

  private func byDay(_ rows: [Succession]) -> [(Day, [Succession])] {
    Dictionary(grouping: rows, by: \.changedOn).sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }
}
