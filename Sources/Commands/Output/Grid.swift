/// Headings and rows of typed cells: what a command answers with, in whatever format is asked for.
struct Grid: Sendable {
  /// The headings, each different from all others.
  let headings: [String]
  /// The cells of all rows, one row after the other.
  private(set) var cells: [Cell] = []

  /// Makes an empty grid; a heading that stands again is given a number.
  init(_ headings: [String]) {
    var seen: Set<String> = []
    self.headings = headings.map { name in
      var unique = name
      var count = 1
      while !seen.insert(unique).inserted {
        count += 1
        unique = "\(name)_\(count)"
      }
      return unique
    }
  }

  /// Makes room for so many rows more.
  mutating func reserve(_ rows: Int) { cells.reserveCapacity(cells.count + rows * headings.count) }

  /// Adds a row.
  mutating func append(_ row: [Cell]) {
    precondition(row.count == headings.count, "a row needs one cell for each heading")
    cells.append(contentsOf: row)
  }

  /// Adds a row of words.
  mutating func append(_ row: String...) { append(row.map(Cell.words)) }

  /// How many rows there are.
  var rowCount: Int { headings.isEmpty ? 0 : cells.count / headings.count }

  /// The rows, each as long as the headings.
  var rows: [[Cell]] { (0..<rowCount).map { Array(cells[span(of: $0)]) } }

  /// Where the cells of a row stand.
  private func span(of row: Int) -> Range<Int> {
    row * headings.count..<(row + 1) * headings.count
  }

  /// True for a column that holds numbers and nothing else but gaps.
  func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for index in stride(from: column, to: cells.count, by: headings.count) {
      if cells[index].isNumber {
        hasNumber = true
      } else if cells[index] != .empty {
        return false
      }
    }
    return hasNumber
  }
}
