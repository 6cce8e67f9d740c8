/// How the results that stand in a notebook differ from those that a run gives, cell by cell.
public struct NotebookDrift: Sendable {
  /// Something that moved: what, before, after.
  public struct Move: Hashable, Sendable {
    /// The line of the block or of the sentence.
    public let line: Int
    /// The cell, or the value's reference.
    public let what: String
    /// What stands in the file.
    public let old: String
    /// What a run gives.
    public let new: String
  }

  /// What moved, in the order of the notebook.
  public private(set) var moves: [Move] = []

  /// Compares a notebook with new results.
  public init(_ notebook: Notebook, results: [String], values: [String]) {
    for (block, texts) in zip(notebook.blocks, zip(notebook.results, results)) {
      guard texts.0 != texts.1 else { continue }
      guard let old = texts.0 else {
        moves.append(Move(line: block.line, what: block.name, old: "never run", new: "a result"))
        continue
      }
      compare(block, old, texts.1)
    }
    for (reference, texts) in zip(notebook.references, zip(notebook.values, values))
    where texts.0 != texts.1 {
      moves.append(
        Move(line: reference.line, what: reference.source, old: texts.0, new: texts.1))
    }
    moves.sort { $0.line < $1.line }
  }

  private mutating func compare(_ block: NotebookBlock, _ old: String, _ new: String) {
    let before = MarkdownCells(old)
    let after = MarkdownCells(new)
    let count = moves.count
    for key in before.order where after.cells[key] != before.cells[key] {
      add(block, key, before.cells[key], after.cells[key])
    }
    for key in after.order where before.cells[key] == nil {
      add(block, key, nil, after.cells[key])
    }
    if moves.count == count {
      moves.append(Move(line: block.line, what: block.name, old: "other text", new: "a new text"))
    }
  }

  private mutating func add(_ block: NotebookBlock, _ key: String, _ old: String?, _ new: String?) {
    moves.append(
      Move(
        line: block.line, what: "\(block.name), \(key)", old: old ?? "nothing",
        new: new ?? "nothing"))
  }
}

/// The cells of the tables of a Markdown text, and its other lines, each under a name.
private struct MarkdownCells {
  /// The names, in order.
  private(set) var order: [String] = []
  private(set) var cells: [String: String] = [:]

  init(_ text: String) {
    var heading: [String] = []
    var table = 0
    var line = 0
    for bytes in text.utf8.split(separator: 10) {
      let words = String(Substring(bytes))
      guard words.hasPrefix("| ") else {
        heading = []
        line += 1
        add("line \(line)", words)
        continue
      }
      let row = Self.row(words)
      if heading.isEmpty {
        heading = row
        table += 1
      } else if !words.hasPrefix("| --") && !words.hasPrefix("| :-") {
        let first = row.first ?? ""
        let prefix = (table > 1 ? "table \(table), " : "") + first
        for (column, cell) in row.enumerated() {
          let name = column < heading.count ? heading[column] : "column \(column + 1)"
          add("\(prefix), \(name)", cell)
        }
      }
    }
  }

  /// Adds a cell; one whose name stands already is numbered.
  private mutating func add(_ name: String, _ text: String) {
    var unique = name
    var count = 1
    while cells[unique] != nil {
      count += 1
      unique = "\(name) (\(count))"
    }
    order.append(unique)
    cells[unique] = text
  }

  /// The cells of a row; a bar behind a backslash parts none.
  private static func row(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for sign in line.dropFirst(2) {
      if sign == "|", !isEscaped {
        if cell.last == " " { cell.removeLast() }
        cells.append(cell)
        cell = ""
      } else if !(cell.isEmpty && sign == " ") {
        cell.append(sign)
      }
      isEscaped = sign == "\\" && !isEscaped
    }
    return cells
  }
}
