/// The axes of a plot of one quantity against another.
struct PlotFrame {
  let x: Scale
  let y: Scale
  /// The upper edge of the plot.
  let top: Double
  /// The lower edge, where the foot's axis runs.
  let foot: Double
  private let xTicks: Ticks
  private let yTicks: Ticks
  private let xLabels: [String]
  private let yLabels: [String]
  private let xTitle: String
  private let yTitle: String

  /// Lays axes out below what the sheet holds already.
  ///
  /// - Parameters:
  ///   - xTicks: the values along the foot, with their format and title.
  ///   - yTicks: the values up the side, with their format and title.
  ///   - height: of the plot, in pixels.
  ///   - lead: the room to leave above the plot for labels of upright lines.
  ///   - inset: the room within the plot above and below all values, for words.
  ///   - sheet: the page.
  init(
    x xTicks: (ticks: Ticks, format: FigureFormat, title: String),
    y yTicks: (ticks: Ticks, format: FigureFormat, title: String),
    height: Double, lead: Double = 0, inset: Double = 0, on sheet: inout FigureSheet
  ) {
    self.xTicks = xTicks.ticks
    self.yTicks = yTicks.ticks
    xLabels = xTicks.format.labels(xTicks.ticks)
    yLabels = yTicks.format.labels(yTicks.ticks)
    xTitle = xTicks.title
    yTitle = yTicks.title
    let width = yLabels.map { TextMeasure.width($0, size: 13) }.max() ?? 0
    let last = xLabels.last.map { TextMeasure.width($0, size: 13) / 2 } ?? 0
    if !yTitle.isEmpty { sheet.advance(22) }
    top = sheet.y + lead + 4
    foot = top + height
    x = Scale(
      domain: xTicks.ticks.domain, start: FigureSheet.margin + width + 10,
      end: FigureSheet.right - max(8, last))
    y = Scale(domain: yTicks.ticks.domain, start: foot - inset, end: top + inset)
  }

  /// The plot's own area.
  var area: LabelRoom.Box {
    .init(left: x.start, top: top, right: FigureSheet.right, bottom: foot)
  }

  /// Draws grid, axes and titles.
  func draw(on sheet: inout FigureSheet) {
    var grid = SVGPath()
    for (value, label) in zip(yTicks.values, yLabels) {
      grid.line(.init(x.start, y(value)), .init(x.end, y(value)))
      sheet.text(label, x: x.start - 8, y: y(value) + 4.5, "e m")
    }
    sheet.path(grid, "g")
    var marks = SVGPath()
    marks.line(.init(x.start, foot), .init(x.end, foot))
    let room = (x.end - x.start) / Double(max(1, xLabels.count - 1))
    let widest = xLabels.map { TextMeasure.width($0, size: 13) }.max() ?? 0
    let every = max(1, ((widest + 10) / room).ceiling)
    for (index, (value, label)) in zip(xTicks.values, xLabels).enumerated()
    where index % every == 0 {
      marks.upright(x: x(value), y: foot, height: 5)
      sheet.text(label, x: x(value), y: foot + 20, "c m")
    }
    sheet.path(marks, "a")
    let full = FigureSheet.right - FigureSheet.margin
    sheet.text(
      TextMeasure.fit(yTitle, width: full, size: 13), x: FigureSheet.margin, y: sheet.y - 10, "m")
    sheet.text(
      TextMeasure.fit(xTitle, width: x.end - FigureSheet.margin, size: 13), x: x.end, y: foot + 40,
      "e m")
  }

  /// Takes the plot's height of the page.
  func finish(on sheet: inout FigureSheet) {
    sheet.advance(foot - sheet.y + (xTitle.isEmpty ? 32 : 50))
  }
}
