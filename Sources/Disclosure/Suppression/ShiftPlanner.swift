/// Finds out what else has to be hidden to meet one demand.
///
/// A demand is met by a witness: one or two other tables with the same sums and the same published
/// figures, in which the cell is so much larger and so much smaller. Both are cheapest shifts of the
/// table; the cells that change have to be hidden.
struct ShiftPlanner {
  let table: SuppressionTable

  /// What each cell costs in this search; it may differ from the table's own prices.
  var price: [Double]

  private var program: ShiftProgram
  private let auditor: Auditor

  private static let hiddenPrice = 0.001

  init(_ table: SuppressionTable) throws(DisclosureError) {
    self.table = table
    price = table.price
    program = ShiftProgram(
      equations: table.index.equations, cellCount: table.index.ids.count)
    auditor = try Auditor(table.problem)
  }

  /// The work done so far, in columns visited.
  var work: Int { program.work }

  /// The proof that a demand is met by what is hidden; nil when it is not.
  mutating func witness(
    for demand: Demand, in pattern: HiddenPattern
  ) throws(DisclosureError) -> Witness? {
    let open = pattern.hidden.filter { $0 != demand.insider }
    let wanted = amounts(of: demand)
    let terms = terms(for: demand, pattern)
    let first = try shift(demand.cell, min(wanted.up, table.up[demand.cell]), open, terms)
    var cells = first.cells
    var isWhole = isWhole(first)
    guard wanted.isWidth || first.reached >= wanted.up - 1e-7 else { return nil }
    let below = wanted.isWidth ? wanted.up - first.reached : wanted.down
    if below > 1e-9 {
      guard below <= table.down[demand.cell] else { return nil }
      let second = try shift(demand.cell, -below, open, terms)
      guard -second.reached >= below - 1e-7 else { return nil }
      cells = union(cells, second.cells)
      isWhole = isWhole && self.isWhole(second)
    }
    if isWhole { return Witness(cells: cells, isAudited: false) }
    return try isMetByAudit(demand, pattern) ? Witness(cells: cells, isAudited: true) : nil
  }

  /// Hides what it takes to meet a demand, the cheapest way found; false when there is none.
  mutating func meet(
    _ demand: Demand, in pattern: inout HiddenPattern, banned: [Bool]
  ) throws(DisclosureError) -> Bool {
    if let witness = try witness(for: demand, in: pattern) {
      pattern.record(witness, for: demand)
      return true
    }
    var banned = banned
    if let insider = demand.insider { banned[insider] = true }
    for _ in 0..<12 {
      guard let plan = try cheapestPlan(demand, pattern, banned) else { return false }
      for cell in plan.cells { pattern.isHidden[cell] = true }
      if plan.fractional == nil {
        pattern.record(Witness(cells: plan.cells, isAudited: false), for: demand)
        return true
      }
      if try isMetByAudit(demand, pattern) {
        pattern.record(Witness(cells: plan.cells, isAudited: true), for: demand)
        return true
      }
      // The shift exists only in fractions of a person: look for one that does without this cell.
      if let cell = plan.fractional, cell != demand.cell { banned[cell] = true }
    }
    return false
  }

  private struct Plan {
    var cells: [Int]
    var cost: Double
    var fractional: Int?
  }

  private mutating func cheapestPlan(
    _ demand: Demand, _ pattern: HiddenPattern, _ banned: [Bool]
  ) throws(DisclosureError) -> Plan? {
    let open = pattern.isHidden.indices.filter {
      !banned[$0] && (pattern.isHidden[$0] || table.mayHide[$0])
    }
    var best: Plan?
    for split in splits(of: demand) {
      guard let plan = try plan(demand, split, pattern, open) else { continue }
      if let best, plan.cost >= best.cost - 1e-9 { continue }
      best = plan
    }
    return best
  }

  private mutating func plan(
    _ demand: Demand, _ split: (up: Double, down: Double), _ pattern: HiddenPattern, _ open: [Int]
  ) throws(DisclosureError) -> Plan? {
    var pattern = pattern
    var plan = Plan(cells: [], cost: 0, fractional: nil)
    for amount in [split.up, -split.down] where amount != 0 {
      let shift = try shift(demand.cell, amount, open, terms(for: demand, pattern))
      guard abs(shift.reached - amount) <= 1e-7 * max(1, abs(amount)) else { return nil }
      for cell in shift.cells where !pattern.isHidden[cell] {
        pattern.isHidden[cell] = true
        plan.cost += price[cell]
      }
      plan.cells = union(plan.cells, shift.cells)
      plan.fractional = plan.fractional ?? fractional(shift)
    }
    return plan
  }

  private mutating func shift(
    _ cell: Int, _ amount: Double, _ open: [Int], _ terms: ShiftProgram.Terms
  ) throws(DisclosureError) -> ShiftProgram.Shift {
    do {
      return try program.cheapestShift(of: cell, by: amount, among: open, terms: terms)
    } catch {
      throw .unstable(cells: [table.index.ids[cell]])
    }
  }

  private func terms(for demand: Demand, _ pattern: HiddenPattern) -> ShiftProgram.Terms {
    let wanted = amounts(of: demand)
    let reach = 8 * max(wanted.up, wanted.down)
    return ShiftProgram.Terms(
      price: price.indices.map { pattern.isHidden[$0] ? Self.hiddenPrice : price[$0] },
      down: table.down.map { $0.isFinite ? max(0, $0) : reach },
      up: table.up.map { max(0, min($0, reach)) })
  }

  private func isMetByAudit(
    _ demand: Demand, _ pattern: HiddenPattern
  ) throws(DisclosureError) -> Bool {
    let hidden = pattern.hidden.filter { $0 != demand.insider }
    let interval = try auditor.interval(of: demand.cell, hidden: hidden)
    return interval.satisfies(demand.requirement, at: table.index.values[demand.cell])
  }

  private func isWhole(_ shift: ShiftProgram.Shift) -> Bool { fractional(shift) == nil }

  /// The first cell that changes by a fraction where only whole numbers are possible.
  private func fractional(_ shift: ShiftProgram.Shift) -> Int? {
    guard table.problem.areCounts else { return nil }
    return zip(shift.cells, shift.amounts).first { abs($1 - $1.rounded()) > 1e-6 }?.0
  }
}

extension ShiftPlanner {
  /// How far a demanded cell has to move; for a width, up or down alike.
  private func amounts(of demand: Demand) -> (up: Double, down: Double, isWidth: Bool) {
    switch demand.requirement {
    case .sides(let lower, let upper): return (upper, lower, false)
    case .width(let need):
      if table.problem.areCounts { return (max(1, need.rounded(.up)), 0, true) }
      // Amounts are stated to a millionth: ask for a little more, and for something worth having.
      let least = max(0.01, abs(table.index.values[demand.cell]) / 100)
      return (max(need + 2e-6, demand.requirement == .anyWidth ? least : 0), 0, true)
    }
  }

  /// The ways to divide what is demanded between up and down.
  private func splits(of demand: Demand) -> [(up: Double, down: Double)] {
    let wanted = amounts(of: demand)
    let (down, up) = (table.down[demand.cell], table.up[demand.cell])
    guard wanted.isWidth else {
      return wanted.up <= up && wanted.down <= down ? [(wanted.up, wanted.down)] : []
    }
    let parts =
      table.problem.areCounts
      ? (0...Int(wanted.up)).map { Double($0) } : [0, wanted.up / 2, wanted.up]
    return parts.filter { $0 <= down && wanted.up - $0 <= up }.map { (wanted.up - $0, $0) }
  }
}

/// The union of two ascending lists, ascending.
private func union(_ a: [Int], _ b: [Int]) -> [Int] {
  if b.isEmpty { return a }
  return Array(Set(a).union(b)).sorted()
}
