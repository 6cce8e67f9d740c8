/// The drawing of a split bar with a row for each body.
struct WhoSpendsPlot {
  private let figure: WhoSpendsFigure
  private static let barHeight = 46.0
  private static let rowHeight = 26.0

  init(_ figure: WhoSpendsFigure) {
    self.figure = figure
  }

  /// The colour and hatching of the n-th part; the first parts differ in both.
  static func style(_ index: Int) -> (ink: Palette.Ink, pattern: Pattern) {
    let styles: [(Palette.Ink, Pattern)] = [
      (.blue, .plain), (.orange, .slant), (.teal, .dots), (.grey, .bars),
      (.blue, .counter), (.orange, .plain), (.teal, .bars), (.grey, .slant),
    ]
    return styles[index % styles.count]
  }

  func draw(on sheet: inout FigureSheet) {
    drawBar(on: &sheet)
    drawRows(on: &sheet)
  }

  private func drawBar(on sheet: inout FigureSheet) {
    let sums = figure.bodies.map { Double(max(0, $0.pence ?? 0)) }
    let total = sums.reduce(0, +)
    let full = FigureSheet.right - FigureSheet.margin
    let rows = figure.rows
    var x = FigureSheet.margin
    for (index, sum) in sums.enumerated() where sum > 0 {
      let width = sum / total * full
      let (ink, pattern) = Self.style(index)
      // A gap of two pixels parts neighbours, also in grey.
      let drawn = max(0.5, width - 2)
      sheet.rectangle(x: x, y: sheet.y, width: drawn, height: Self.barHeight, ink.fill)
      if pattern != .plain {
        sheet.rectangle(
          x: x, y: sheet.y, width: drawn, height: Self.barHeight, "", pattern: pattern.rawValue)
      }
      let label = rows[index].share
      let labelWidth = TextMeasure.width(label, size: 13, isBold: true)
      if !label.isEmpty, labelWidth + 14 < drawn {
        let middle = x + drawn / 2
        sheet.rectangle(
          x: middle - labelWidth / 2 - 5, y: sheet.y + Self.barHeight / 2 - 11,
          width: labelWidth + 10, height: 22, "bg")
        sheet.text(label, x: middle, y: sheet.y + Self.barHeight / 2 + 4.5, "c b")
      }
      x += width
    }
    sheet.advance(Self.barHeight + 12)
  }

  private func drawRows(on sheet: inout FigureSheet) {
    let rows = figure.rows
    let hasShares = rows.contains { !$0.share.isEmpty }
    let shareEnd = FigureSheet.right
    let sumEnd = hasShares ? shareEnd - 110 : shareEnd
    let sumWidth = rows.map { TextMeasure.width($0.sum, size: 13) }.max() ?? 0
    let nameStart = FigureSheet.margin + 30
    var rules = SVGPath()
    for (index, body) in figure.bodies.enumerated() {
      let y = sheet.y + Self.rowHeight * Double(index) + 17
      let (ink, pattern) = Self.style(index)
      if (body.pence ?? 0) > 0 {
        let top = y - 13
        sheet.rectangle(x: FigureSheet.margin, y: top, width: 18, height: 16, ink.fill)
        if pattern != .plain {
          sheet.rectangle(
            x: FigureSheet.margin, y: top, width: 18, height: 16, "", pattern: pattern.rawValue)
        }
      }
      let room = sumEnd - sumWidth - 16 - nameStart
      sheet.text(TextMeasure.fit(body.name, width: room, size: 13), x: nameStart, y: y)
      sheet.text(rows[index].sum, x: sumEnd, y: y, body.pence == nil ? "e m" : "e")
      if !rows[index].share.isEmpty {
        sheet.text(rows[index].share + " of each £1", x: shareEnd, y: y, "e b")
      }
      rules.line(.init(FigureSheet.margin, y + 8), .init(FigureSheet.right, y + 8))
    }
    sheet.path(rules, "g")
    sheet.advance(Self.rowHeight * Double(figure.bodies.count) + 4)
  }
}
