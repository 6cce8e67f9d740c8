/// The drawing of stacked columns with the parts named beside the last one.
struct StackedSharesPlot {
  private let figure: StackedSharesFigure
  private let labels: [[String]]
  private let x: Scale
  private let step: Double
  private let left: Double
  private let right: Double

  private static let height = 300.0
  private static let labelLimit = 190.0

  init(_ figure: StackedSharesFigure, years: ClosedRange<Int>) {
    self.figure = figure
    let last = figure.columns.last { $0.shares != nil }
    labels = figure.parts.enumerated().map { part, name in
      let share = last?.shares.map { figure.format.label($0[part]) } ?? ""
      return TextMeasure.wrap(name, width: Self.labelLimit, size: 13, isBold: true, lines: 2)
        + [share]
    }
    let width =
      labels.joined().map { TextMeasure.width($0, size: 13, isBold: true) }.max() ?? 0
    left = FigureSheet.margin + TextMeasure.width("100%", size: 13) + 10
    right = FigureSheet.right - width - 22
    step = (right - left) / Double(years.count)
    x = Scale(
      domain: Double(years.lowerBound)...Double(years.upperBound), start: left + step / 2,
      end: right - step / 2)
  }

  func draw(on sheet: inout FigureSheet) {
    let hasMarks = figure.columns.contains { !$0.mark.isEmpty && $0.shares != nil }
    let top = sheet.y + (hasMarks ? 24 : 8)
    let y = Scale(domain: 0...100, start: top + Self.height, end: top)
    drawAxis(y, on: &sheet)
    for column in figure.columns { draw(column, y, on: &sheet) }
    sheet.line(.init(left, y.start), .init(right, y.start), "a")
    let foot = drawLabels(y, on: &sheet)
    sheet.advance(max(y.start + 34, foot + 8) - sheet.y)
  }

  private var columnWidth: Double { min(step * 0.8, 70) }

  private func drawAxis(_ y: Scale, on sheet: inout FigureSheet) {
    var grid = SVGPath()
    for value in [0.0, 25, 50, 75, 100] {
      if value > 0 { grid.line(.init(left, y(value)), .init(right, y(value))) }
      sheet.text(
        FigureFormat(.percent, .whole).label(value), x: left - 8, y: y(value) + 4.5, "e m")
    }
    sheet.path(grid, "g")
    let last = Int(x.domain.upperBound)
    let width = TextMeasure.width(YearText(last, figure.years).short, size: 13) + 10
    let every = max(1, (width / step).ceiling)
    for year in stride(from: last, through: Int(x.domain.lowerBound), by: -every) {
      sheet.text(
        YearText(year, figure.years).short, x: x(Double(year)), y: y.start + 20, "c m")
    }
  }

  private func draw(
    _ column: StackedSharesFigure.Column, _ y: Scale, on sheet: inout FigureSheet
  ) {
    guard let shares = column.shares else { return }
    let start = x(Double(column.year)) - columnWidth / 2
    var base = 0.0
    for (part, share) in shares.enumerated() {
      let area = (top: y.clamped(base + share), foot: y.clamped(base))
      base += share
      // One pixel parts neighbours; a part thinner than that is still drawn.
      let height = max(min(0.5, area.foot - area.top), area.foot - area.top - 1)
      let style = AreaStyle(part)
      style.fill(x: start, y: area.top, width: columnWidth, height: height, on: &sheet)
      // The last column's shares stand beside it.
      if column.year == Int(x.domain.lowerBound), x.domain.upperBound > x.domain.lowerBound {
        // Where the column is too narrow for the decimals, the whole per cent still fits.
        let label = figure.format.label(share)
        let isWide = TextMeasure.width(label, size: 13, isBold: true) + 4 <= columnWidth
        let short = FigureFormat(.percent, .whole).label(share)
        AreaStyle.label(
          isWide ? label : short, x: start, y: area.top, width: columnWidth, height: height,
          on: &sheet)
      }
    }
    let mark = TextMeasure.fit(column.mark, width: max(step, 30), size: 12)
    sheet.text(mark, x: start + columnWidth / 2, y: y.end - 6, "c m sm")
  }

  /// Names the parts beside the last column and returns how far down the names reach.
  private func drawLabels(_ y: Scale, on sheet: inout FigureSheet) -> Double {
    let shares = figure.columns.last { $0.shares != nil }?.shares ?? []
    var base = 0.0
    let middles = shares.map { share -> Double in
      base += share
      return y.clamped(base - share / 2)
    }
    let heights = labels.map { Double($0.count) * 16 + 4 }
    let tops = LabelStack.tops(
      wishes: zip(middles, heights).map { $0 - $1 / 2 }, heights: heights,
      within: (y.end - 12)...(y.start + 16))
    let edge = x.end + columnWidth / 2
    for (part, lines) in labels.enumerated() {
      let ink = AreaStyle(part).ink
      var lead = SVGPath()
      lead.polyline([
        .init(edge + 2, middles[part]), .init(right + 2, middles[part]),
        .init(right + 10, tops[part] + heights[part] / 2),
      ])
      sheet.path(lead, ink.stroke)
      for (row, line) in lines.enumerated() {
        let weight = row < lines.count - 1 ? " b" : ""
        sheet.text(
          line, x: right + 14, y: tops[part] + Double(row) * 16 + 13, ink.text + weight)
      }
    }
    return zip(tops, heights).map { $0 + $1 }.max() ?? y.start
  }
}
