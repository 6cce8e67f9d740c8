import Reporter

/// What a block of a notebook gave.
struct BlockResult {
  /// The Markdown below the block, without a line feed at its end.
  var markdown = ""
  /// The figures, with paths relative to the notebook.
  var figures: [ReportFile] = []
  /// The rows of a query, from which numbers in sentences are taken; nil for a command.
  var grid: Grid?
  /// How columns are written, by heading.
  var formats: [String: NotebookFormat] = [:]

  /// The text of a number in a sentence.
  ///
  /// - Throws: `NotebookError` where there is no such row or column, or more than one.
  func text(of reference: NotebookReference) throws(NotebookError) -> String {
    guard let grid else {
      throw NotebookError(
        line: reference.line,
        "'\(reference.block)' is a command; a value needs a block with a query")
    }
    guard let column = grid.headings.firstIndex(of: reference.column) else {
      throw NotebookError(
        line: reference.line,
        "'\(reference.block)' has no column '\(reference.column)'; it has "
          + grid.headings.joined(separator: ", "))
    }
    let rows =
      reference.row.map { wanted in grid.rows.filter { $0.first?.exact == wanted } } ?? grid.rows
    guard rows.count == 1 else {
      let found = rows.isEmpty ? "no row" : "\(rows.count) rows"
      throw NotebookError(
        line: reference.line, "'\(reference.source)' means \(found), expected exactly one")
    }
    let cell = rows[0][column]
    let format = reference.format ?? formats[reference.column]
    guard cell != .empty else {
      throw NotebookError(
        line: reference.line, "'\(reference.source)' has no value; a sentence needs one")
    }
    guard let format else {
      return cell.number == nil ? MarkdownText(escaping: cell.shown).source : cell.shown
    }
    guard let number = cell.number, let text = format.text(number) else {
      throw NotebookError(
        line: reference.line, "'\(reference.source)' is '\(cell.shown)', expected a number")
    }
    return text
  }
}

extension Cell {
  /// The number of a cell that holds one.
  var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number, _): number
    case .empty, .text: nil
    }
  }
}
