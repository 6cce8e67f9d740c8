/// What every reader may assume about a hidden figure, besides the published figures and the sums.
public struct ReaderKnowledge: Sendable, Hashable {
  /// The smallest possible hidden figure; nil when it may be negative without limit.
  ///
  /// 0, or 1 for counts when noughts are always shown.
  public var lower: Double?

  /// The largest possible hidden figure; nil when there is no limit.
  public var upper: Double?

  /// Cells about which more is known than about the rest, such as a first mark that tells a reader
  /// that a count is below the threshold.
  public var cells: [String: Bounds]

  /// The limits of one figure; nil for no limit.
  public struct Bounds: Sendable, Hashable {
    /// The smallest possible figure.
    public var lower: Double?

    /// The largest possible figure.
    public var upper: Double?

    /// Makes limits.
    public init(lower: Double?, upper: Double?) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// Makes what readers may assume; by default that no figure is negative.
  public init(lower: Double? = 0, upper: Double? = nil, cells: [String: Bounds] = [:]) {
    self.lower = lower
    self.upper = upper
    self.cells = cells
  }

  /// The limits of a hidden cell.
  public func bounds(of cell: String) -> Bounds {
    cells[cell] ?? Bounds(lower: lower, upper: upper)
  }
}
