import Reporter

/// The rows of a query as a table of a notebook.
struct NotebookTable {
  private let grid: Grid
  private let formats: [String: NotebookFormat]

  init(_ grid: Grid, _ formats: [String: NotebookFormat]) {
    self.grid = grid
    self.formats = formats
  }

  /// How columns are written: `--: show 2024-25 pounds`.
  ///
  /// - Throws: `NotebookError` for a column or a format that is not there.
  static func formats(
    _ block: NotebookBlock, _ grid: Grid
  ) throws(NotebookError) -> [String: NotebookFormat] {
    var formats: [String: NotebookFormat] = [:]
    for setting in block.all("show") {
      let words = setting.value.split(separator: " ")
      guard let last = words.last, words.count > 1, let format = NotebookFormat(String(last)) else {
        throw NotebookError(
          line: setting.line,
          "found 'show \(setting.value)', expected a column and a format, such as 'show spend pounds'"
        )
      }
      let column = words.dropLast().joined(separator: " ")
      guard grid.headings.contains(column) else {
        throw NotebookError(
          line: setting.line,
          "there is no column '\(column)'; there are \(grid.headings.joined(separator: ", "))")
      }
      formats[column] = format
    }
    return formats
  }

  /// The Markdown, without a line feed at its end.
  var markdown: String {
    guard grid.rowCount > 0 else { return "The query gives no rows." }
    let isNumeric = grid.headings.indices.map(grid.isNumeric)
    var table = MarkdownTable(
      grid.headings.enumerated().map { index, name in
        .init(MarkdownText(escaping: name), isNumeric[index] ? .right : .left)
      })
    for row in grid.rows {
      table.append(
        row.enumerated().map { index, cell in text(cell, grid.headings[index], isNumeric[index]) })
    }
    return table.render()
  }

  private func text(_ cell: Cell, _ column: String, _ isNumeric: Bool) -> MarkdownText {
    // A gap among numbers is marked, so that nobody takes it for a slip.
    if cell == .empty { return isNumeric ? "–" : "" }
    // Numbers are our own text: nothing in them can act.
    guard let number = cell.number else { return MarkdownText(escaping: cell.shown) }
    return MarkdownText(markdown: formats[column]?.text(number) ?? cell.shown)
  }
}
