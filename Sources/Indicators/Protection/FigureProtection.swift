import Disclosure
import Evidence
import Places

/// Which figures of a data set are hidden, so that nobody can be worked out from what is shown.
///
/// Decided over all files of the data set together. What is computed afterwards sees the shown figures
/// only, so a rate, a group's sum or a change gives nothing away that they do not.
public struct FigureProtection: Sendable {
  /// The rule.
  public let rule: ProtectionRule
  /// The figures that the rule itself hides.
  public let small: Set<LineageKey>
  /// The figures that are hidden so that those cannot be worked out.
  public let beside: Set<LineageKey>
  /// Rates that come with neither a count nor a number of people, which no rule can judge.
  public let unjudged: Int

  private let tables: ProtectedTables
  private let units: [String: Unit]

  /// Protects the figures of a data set's files, given the oldest release first.
  ///
  /// - Throws: `DisclosureError` where no choice protects them.
  public init(
    _ files: [[Observation]], measures: [Measure], register: Register, rule: ProtectionRule
  ) throws(DisclosureError) {
    self.rule = rule
    units = Dictionary(measures.map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first })
    var sorting = FigureSorting(rule: rule, units: units)
    for figure in files.joined() { sorting.sort(figure) }
    unjudged = sorting.unjudged
    tables = ProtectedTables(sorting.cells, register: register, sums: rule.sums)
    var (small, beside) = (sorting.small, Set<LineageKey>())
    if let rounding = rule.rounding {
      let told = try tables.told(rounding)
      guard told.isEmpty else { throw .cannotProtect(cells: told) }
    } else {
      let keys = tables.keys
      for problem in tables.problems(rule) {
        let suppression = try Suppressor(problem, effort: 1).suppress()
        small.formUnion(suppression.primary.compactMap { keys[$0] })
        beside.formUnion(suppression.secondary.compactMap { keys[$0] })
      }
    }
    (self.small, self.beside) = (small, beside)
  }

  /// Takes the hidden figures out of a file and rounds the others where the rule says so.
  ///
  /// - Returns: how many were hidden as small, and how many to protect those.
  @discardableResult
  public func apply(to figures: inout [Observation]) -> (small: Int, beside: Int) {
    var found = (small: 0, beside: 0)
    for index in figures.indices where !figures[index].status.isBlank {
      let key = LineageKey(figures[index])
      let isSmall = small.contains(key)
      if isSmall || beside.contains(key) {
        figures[index].hide()
        found.small += isSmall ? 1 : 0
        found.beside += isSmall ? 0 : 1
      } else if let rounding = rule.rounding {
        figures[index].round(rounding, units[figures[index].measure] ?? .rate)
      }
    }
    return found
  }

  /// What readers can work out when exactly these figures are shown, a sentence each; none is well.
  ///
  /// Worked out by the audit, which shares no code with the choice of what is hidden.
  public func violations(showing shown: Set<LineageKey>) throws(DisclosureError) -> [String] {
    var found = small.intersection(shown).sorted(by: ProtectedTables.order).map {
      "\(ProtectedTables.name($0)) is shown, and the rule hides it"
    }
    if let rounding = rule.rounding {
      return found
        + (try tables.told(rounding)).map { "\($0) can be worked out in spite of rounding" }
    }
    let names = Set(shown.map(ProtectedTables.name))
    for problem in tables.problems(rule) {
      let suppressed = problem.cells.map(\.id).filter { !names.contains($0) }
      let report = try Auditor(problem).audit(suppressed: suppressed)
      found += report.violations.map { "\($0.cell) can be worked out to be \($0.interval.words)" }
      found += report.insiderFindings.map {
        "\($0.cell) can be worked out by the only contributor to \($0.insider)"
      }
    }
    return found
  }
}

extension Interval {
  /// The interval in words.
  fileprivate var words: String {
    switch (lower, upper) {
    case (let lower?, let upper?) where lower == upper: "\(lower)"
    case (let lower?, let upper?): "between \(lower) and \(upper)"
    case (let lower?, nil): "at least \(lower)"
    case (nil, let upper?): "at most \(upper)"
    case (nil, nil): "anything"
    }
  }
}

extension LineageKey {
  init(_ figure: Observation) {
    self.init(measure: figure.measure, place: figure.place, period: figure.period)
  }
}

extension Observation {
  /// Puts the mark of what is confidential in place of the figure and all that stands beside it.
  fileprivate mutating func hide() {
    (value, lower, upper, count, denominator) = (nil, nil, nil, nil, nil)
    status.insert(.confidential)
  }

  /// Rounds a count, and makes a rate from rounded counts; intervals, made from true ones, go.
  fileprivate mutating func round(_ policy: RoundingPolicy, _ unit: Unit) {
    func rounded(_ number: Double?) -> Double? {
      guard let number, let count = Int(exactly: number),
        case .rounded(let whole) = policy.published(count)
      else { return nil }
      return Double(whole)
    }
    if unit == .persons || unit == .count {
      if let next = rounded(value) { value = next }
      return
    }
    guard let before = count, let next = rounded(before) else { return }
    if let own = value, before != 0 {
      let people = denominator.flatMap { $0 > 0 ? $0 : nil } ?? 1
      let all = rounded(denominator).flatMap { $0 > 0 ? $0 : nil } ?? people
      value = own * next * people / (before * all)
      if denominator != nil { denominator = all }
    }
    count = next
    (lower, upper) = (nil, nil)
  }
}
