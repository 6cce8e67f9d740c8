import Disclosure
import Foundation

/// Random tables of the shapes that are published: two or three dimensions, sometimes with regions.
enum RandomTable {
  /// A table of counts, about one in five of them small.
  static func problem(seed: Int) -> DisclosureProblem {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 100)
    let places = 4 + seed % 6
    let codes = (0..<places).map { "P\($0)" }
    var dimensions: [TableDimension] = []
    if seed % 4 == 3 {
      dimensions.append(
        TableDimension(sums: [
          .init(code: "North", parts: Array(codes.prefix(places / 2))),
          .init(code: "South", parts: Array(codes.dropFirst(places / 2))),
          .init(code: "Total", parts: ["North", "South"]),
        ]))
    } else {
      dimensions.append(TableDimension(codes))
    }
    dimensions.append(TableDimension((0..<(3 + seed % 3)).map { "c\($0)" }))
    if seed % 3 == 2 { dimensions.append(TableDimension(["f", "m"])) }
    var counts: [[String]: Double] = [:]
    for codes in combinations(dimensions.map(\.leaves)) {
      // Skewed, as counts of people by place are: from 0 to about 150.
      counts[codes] = (exp(Double.random(in: 0..<5, using: &generator)) - 1).rounded(.down)
    }
    let table = CrossTable(dimensions, counts: counts)
    return DisclosureProblem(counts: table.cells, equations: table.equations)
  }

  /// A table of payments by place and category.
  static func payments(seed: Int) -> CrossTable {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 5_000)
    let dimensions = [
      TableDimension((0..<(4 + seed % 4)).map { "P\($0)" }),
      TableDimension((0..<4).map { "c\($0)" }),
    ]
    var payments: [(codes: [String], contributor: String, amount: Double)] = []
    for codes in combinations(dimensions.map(\.leaves)) {
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let pounds = exp(Double.random(in: 2..<10, using: &generator))
        let supplier = "S\(Int.random(in: 0..<30, using: &generator))"
        payments.append((codes, supplier, (pounds * 100).rounded() / 100))
      }
    }
    return CrossTable(dimensions, payments: payments)
  }

  /// A large table of counts, one in ten small and one in ten nought.
  static func large(places: Int, categories: Int) -> DisclosureProblem {
    var generator = SeededGenerator(seed: 7)
    let dimensions = [
      TableDimension((0..<places).map { "P\($0)" }),
      TableDimension((0..<categories).map { "c\($0)" }),
    ]
    var counts: [[String]: Double] = [:]
    for codes in combinations(dimensions.map(\.leaves)) {
      counts[codes] =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: 0
        case 1: Double(Int.random(in: 1...4, using: &generator))
        default: Double(Int.random(in: 5...90, using: &generator))
        }
    }
    let table = CrossTable(dimensions, counts: counts)
    return DisclosureProblem(counts: table.cells, equations: table.equations)
  }

  private static func combinations(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { chosen, list in
      chosen.flatMap { prefix in list.map { prefix + [$0] } }
    }
  }
}
