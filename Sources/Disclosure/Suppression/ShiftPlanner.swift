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
    let isOpen = pattern.isHidden.indices.map { pattern.isHidden[$0] && $0 != demand.insider }
    let terms = terms(for: demand, pattern, isOpen)
    for split in splits(of: demand) {
      guard let up = try shift(demand.cell, split.up, terms),
        let down = try shift(demand.cell, -split.down, terms)
      else { continue }
      let cells = union(up.cells, down.cells)
      if fractional(up) == nil, fractional(down) == nil {
        return Witness(cells: cells, isAudited: false)
      }
      if try isMetByAudit(demand, pattern) { return Witness(cells: cells, isAudited: true) }
    }
    return nil
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
    let isOpen = pattern.isHidden.indices.map {
      !banned[$0] && (pattern.isHidden[$0] || table.mayHide[$0])
    }
    var best: Plan?
    for split in splits(of: demand) {
      guard let plan = try plan(demand, split, pattern, isOpen) else { continue }
      if let best, plan.cost >= best.cost - 1e-9 { continue }
      best = plan
    }
    return best
  }

  private mutating func plan(
    _ demand: Demand, _ split: (up: Double, down: Double), _ pattern: HiddenPattern,
    _ isOpen: [Bool]
  ) throws(DisclosureError) -> Plan? {
    var pattern = pattern
    var plan = Plan(cells: [], cost: 0, fractional: nil)
    for amount in [split.up, -split.down] where amount != 0 {
      let terms = terms(for: demand, pattern, isOpen)
      guard let shift = try shift(demand.cell, amount, terms) else { return nil }
      for cell in shift.cells where !pattern.isHidden[cell] {
        pattern.isHidden[cell] = true
        plan.cost += price[cell]
      }
      plan.cells = union(plan.cells, shift.cells)
      plan.fractional = plan.fractional ?? fractional(shift)
    }
    return plan
  }

  /// The cheapest shift of a cell; an empty one for no amount, nil when there is none.
  private mutating func shift(
    _ cell: Int, _ amount: Double, _ terms: ShiftProgram.Terms
  ) throws(DisclosureError) -> ShiftProgram.Shift? {
    if amount == 0 { return ShiftProgram.Shift(cells: [], amounts: []) }
    do {
      return try program.cheapestShift(of: cell, by: amount, terms: terms)
    } catch {
      throw .unstable(cells: [table.index.ids[cell]])
    }
  }

  private func terms(
    for demand: Demand, _ pattern: HiddenPattern, _ isOpen: [Bool]
  ) -> ShiftProgram.Terms {
    let wanted = amounts(of: demand)
    let reach = 8 * max(wanted.up, wanted.down)
    return ShiftProgram.Terms(
      isOpen: isOpen,
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
    // Every whole split of a small width, a dozen of a large one, three of an amount.
    let steps = table.problem.areCounts ? min(12, wanted.up) : 2
    let parts = stride(from: 0, through: steps, by: 1).map { step in
      let part = step * wanted.up / steps
      return table.problem.areCounts ? part.rounded() : part
    }
    return parts.filter { $0 <= down && wanted.up - $0 <= up }.map { (wanted.up - $0, $0) }
  }
}

/// The union of two ascending lists, ascending.
private func union(_ a: [Int], _ b: [Int]) -> [Int] {
  if b.isEmpty { return a }
  return Array(Set(a).union(b)).sorted()
}
