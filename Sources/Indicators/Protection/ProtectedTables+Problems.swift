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
