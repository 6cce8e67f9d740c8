import Disclosure
import Evidence
import Places

/// The figures of a data set as tables with all sums by which readers can work one out from others.
///
/// A cell is a measure in a place and a period, in whichever file it stands: the same figure in two
/// releases is one cell. Sums run over places (districts of a county, councils of a region, a
/// successor and those it took over from), over periods (quarters of a year, a year to date) and over
/// measures where the rule names them. Where a part is not published, the sum is kept with the rest.
struct ProtectedTables {
  /// Which kind of figure a cell is.
  enum Kind: Hashable {
    case count
    case amount
  }

  /// A cell on its way into a table.
  struct Cell {
    var value: Double
    var kind: Kind
    /// How many contributed to an amount; nil where nothing is said.
    var contributors: Int?
    /// True where the rule hides it whatever its value says.
    var isSmall = false
  }

  private(set) var cells: [LineageKey: Cell] = [:]
  private(set) var equations: [Equation] = []
  /// What parts that are not published add to a sum, by the names of the cells made for it.
  private(set) var rests: [String: Double] = [:]
  private var seen: Set<Equation> = []

  /// Lays out the tables.
  init(_ cells: [LineageKey: Cell], register: Register, sums: [Equation]) {
    self.cells = cells
    let keys = cells.keys.sorted(by: Self.order)
    addPlaces(keys, register)
    addPeriods(keys)
    for sum in sums { add(sum, keys) }
  }

  /// The name of a cell in the tables.
  static func name(_ key: LineageKey) -> String {
    "\(key.measure) \(key.place) \(key.period.iso)"
  }

  /// Orders by measure, period and place, so that nothing depends on the order of files.
  static func order(_ left: LineageKey, _ right: LineageKey) -> Bool {
    (left.measure, left.period, left.place) < (right.measure, right.period, right.place)
  }

  private mutating func addPlaces(_ keys: [LineageKey], _ register: Register) {
    for key in keys {
      let day = key.period.lastDay
      func held(_ places: [Place]) -> [LineageKey] {
        places.filter { $0.code != key.place }
          .map { LineageKey(measure: key.measure, place: $0.code, period: key.period) }
          .filter { cells[$0] != nil }
      }
      if register.group(code: key.place) != nil {
        for level in [MemberLevel.lowest, .highest] {
          add(key, held(register.members(of: key.place, on: day, level: level)))
        }
        let all = register.members(of: key.place, on: day, level: .all)
        add(key, held(all.filter { $0.kind == .region }))
      }
      add(key, held(register.constituents(of: key.place, on: register.eve(of: key.place, day))))
    }
    addCountry(keys, register)
  }

  /// Regions and councils are no members of a country in the register, but add up to it.
  private mutating func addCountry(_ keys: [LineageKey], _ register: Register) {
    let slices = Dictionary(grouping: keys) { SliceKey(measure: $0.measure, period: $0.period) }
    for key in keys where register[key.place]?.kind == .country {
      let others = slices[SliceKey(measure: key.measure, period: key.period)] ?? []
      let places = others.compactMap { register[$0.place] }
        .filter { $0.code.hasPrefix(key.place.prefix(1)) }
      func cells(_ isWanted: (Place) -> Bool) -> [LineageKey] {
        places.filter(isWanted).map {
          LineageKey(measure: key.measure, place: $0.code, period: key.period)
        }
      }
      add(key, cells { $0.kind == .region })
      add(key, cells { $0.tier == .single || $0.tier == .lower })
      add(key, cells { $0.tier == .single || $0.tier == .upper })
    }
  }

  private struct SliceKey: Hashable {
    let measure: String
    let period: Period
  }

  private mutating func addPeriods(_ keys: [LineageKey]) {
    let series = Dictionary(grouping: keys) { $0.measure + " " + $0.place }
    for name in series.keys.sorted() {
      let own = (series[name] ?? []).filter { $0.period.months > 0 }
      guard own.count > 2 else { continue }
      var starting: [Int32: [LineageKey]] = [:]
      for key in own { starting[key.period.start.number, default: []].append(key) }
      for key in own {
        addExact(key, chain(key.period.start, key, starting))
        for shorter in starting[key.period.start.number] ?? []
        where shorter.period.months < key.period.months {
          let rest = chain(shorter.period.lastDay.next, key, starting)
          if !rest.isEmpty { addExact(key, [shorter] + rest) }
        }
      }
    }
  }

  /// The shortest periods one after another from a day to the end of a longer one; none with a gap.
  private func chain(
    _ start: Day, _ whole: LineageKey, _ starting: [Int32: [LineageKey]]
  ) -> [LineageKey] {
    var found: [LineageKey] = []
    var day = start
    while day <= whole.period.lastDay {
      let next = (starting[day.number] ?? []).filter {
        $0.period != whole.period && $0.period.lastDay <= whole.period.lastDay
      }.min { $0.period.months < $1.period.months }
      guard let next else { return [] }
      found.append(next)
      day = next.period.lastDay.next
    }
    return found
  }

  private mutating func add(_ sum: Equation, _ keys: [LineageKey]) {
    for key in keys where key.measure == sum.total {
      let parts = sum.parts.map {
        LineageKey(measure: $0, place: key.place, period: key.period)
      }
      add(key, parts.filter { cells[$0] != nil })
    }
  }

  /// Adds a sum whose parts may be incomplete; what they lack is a cell that nobody publishes.
  private mutating func add(_ total: LineageKey, _ parts: [LineageKey]) {
    guard let whole = cells[total], !parts.isEmpty,
      parts.allSatisfy({ cells[$0]?.kind == whole.kind })
    else { return }
    let rest = whole.value - parts.reduce(0) { $0 + (cells[$1]?.value ?? 0) }
    guard rest >= 0 else { return }
    var names = parts.map(Self.name)
    if rest > 0 {
      let name = "rest of \(Self.name(total)) beside \(names.joined(separator: ", "))"
      rests[name] = rest
      names.append(name)
    }
    append(Equation(total: Self.name(total), parts: names))
  }

  /// Adds a sum only where it holds exactly: stocks of several days do not add up.
  private mutating func addExact(_ total: LineageKey, _ parts: [LineageKey]) {
    guard parts.count > 1, let whole = cells[total],
      parts.allSatisfy({ cells[$0]?.kind == whole.kind }),
      parts.reduce(0, { $0 + (cells[$1]?.value ?? 0) }) == whole.value
    else { return }
    append(Equation(total: Self.name(total), parts: parts.map(Self.name)))
  }

  private mutating func append(_ equation: Equation) {
    if seen.insert(equation).inserted { equations.append(equation) }
  }
}

extension Register {
  /// The day before a place began, for its predecessors' figures; the day itself where it is older.
  fileprivate func eve(of code: String, _ day: Day) -> Day {
    guard let start = self[code]?.start, start <= day else { return day }
    return start.previous
  }
}
