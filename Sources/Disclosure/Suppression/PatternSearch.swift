/// Builds patterns of hidden cells and looks for a cheaper one.
struct PatternSearch {
  private let table: SuppressionTable
  private var planner: ShiftPlanner
  private let allowance: Int
  private let nothingBanned: [Bool]

  init(_ table: SuppressionTable, allowance: Int) throws(DisclosureError) {
    self.table = table
    self.allowance = allowance
    planner = try ShiftPlanner(table)
    nothingBanned = [Bool](repeating: false, count: table.index.ids.count)
  }

  /// The cheapest pattern found.
  mutating func best() throws(DisclosureError) -> HiddenPattern {
    var best: HiddenPattern?
    for start in Start.allCases {
      // The first start always runs to its end; the others are a luxury for tables that allow it.
      if best != nil, planner.work * 4 > allowance { break }
      planner.price = start.prices(table)
      let order = start.order(table.demands, table)
      var (pattern, unmet) = try built(HiddenPattern(table), order, banned: nothingBanned)
      guard unmet.isEmpty else {
        if best == nil { throw .cannotProtect(cells: unmet.map { table.index.ids[$0.cell] }) }
        continue
      }
      try prune(&pattern)
      try improve(&pattern)
      if best.map({ pattern.cost(table) < $0.cost(table) }) ?? true { best = pattern }
    }
    return best ?? HiddenPattern(table)
  }

  /// Meets demands in order, and those of contributors that arise from what is hidden for them.
  private mutating func built(
    _ start: HiddenPattern, _ demands: [Demand], banned: [Bool]
  ) throws(DisclosureError) -> (HiddenPattern, unmet: [Demand]) {
    var pattern = start
    var waiting = demands
    var unmet: [Demand] = []
    while !waiting.isEmpty {
      for demand in waiting where try !planner.meet(demand, in: &pattern, banned: banned) {
        unmet.append(demand)
      }
      waiting = unmet.isEmpty ? insiderDemands(pattern).filter { !pattern.meets($0) } : []
    }
    return (pattern, unmet)
  }

  /// What hidden cells with one contributor demand for the hidden cells beside them.
  private func insiderDemands(_ pattern: HiddenPattern) -> [Demand] {
    table.singletons.filter { pattern.isHidden[$0.cell] }.flatMap { insider in
      insider.others.filter { pattern.isHidden[$0] }.map { cell in
        Demand(cell: cell, requirement: table.requirement(of: cell), insider: insider.cell)
      }
    }
  }

  /// Shows secondary cells again, the dearest first, while every demand can still be met.
  private mutating func prune(_ pattern: inout HiddenPattern) throws(DisclosureError) {
    pattern.showIdle(table)
    for cell in secondaries(pattern) where pattern.isHidden[cell] {
      var trial = pattern
      let lost = trial.show(cell)
      guard try remeet(lost, in: &trial) else { continue }
      trial.showIdle(table)
      pattern = trial
    }
  }

  /// Finds new proofs for demands without hiding anything more.
  private mutating func remeet(
    _ demands: [Demand], in pattern: inout HiddenPattern
  ) throws(DisclosureError) -> Bool {
    for demand in demands {
      guard let witness = try planner.witness(for: demand, in: pattern) else { return false }
      pattern.record(witness, for: demand)
    }
    return true
  }

  /// Forbids each secondary cell in turn and keeps what comes out cheaper, until nothing does.
  private mutating func improve(_ pattern: inout HiddenPattern) throws(DisclosureError) {
    var isImproving = true
    while isImproving {
      isImproving = false
      for cell in secondaries(pattern) where pattern.isHidden[cell] {
        guard planner.work < allowance else { return }
        var banned = nothingBanned
        banned[cell] = true
        var start = pattern
        let lost = start.show(cell)
        var (trial, unmet) = try built(start, lost, banned: banned)
        guard unmet.isEmpty else { continue }
        try prune(&trial)
        guard trial.cost(table) < pattern.cost(table) else { continue }
        pattern = trial
        isImproving = true
      }
    }
  }

  /// The secondary cells, the dearest first.
  private func secondaries(_ pattern: HiddenPattern) -> [Int] {
    pattern.hidden.filter { !table.isPrimary[$0] }.sorted {
      (-table.price[$0], $0) < (-table.price[$1], $1)
    }
  }
}

/// Where a search for a pattern starts from: which demand first, and what cells cost.
private enum Start: CaseIterable {
  case largestFirst, largestFirstByCount, smallestFirst, smallestFirstByCount, inOrderByCount

  func order(_ demands: [Demand], _ table: SuppressionTable) -> [Demand] {
    let values = table.index.values
    switch self {
    case .largestFirst, .largestFirstByCount:
      return demands.sorted { (-values[$0.cell], $0.cell) < (-values[$1.cell], $1.cell) }
    case .smallestFirst, .smallestFirstByCount:
      return demands.sorted { (values[$0.cell], $0.cell) < (values[$1.cell], $1.cell) }
    case .inOrderByCount: return demands
    }
  }

  /// By information, or nearly the same for every cell so that few are hidden.
  func prices(_ table: SuppressionTable) -> [Double] {
    switch self {
    case .largestFirst, .smallestFirst: table.price
    case .largestFirstByCount, .smallestFirstByCount, .inOrderByCount:
      table.price.map { 10 + $0 / 10 }
    }
  }
}
