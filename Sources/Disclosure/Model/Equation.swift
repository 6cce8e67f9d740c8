/// A sum that every reader can check: one cell is the sum of others.
///
/// Margins of a table, a complement ("not eligible" = all - eligible), cumulative figures, overlapping
/// areas and figures on two sets of boundaries are all equations; cells that are linked this way are
/// audited together, in whichever publication they stand.
public struct Equation: Sendable, Hashable {
  /// The cell that is the sum.
  public var total: String

  /// The cells that are added; a cell named twice counts twice.
  public var parts: [String]

  /// Makes the equation `total = sum of parts`.
  public init(total: String, parts: [String]) {
    self.total = total
    self.parts = parts
  }
}

extension Equation {
  /// A share of a whole and the rest of it, of which a reader can work out either from the other.
  public static func complement(whole: String, part: String, rest: String) -> Equation {
    Equation(total: whole, parts: [part, rest])
  }

  /// Figures for the year to date against the figures of the periods in it.
  ///
  /// - Parameters:
  ///   - yearToDate: The cumulative cells, the first covering two periods (one period is no sum).
  ///   - periods: The cells of the periods, in order; one more than there are cumulative cells.
  /// - Returns: One equation for each cumulative cell.
  public static func cumulative(_ yearToDate: [String], periods: [String]) -> [Equation] {
    yearToDate.enumerated().map { index, total in
      Equation(total: total, parts: Array(periods.prefix(index + 2)))
    }
  }

  /// The same figure on two boundaries, of which the larger contains the smaller.
  ///
  /// The sliver is what lies between the boundaries; nobody publishes it, so it belongs to the
  /// suppressed cells.
  public static func difference(larger: String, smaller: String, sliver: String) -> Equation {
    Equation(total: larger, parts: [smaller, sliver])
  }
}
