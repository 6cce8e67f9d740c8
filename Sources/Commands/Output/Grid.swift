/// Headings and rows of typed cells: what a command answers with, in whatever format is asked for.
struct Grid: Sendable {
  /// The headings, each different from all others.
  let headings: [String]
  /// The rows, each as long as the headings.
  private(set) var rows: [[Cell]] = []

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

  /// Adds a row.
  mutating func append(_ row: [Cell]) {
    precondition(row.count == headings.count, "a row needs one cell for each heading")
    rows.append(row)
  }

  /// Adds a row of words.
  mutating func append(_ row: String...) { append(row.map(Cell.words)) }

  /// True for a column that holds numbers and nothing else but gaps.
  func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      if row[column].isNumber {
        hasNumber = true
      } else if row[column] != .empty {
        return false
      }
    }
    return hasNumber
  }
}
