import Disclosure
import Evidence

/// Sorts the figures of a data set into cells of tables and figures that are hidden for themselves.
struct FigureSorting {
  let rule: ProtectionRule
  let units: [String: Unit]
  /// The cells of tables: of two releases the last.
  private(set) var cells: [LineageKey: ProtectedTables.Cell] = [:]
  /// What is hidden whatever stands beside it.
  private(set) var small: Set<LineageKey> = []
  /// Rates that come with neither a count nor a number of people.
  private(set) var unjudged = 0

  init(rule: ProtectionRule, units: [String: Unit]) {
    self.rule = rule
    self.units = units
  }

  /// Takes in a figure.
  mutating func sort(_ figure: Observation) {
    guard let value = figure.value else { return }
    let key = LineageKey(figure)
    switch units[figure.measure] ?? .rate {
    case .persons, .count: sortCount(value, key)
    case .pence: sortAmount(value, contributors: figure.count, key)
    case let unit: sortRate(figure, value, unit, key)
    }
  }

  private mutating func sortCount(_ value: Double, _ key: LineageKey) {
    // Half persons are averages; corrections below nought are no one's count.
    guard value >= 0, value == value.rounded(), value < 1e15 else {
      unjudged += 1
      return
    }
    if isHidden(value) { small.insert(key) }
    cells[key] = ProtectedTables.Cell(
      value: value, kind: .count, isSmall: small.contains(key))
  }

  private mutating func sortAmount(_ value: Double, contributors: Double?, _ key: LineageKey) {
    guard rule.rounding == nil, value >= 0 else { return }
    let number = contributors.flatMap { Int(exactly: $0) }
    if let number, FewContributorsRule(minimum: rule.minimumContributors).hides(number) {
      small.insert(key)
    }
    cells[key] = ProtectedTables.Cell(
      value: value, kind: .amount, contributors: number, isSmall: small.contains(key))
  }

  /// A rate is its numerator's cell; where only the people are known, what may stand behind it counts.
  private mutating func sortRate(
    _ figure: Observation, _ value: Double, _ unit: Unit, _ key: LineageKey
  ) {
    let people = figure.denominator
    if let people, people > 0, isHidden(people) { small.insert(key) }
    if let count = figure.count {
      if unit == .percent, let people, isHidden(people - count) { small.insert(key) }
      sortCount(count, key)
    } else if unit == .percent, let people, let whole = Int(exactly: people) {
      let printed = PublishedRate(
        value: value, decimals: Self.decimals(value), denominator: whole)
      let others = PublishedRate(
        value: 100 - value, decimals: printed.decimals, denominator: whole)
      let gives = [printed, others].contains {
        $0.discloses(under: rule.frequency, isNumeratorHidden: false)
      }
      if gives { small.insert(key) }
    } else {
      unjudged += 1
    }
  }

  private func isHidden(_ count: Double) -> Bool {
    if let hidden = rule.rounding?.hidden {
      return Int(exactly: count).map(hidden.contains) ?? false
    }
    return rule.rounding == nil && rule.frequency.hides(count)
  }

  /// The decimal places that a figure needs, 9 at most.
  private static func decimals(_ value: Double) -> Int {
    var power = 1.0
    for places in 0..<9 {
      if abs(value * power - (value * power).rounded()) < 1e-9 * max(1, abs(value) * power) {
        return places
      }
      power *= 10
    }
    return 9
  }
}
