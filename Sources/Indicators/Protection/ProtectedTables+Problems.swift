import Disclosure
import Evidence

extension ProtectedTables {
  /// The tables that hold something to protect, apart where no sum connects them.
  func problems(_ rule: ProtectionRule) -> [DisclosureProblem] {
    connected().compactMap { table in
      let own = table.keys.compactMap { key in
        cells[key].map {
          TableCell(id: Self.name(key), value: $0.value, contributors: $0.contributors)
        }
      }
      let kind = table.keys.first.flatMap { cells[$0]?.kind } ?? .count
      var problem =
        kind == .count
        ? DisclosureProblem(counts: own, equations: table.equations, options: rule.options)
        : DisclosureProblem(amounts: own, equations: table.equations, options: rule.options)
      let known = Set(problem.primary)
      problem.primary += table.keys.filter { cells[$0]?.isSmall ?? false }.map(Self.name)
        .filter { !known.contains($0) }
      guard !problem.primary.isEmpty else { return nil }
      for part in table.equations.flatMap(\.parts) {
        guard let rest = rests[part] else { continue }
        problem.cells.append(TableCell(id: part, value: rest))
        // Nobody publishes it, so it is hidden from the start and needs no protection itself.
        problem.primary.append(part)
        problem.requirements[part] = .width(0)
        problem.knowledge.cells[part] = .init(lower: 0, upper: nil)
      }
      return problem
    }
  }

  /// The hidden counts that rounded figures and their sums tell closer than rounding alone would.
  func told(_ policy: RoundingPolicy) throws(DisclosureError) -> [String] {
    var found: [String] = []
    for table in connected() where !table.equations.isEmpty {
      var figures: [String: RoundingPolicy.Figure] = [:]
      for key in table.keys {
        guard let cell = cells[key], cell.kind == .count else { continue }
        let figure = policy.published(Int(cell.value))
        // A count with too few beside it is hidden too, and its mark says nothing of its size.
        if cell.isSmall, figure != .hidden { continue }
        figures[Self.name(key)] = figure
      }
      guard figures.values.contains(.hidden) else { continue }
      let sums = table.equations.filter { sum in
        ([sum.total] + sum.parts).allSatisfy { figures[$0] != nil }
      }
      let audit = RoundingAudit(policy: policy, figures: figures, equations: sums)
      found += try audit.findings().filter(\.isViolation).map(\.cell)
    }
    return found
  }

  /// The cells by their names.
  var keys: [String: LineageKey] {
    Dictionary(cells.keys.map { (Self.name($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Cells that sums connect, and those sums.
  private struct Connected {
    var keys: [LineageKey] = []
    var equations: [Equation] = []
  }

  private func connected() -> [Connected] {
    let keys = cells.keys.sorted(by: Self.order)
    let numbers = Dictionary(
      keys.enumerated().map { (Self.name($1), $0) }, uniquingKeysWith: { first, _ in first })
    var parent = Array(keys.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parent[number] != number {
        parent[number] = parent[parent[number]]
        number = parent[number]
      }
      return number
    }
    for equation in equations {
      guard let total = numbers[equation.total] else { continue }
      for part in equation.parts {
        guard let part = numbers[part] else { continue }
        // The lowest number leads, so that tables come in the order of their first cells.
        let (one, other) = (root(part), root(total))
        parent[max(one, other)] = min(one, other)
      }
    }
    var found = Array(repeating: Connected(), count: keys.count)
    for (number, key) in keys.enumerated() { found[root(number)].keys.append(key) }
    for equation in equations {
      guard let total = numbers[equation.total] else { continue }
      found[root(total)].equations.append(equation)
    }
    return found.filter { !$0.keys.isEmpty }
  }
}
