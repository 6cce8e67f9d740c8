/// A grid in columns of one width, for people to read on a terminal.
struct TableText {
  /// The cells as they are shown, the headings first, one after the other.
  private var text: [UInt8] = []
  /// Where each cell ends, and how many places it takes.
  private var cells: [(end: Int, width: Int)] = []
  private var widths: [Int]
  private let isRight: [Bool]
  /// Longer cells are shortened, so that one long note does not push all columns apart.
  private static let widest = 80

  init(_ grid: Grid) {
    widths = grid.headings.map { _ in 0 }
    isRight = grid.headings.indices.map(grid.isNumeric)
    cells.reserveCapacity((grid.rowCount + 1) * widths.count)
    for (column, heading) in grid.headings.enumerated() { add(heading, column) }
    for (index, cell) in grid.cells.enumerated() { add(cell.shown, index % widths.count) }
    // The last column may be as wide as it likes: nothing stands behind it.
    for column in widths.indices.dropLast() { widths[column] = min(widths[column], Self.widest) }
  }

  private mutating func add(_ cell: String, _ column: Int) {
    let line = Self.line(cell)
    text += line.utf8
    let width = Self.width(line)
    cells.append((text.count, width))
    widths[column] = max(widths[column], width)
  }

  /// The text with a rule under the headings.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 2)
    var (column, start) = (0, 0)
    for (index, cell) in cells.enumerated() {
      append(start..<cell.end, cell.width, column, to: &bytes)
      start = cell.end
      column += 1
      guard column == widths.count else { continue }
      column = 0
      Self.endLine(&bytes)
      if index == widths.count - 1 {
        bytes += Array(
          (widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")).utf8)
        Self.endLine(&bytes)
      }
    }
    return bytes
  }

  private static func endLine(_ bytes: inout [UInt8]) {
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  private func append(
    _ cell: Range<Int>, _ width: Int, _ column: Int, to bytes: inout [UInt8]
  ) {
    if column > 0 { bytes += [0x20, 0x20] }
    var (shown, places) = (text[cell], width)
    if width > widths[column] {
      let words = String(decoding: shown, as: UTF8.self)
      let fitted = String(words.prefix(max(0, widths[column] - 1))) + "…"
      (shown, places) = (Array(fitted.utf8)[...], Self.width(fitted))
    }
    let gap = repeatElement(UInt8(0x20), count: max(0, widths[column] - places))
    if isRight[column] { bytes += gap }
    bytes += shown
    if !isRight[column] { bytes += gap }
  }

  /// A text on one line that cannot move a terminal's cursor.
  private static func line(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
    let flat = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    return String(decoding: TerminalText.safe(String(flat)), as: UTF8.self)
  }

  /// How many places a text takes: combining marks take none.
  private static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.count
  }
}
