/// A grid in columns of one width, for people to read on a terminal.
struct TableText {
  private let grid: Grid
  private let cells: [[String]]
  private let widths: [Int]
  private let isRight: [Bool]
  /// Longer cells are shortened, so that one long note does not push all columns apart.
  private static let widest = 80

  init(_ grid: Grid) {
    self.grid = grid
    let headings = grid.headings.map(Self.line)
    let lines = [headings] + grid.rows.map { row in row.map { Self.line($0.shown) } }
    // The last column may be as wide as it likes: nothing stands behind it.
    let last = headings.count - 1
    widths = headings.indices.map { column in
      let width = lines.reduce(0) { max($0, Self.width($1[column])) }
      return column == last ? width : min(width, Self.widest)
    }
    cells = lines
    isRight = grid.headings.indices.map(grid.isNumeric)
  }

  /// The text with a rule under the headings.
  var bytes: [UInt8] {
    var text = ""
    for (index, row) in cells.enumerated() {
      text += line(row)
      if index == 0 { text += line(widths.map { String(repeating: "-", count: $0) }) }
    }
    return Array(text.utf8)
  }

  private func line(_ row: [String]) -> String {
    var text = ""
    for (column, cell) in row.enumerated() {
      if column > 0 { text += "  " }
      let fitted = Self.fitted(cell, widths[column])
      let gap = String(repeating: " ", count: max(0, widths[column] - Self.width(fitted)))
      text += isRight[column] ? gap + fitted : fitted + gap
    }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text + "\n"
  }

  /// A text on one line that cannot move a terminal's cursor.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
    let flat = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return String(decoding: TerminalText.safe(String(flat)), as: UTF8.self)
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    Self.width(text) <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
  }

  /// How many places a text takes: combining marks take none.
  private static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.count
  }
}
