/// The drawing of a trend: where its parts stand.
struct TrendPlot {
  let figure: TrendFigure
  let x: Scale
  let y: Scale
  let left: Double
  let right: Double
  private let ticks: Ticks
  private let tickLabels: [String]
  private let breaks: TopLabels
  private let top: Double

  private static let height = 290.0

  /// Lays the parts out; nil without any value.
  init?(_ figure: TrendFigure, on sheet: inout FigureSheet) {
    let shown = figure.series.flatMap { $0.points.filter { $0.value != nil } }
    let years = shown.map(\.year) + figure.projection.map(\.year)
    guard let first = years.min(), let last = years.max(), !shown.isEmpty else { return nil }
    self.figure = figure
    ticks = Ticks(
      shown.flatMap { [$0.value, $0.lower, $0.upper].compactMap { $0 } }
        + figure.projection.flatMap { one in
          [one.value]
            + [one.within80, one.within95].compactMap { $0 }
            .flatMap { [$0.lowerBound, $0.upperBound] }
        }, includesZero: figure.includesZero)
    tickLabels = figure.format.labels(ticks)
    let tickWidth = tickLabels.map { TextMeasure.width($0, size: 13) }.max() ?? 0
    left = FigureSheet.margin + tickWidth + 10
    right = FigureSheet.right - Self.labelWidth(of: figure, last: last) - 16
    x = Scale(domain: Double(first)...Double(last), start: left + 16, end: right - 10)
    Self.key(of: figure).draw(on: &sheet)
    let x = self.x
    breaks = TopLabels(
      figure.breaks.filter { first < $0.year && $0.year <= last }
        .map { ($0.label, x(Double($0.year) - 0.5)) }, within: left...right)
    top = sheet.y
    let upper = top + 22 + breaks.height
    y = Scale(domain: ticks.domain, start: upper + Self.height, end: upper)
  }

  /// Draws everything and takes its height of the page.
  func draw(on sheet: inout FigureSheet) {
    drawAxes(on: &sheet)
    breaks.draw(top: top, foot: y.start, on: &sheet)
    drawProjection(on: &sheet)
    let ordered = figure.series.indices.reversed()
    for index in ordered { drawIntervals(index, on: &sheet) }
    for index in ordered { drawLine(index, on: &sheet) }
    drawValues(on: &sheet)
    let foot = drawEndLabels(on: &sheet)
    sheet.advance(max(y.start + 34, foot + 8) - sheet.y)
  }

  /// The pixel of a value in a year.
  func place(_ year: Int, _ value: Double) -> SVGPath.Point {
    .init(x(Double(year)), y(value))
  }

  /// The colour, marker and dash of a series.
  static func style(_ index: Int, in figure: TrendFigure) -> (
    ink: Palette.Ink, marker: Marker, dash: String
  ) {
    guard !figure.series[index].isBenchmark else { return (.grey, .circle, "d") }
    let order = figure.series[..<index].filter { !$0.isBenchmark }.count
    switch order {
    case 0: return (.blue, .circle, "")
    case 1: return (.orange, .square, "")
    case 2: return (.teal, .triangle, "dd")
    default: return (.grey, .diamond, "")
    }
  }

  private static func key(of figure: TrendFigure) -> FigureKey {
    var key = FigureKey()
    for (index, series) in figure.series.enumerated() {
      let (ink, marker, _) = style(index, in: figure)
      let shown = series.points.filter { $0.value != nil }
      if !series.isBenchmark, shown.contains(where: \.isProvisional) {
        key.add(.point(marker, ink, isHollow: true), "Provisional")
      }
      if shown.contains(where: { $0.lower != nil && $0.upper != nil }) {
        key.add(
          series.intervals == .band ? .band(ink, opacity: "o1") : .whisker(ink), "95% interval")
      }
    }
    if !figure.projection.isEmpty {
      key.add(.line(.blue, dash: "d"), "Projection")
      if figure.projection.contains(where: { $0.within80 != nil }) {
        key.add(.band(.blue, opacity: "o3"), "its 80% range")
      }
      if figure.projection.contains(where: { $0.within95 != nil }) {
        key.add(.band(.blue, opacity: "o1"), "its 95% range")
      }
    }
    return key
  }

  private func drawAxes(on sheet: inout FigureSheet) {
    var grid = SVGPath()
    for (value, label) in zip(ticks.values, tickLabels) {
      let line = y(value)
      if value != 0 { grid.line(.init(left, line), .init(right, line)) }
      sheet.text(label, x: left - 8, y: line + 4.5, "e m")
    }
    sheet.path(grid, "g")
    let base = y.clamped(0)
    sheet.line(.init(left, base), .init(right, base), "a")
    drawYears(on: &sheet)
  }

  private func drawYears(on sheet: inout FigureSheet) {
    let first = Int(x.domain.lowerBound)
    let last = Int(x.domain.upperBound)
    let width = TextMeasure.width(figure.year(last), size: 13) + 12
    let perYear = last > first ? (x.end - x.start) / Double(last - first) : .infinity
    let every = (1...max(1, last - first)).first { Double($0) * perYear >= width } ?? 1
    var marks = SVGPath()
    // Counted from the last year, which is the one that readers look for.
    for year in stride(from: last, through: first, by: -every) {
      let place = x(Double(year))
      marks.line(.init(place, y.start), .init(place, y.start + 5))
      sheet.text(figure.year(year), x: place, y: y.start + 20, "c m")
    }
    sheet.path(marks, "a")
  }
}
