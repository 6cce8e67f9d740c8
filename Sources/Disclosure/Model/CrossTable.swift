/// A table of one or more dimensions with all its totals, as cells and equations.
///
/// Every sum of every dimension holds at every code of the other dimensions. A cell is named by its
/// codes with `|` between them, as in `Darlington|SSP`; cells of the same name in two tables are the
/// same cell, which is how linked tables are protected together.
public struct CrossTable: Sendable, Hashable {
  /// The table's dimensions.
  public let dimensions: [TableDimension]

  /// All cells, totals included, by the dimensions' order of codes.
  public let cells: [TableCell]

  /// All sums.
  public let equations: [Equation]

  /// Makes a table of counts from the counts of its innermost cells.
  ///
  /// `counts` goes by leaf codes in the order of the dimensions; what is missing is 0.
  public init(_ dimensions: [TableDimension], counts: [[String]: Double]) {
    self.dimensions = dimensions
    let below = dimensions.map(\.leavesBelow)
    cells = Self.combinations(dimensions.map(\.codes)).map { codes in
      let leaves = zip(codes, below).map { code, below in below[code] ?? [] }
      let value = Self.combinations(leaves).reduce(0) { $0 + (counts[$1] ?? 0) }
      return TableCell(id: Self.name(codes), value: value, dimensions: codes)
    }
    equations = Self.equations(of: dimensions)
  }

  /// Makes a table of amounts from payments, with what each contributor put into every cell.
  ///
  /// `payments` gives leaf codes in the order of the dimensions, who was paid, and the amount.
  public init(
    _ dimensions: [TableDimension],
    payments: [(codes: [String], contributor: String, amount: Double)]
  ) {
    self.dimensions = dimensions
    var byLeaf: [[String]: [(contributor: String, amount: Double)]] = [:]
    for payment in payments {
      byLeaf[payment.codes, default: []].append((payment.contributor, payment.amount))
    }
    let below = dimensions.map(\.leavesBelow)
    cells = Self.combinations(dimensions.map(\.codes)).map { codes in
      let leaves = zip(codes, below).map { code, below in below[code] ?? [] }
      let paid = Self.combinations(leaves).flatMap { byLeaf[$0] ?? [] }
      let contributions = Contributions(payments: paid)
      return TableCell(
        id: Self.name(codes), value: sixPlaces(paid.reduce(0) { $0 + $1.amount }),
        dimensions: codes, contributions: contributions.amounts)
    }
    equations = Self.equations(of: dimensions)
  }

  /// The name of the cell at these codes.
  public static func name(_ codes: [String]) -> String { codes.joined(separator: "|") }

  private static func equations(of dimensions: [TableDimension]) -> [Equation] {
    dimensions.indices.flatMap { place in
      let others = dimensions.indices.map { $0 == place ? [""] : dimensions[$0].codes }
      return dimensions[place].sums.flatMap { sum in
        combinations(others).map { codes in
          var codes = codes
          func name(with code: String) -> String {
            codes[place] = code
            return Self.name(codes)
          }
          return Equation(total: name(with: sum.code), parts: sum.parts.map(name))
        }
      }
    }
  }

  /// Every choice of one code from each list, the last list running fastest.
  private static func combinations(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { chosen, list in
      chosen.flatMap { prefix in list.map { prefix + [$0] } }
    }
  }
}
