/// A choice of hidden cells together with the proofs that every demand is met.
struct HiddenPattern: Sendable {
  /// Whether each cell is hidden.
  var isHidden: [Bool]

  /// The demands met so far.
  private(set) var demands: [Demand] = []

  /// The proof for each of them.
  private(set) var witnesses: [Witness] = []

  /// Hides the primary cells only.
  init(_ table: SuppressionTable) {
    isHidden = table.isPrimary
  }

  /// The hidden cells, ascending.
  var hidden: [Int] { isHidden.indices.filter { isHidden[$0] } }

  /// Whether a demand has its proof.
  func meets(_ demand: Demand) -> Bool { demands.contains(demand) }

  /// Adds the proof for a demand and hides what it needs.
  mutating func record(_ witness: Witness, for demand: Demand) {
    for cell in witness.cells { isHidden[cell] = true }
    if let place = demands.firstIndex(of: demand) {
      witnesses[place] = witness
    } else {
      demands.append(demand)
      witnesses.append(witness)
    }
  }

  /// Shows a cell again and gives back the demands that have lost their proof.
  ///
  /// Demands that concern the cell itself, as one to protect or as an insider, lapse.
  mutating func show(_ cell: Int) -> [Demand] {
    isHidden[cell] = false
    var lost: [Demand] = []
    var kept: [(Demand, Witness)] = []
    for (demand, witness) in zip(demands, witnesses) {
      if demand.cell == cell || demand.insider == cell { continue }
      if witness.isAudited || witness.cells.contains(cell) {
        lost.append(demand)
      } else {
        kept.append((demand, witness))
      }
    }
    demands = kept.map(\.0)
    witnesses = kept.map(\.1)
    return lost
  }

  /// Shows the secondary cells that no proof needs, with the demands that then lapse.
  ///
  /// A demand about a secondary cell counts only while some other proof needs that cell. While a proof
  /// rests on the audit nothing is known to be idle.
  mutating func showIdle(_ table: SuppressionTable) {
    guard !witnesses.contains(where: \.isAudited) else { return }
    var isUsed = table.isPrimary
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (demand, witness) in zip(demands, witnesses) where isUsed[demand.cell] {
        guard demand.insider.map({ isUsed[$0] }) ?? true else { continue }
        for cell in witness.cells where !isUsed[cell] {
          isUsed[cell] = true
          isGrowing = true
        }
      }
    }
    for cell in hidden where !isUsed[cell] { _ = show(cell) }
  }

  /// How many secondary cells there are, and what they cost; fewer cells count first.
  func cost(_ table: SuppressionTable) -> (cells: Int, price: Double) {
    var cells = 0
    var price = 0.0
    for cell in isHidden.indices where isHidden[cell] && !table.isPrimary[cell] {
      cells += 1
      price += table.price[cell]
    }
    return (cells, price)
  }
}
