/// Tables that are published together, with what has to be protected in them.
public struct DisclosureProblem: Sendable, Hashable {
  /// All cells of all tables, each name once.
  public var cells: [TableCell]

  /// All sums that connect them, within and between the tables.
  public var equations: [Equation]

  /// True when the figures are whole numbers and readers know it.
  public var areCounts: Bool

  /// What readers may assume about hidden figures.
  public var knowledge: ReaderKnowledge

  /// The cells that must be hidden because of what they are.
  public var primary: [String]

  /// How uncertain each primary cell has to stay, where it differs from ``standard``.
  public var requirements: [String: Requirement]

  /// How uncertain the other primary cells have to stay.
  public var standard: Requirement

  /// The cells whose single contributor can work out other hidden cells beside them.
  public var singletons: [String]

  /// Makes a problem from cells whose primary suppressions are decided already.
  public init(
    cells: [TableCell], equations: [Equation], areCounts: Bool = true,
    knowledge: ReaderKnowledge = ReaderKnowledge(), primary: [String],
    requirements: [String: Requirement] = [:], standard: Requirement = .width(1),
    singletons: [String] = []
  ) {
    self.cells = cells
    self.equations = equations
    self.areCounts = areCounts
    self.knowledge = knowledge
    self.primary = primary
    self.requirements = requirements
    self.standard = standard
    self.singletons = singletons
  }

  /// How uncertain a hidden cell has to stay: as its rule asks, or by any amount.
  ///
  /// - Complexity: O(primary cells); read ``requirementTable`` once for many cells.
  public func requirement(of cell: String) -> Requirement {
    primary.contains(cell) ? requirements[cell] ?? standard : .anyWidth
  }

  /// The requirement of every primary cell.
  public var requirementTable: [String: Requirement] {
    var table: [String: Requirement] = [:]
    for cell in primary { table[cell] = requirements[cell] ?? standard }
    return table
  }
}
