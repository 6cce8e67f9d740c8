/// One figure of a table that is to be published.
public struct TableCell: Sendable, Hashable {
  /// The cell's name, unique among all tables that are protected together.
  public var id: String

  /// The true figure: a whole number for counts.
  public var value: Double

  /// The codes of the dimensions it stands at; empty when they do not matter.
  public var dimensions: [String]

  /// What each supplier, holding or person contributed, summed per contributor; empty when unknown.
  public var contributions: [Double]

  /// How many contributed; nil when unknown.
  public var contributors: Int?

  /// Makes a cell; its `contributors` are counted from `contributions` when those are given.
  public init(
    id: String, value: Double, dimensions: [String] = [], contributions: [Double] = [],
    contributors: Int? = nil
  ) {
    self.id = id
    self.value = value
    self.dimensions = dimensions
    self.contributions = contributions
    self.contributors = contributions.isEmpty ? contributors : contributions.count
  }
}
