/// The drawing of a split bar with a row for each body.
struct WhoSpendsPlot {
  private let figure: WhoSpendsFigure
  private let rows: [(sum: String, share: String)]
  private let styles: [AreaStyle?]

  private static let barHeight = 46.0
  private static let rowHeight = 26.0

  init(_ figure: WhoSpendsFigure) {
    self.figure = figure
    rows = figure.rows.map { (TextMeasure.fit($0.sum, width: 220, size: 13), $0.share) }
    var drawn = 0
    styles = figure.bodies.map { body in
      guard (body.pence ?? 0) > 0 else { return nil }
      drawn += 1
      return AreaStyle(drawn - 1)
    }
  }

  func draw(on sheet: inout FigureSheet) {
    drawBar(on: &sheet)
    drawRows(on: &sheet)
  }

  private func drawBar(on sheet: inout FigureSheet) {
    let sums = figure.bodies.map { Double(max(0, $0.pence ?? 0)) }
    let total = sums.reduce(0, +)
    let full = FigureSheet.right - FigureSheet.margin
    var x = FigureSheet.margin
    for (index, sum) in sums.enumerated() {
      guard let style = styles[index] else { continue }
      let width = sum / total * full
      // A gap of two pixels parts neighbours.
      let drawn = max(0.5, width - 2)
      style.fill(x: x, y: sheet.y, width: drawn, height: Self.barHeight, on: &sheet)
      AreaStyle.label(
        rows[index].share, x: x, y: sheet.y, width: drawn, height: Self.barHeight, on: &sheet)
      x += width
    }
    sheet.advance(Self.barHeight + 12)
  }

  private func drawRows(on sheet: inout FigureSheet) {
    let hasShares = rows.contains { !$0.share.isEmpty }
    let sumEnd = hasShares ? FigureSheet.right - 110 : FigureSheet.right
    let sumWidth = rows.map { TextMeasure.width($0.sum, size: 13) }.max() ?? 0
    let nameStart = FigureSheet.margin + 30
    var rules = SVGPath()
    for (index, body) in figure.bodies.enumerated() {
      let y = sheet.y + Self.rowHeight * Double(index) + 17
      styles[index]?.fill(x: FigureSheet.margin, y: y - 13, width: 18, height: 16, on: &sheet)
      let room = sumEnd - sumWidth - 16 - nameStart
      sheet.text(TextMeasure.fit(body.name, width: room, size: 13), x: nameStart, y: y)
      sheet.text(rows[index].sum, x: sumEnd, y: y, body.pence == nil ? "e m" : "e")
      if !rows[index].share.isEmpty {
        sheet.text(rows[index].share + " of each £1", x: FigureSheet.right, y: y, "e b")
      }
      rules.line(.init(FigureSheet.margin, y + 8), .init(FigureSheet.right, y + 8))
    }
    sheet.path(rules, "g")
    sheet.advance(Self.rowHeight * Double(figure.bodies.count) + 4)
  }
}
