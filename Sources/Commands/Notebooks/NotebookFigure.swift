import Reporter

/// A figure drawn from the rows of a query, as the settings of its block ask.
///
/// `trend` reads the columns series, year and value, `comparison` name and value; both take lower
/// and upper where they are there.
struct NotebookFigure {
  private let block: NotebookBlock
  private let grid: Grid

  init(_ block: NotebookBlock, _ grid: Grid) {
    self.block = block
    self.grid = grid
  }

  /// The figure; nil where none is asked for.
  ///
  /// - Throws: `NotebookError` for a kind that is not known, a missing title or a missing column.
  func figure() throws(NotebookError) -> (any Figure)? {
    guard let kind = block.setting("figure") else { return nil }
    guard let title = block.setting("title"), !title.value.isEmpty else {
      throw NotebookError(
        line: kind.line, "the figure has no title; add a line such as '--: title What it shows'")
    }
    let caption = FigureCaption(
      title: title.value, subtitle: block.setting("subtitle")?.value ?? "",
      notes: block.all("note").map(\.value))
    switch kind.value {
    case "trend": return try trend(caption)
    case "comparison": return try comparison(caption)
    default:
      throw NotebookError(
        line: kind.line, "found the figure '\(kind.value)', expected trend or comparison")
    }
  }

  private func format() throws(NotebookError) -> FigureFormat {
    guard let setting = block.setting("format") else { return .count }
    guard let format = NotebookFormat(setting.value) else {
      throw NotebookError(
        line: setting.line,
        "found the format '\(setting.value)', expected one such as pounds, percent.1 or number.1")
    }
    return format.figure
  }

  private func trend(_ caption: FigureCaption) throws(NotebookError) -> TrendFigure {
    let (series, year, value) = (try column("series"), try column("year"), try column("value"))
    var names: [String] = []
    var points: [String: [TrendFigure.Point]] = [:]
    for row in grid.rows {
      let name = row[series].shown
      guard let start = Int(row[year].shown.prefix(4)) else {
        throw NotebookError(
          line: block.line, "found the year '\(row[year].shown)', expected one such as 2024")
      }
      if points[name] == nil { names.append(name) }
      points[name, default: []].append(
        .init(start, row[value].number, lower: number(row, "lower"), upper: number(row, "upper")))
    }
    let benchmark = block.setting("benchmark")?.value
    let lines = names.map { name in
      TrendFigure.Series(
        name, points[name] ?? [], isBenchmark: name == benchmark, intervals: .whiskers)
    }
    return TrendFigure(
      caption: caption, series: lines, breaks: try breaks(), years: try years(),
      format: try format(), includesZero: block.setting("zero")?.value != "no")
  }

  private func breaks() throws(NotebookError) -> [TrendFigure.Break] {
    var found: [TrendFigure.Break] = []
    for setting in block.all("break") {
      let words = setting.value.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let year = Int(words[0]) else {
        throw NotebookError(
          line: setting.line, "found 'break \(setting.value)', expected a year and what changed")
      }
      found.append(TrendFigure.Break(year, String(words[1])))
    }
    return found
  }

  private func years() throws(NotebookError) -> YearText.Kind {
    guard let setting = block.setting("years") else { return .financial }
    switch setting.value {
    case "financial": return .financial
    case "calendar": return .calendar
    case "middle": return .middle
    default:
      throw NotebookError(
        line: setting.line,
        "found the years '\(setting.value)', expected financial, calendar or middle")
    }
  }

  private func comparison(_ caption: FigureCaption) throws(NotebookError) -> ComparisonFigure {
    let (name, value) = (try column("name"), try column("value"))
    let benchmark = block.setting("benchmark")?.value
    let highlight = block.setting("highlight")?.value
    let held = grid.rows.first { $0[name].shown == benchmark }?[value].number
    let places = grid.rows.filter { $0[name].shown != benchmark }.map { row in
      ComparisonFigure.Place(
        row[name].shown, row[value].number, lower: number(row, "lower"),
        upper: number(row, "upper"), isHighlighted: row[name].shown == highlight,
        mark: row[value] == .empty ? "[x]" : "")
    }
    return ComparisonFigure(
      caption: caption, places: places,
      benchmark: held.flatMap { held in benchmark.map { .init($0, held) } },
      format: try format(), includesZero: block.setting("zero")?.value == "yes")
  }

  private func column(_ name: String) throws(NotebookError) -> Int {
    guard let index = grid.headings.firstIndex(of: name) else {
      throw NotebookError(
        line: block.line,
        "the figure needs a column '\(name)'; the query has "
          + grid.headings.joined(separator: ", "))
    }
    return index
  }

  private func number(_ row: [Cell], _ name: String) -> Double? {
    grid.headings.firstIndex(of: name).flatMap { row[$0].number }
  }
}
