/// The drawing of a comparison: names left, points in the middle, values right.
struct ComparisonPlot {
  private let figure: ComparisonFigure
  private let ticks: Ticks
  private let x: Scale
  private let valueTexts: [String]
  private let valueStart: Double
  private let nameWidth: Double
  private let top: Double
  /// True where the foot is out of sight of the first rows: the axis is then written above too.
  private let isTall: Bool

  private static let rowHeight = 22.0

  init(_ figure: ComparisonFigure, on sheet: inout FigureSheet) {
    self.figure = figure
    var values = figure.places.flatMap { [$0.value, $0.lower, $0.upper].compactMap { $0 } }
    if let benchmark = figure.benchmark { values.append(benchmark.value) }
    valueTexts = figure.places.map { figure.valueText($0) }
    let longest = figure.places.map {
      TextMeasure.width($0.name, size: 13, isBold: $0.isHighlighted)
    }
    nameWidth = min(longest.max() ?? 0, 236)
    let valueWidth =
      zip(figure.places, valueTexts).map {
        TextMeasure.width($1, size: 13, isBold: $0.isHighlighted)
      }.max() ?? 0
    valueStart = FigureSheet.right - min(valueWidth, 190)
    let start = FigureSheet.margin + nameWidth + 20
    let end = valueStart - 22
    ticks = Ticks(
      values, includesZero: figure.includesZero, count: max(2, Int((end - start) / 80)))
    x = Scale(domain: ticks.domain, start: start, end: end)
    var key = FigureKey()
    for standing in ComparisonFigure.Standing.allCases {
      guard let word = standing.word, let benchmark = figure.benchmark,
        figure.places.contains(where: { $0.standing == standing && $0.value != nil })
      else { continue }
      let sign = standing.sign
      let phrase = standing == .similar ? "\(word) to \(benchmark.name)" : word
      key.add(.point(sign.marker, sign.ink, isHollow: sign.isHollow), phrase)
    }
    if figure.places.contains(where: { $0.lower != nil && $0.upper != nil }) {
      key.add(.whisker(.grey), "95% interval")
    }
    key.draw(on: &sheet)
    isTall = figure.places.count > 20
    top = sheet.y + (figure.benchmark == nil ? 4 : 22) + (isTall ? 20 : 0)
  }

  func draw(on sheet: inout FigureSheet) {
    let rows = baselines
    let bottom = (rows.places.last ?? top) + 12
    drawGrid(bottom: bottom, on: &sheet)
    for (label, y) in rows.groups { sheet.text(label, x: FigureSheet.margin, y: y, "b m") }
    for (place, y) in zip(figure.places, rows.places) where place.isHighlighted {
      sheet.rectangle(
        x: FigureSheet.margin - 8, y: y - 16, width: FigureSheet.right - FigureSheet.margin + 16,
        height: Self.rowHeight, "hl")
    }
    drawBenchmark(bottom: bottom, on: &sheet)
    drawPoints(rows.places, on: &sheet)
    drawTexts(rows.places, on: &sheet)
    sheet.advance(bottom - sheet.y + 30)
  }

  /// The baselines of the rows, and of the groups' names above them.
  private var baselines: (places: [Double], groups: [(String, Double)]) {
    var y = top
    var places: [Double] = []
    var groups: [(String, Double)] = []
    var current = ""
    for place in figure.places {
      if place.group != current, !place.group.isEmpty {
        y += Self.rowHeight + (places.isEmpty ? 0 : 6)
        let width = FigureSheet.right - FigureSheet.margin
        groups.append((TextMeasure.fit(place.group, width: width, size: 13, isBold: true), y))
      }
      current = place.group
      y += Self.rowHeight
      places.append(y)
    }
    return (places, groups)
  }

  private func drawGrid(bottom: Double, on sheet: inout FigureSheet) {
    var grid = SVGPath()
    for (value, label) in zip(ticks.values, figure.format.labels(ticks)) {
      if value != 0 { grid.line(.init(x(value), top + 4), .init(x(value), bottom)) }
      sheet.text(label, x: x(value), y: bottom + 17, "c m")
      if isTall { sheet.text(label, x: x(value), y: top, "c m") }
    }
    sheet.path(grid, "g")
    if x.domain.contains(0) { sheet.line(.init(x(0), top + 4), .init(x(0), bottom), "a") }
    sheet.line(.init(x.start, bottom), .init(x.end, bottom), "a")
  }

  private func drawBenchmark(bottom: Double, on sheet: inout FigureSheet) {
    guard let benchmark = figure.benchmark else { return }
    let place = x(benchmark.value)
    let value = " " + figure.format.label(benchmark.value)
    let room = FigureSheet.right - FigureSheet.margin - TextMeasure.width(value, size: 13)
    let label = TextMeasure.fit(benchmark.name, width: room, size: 13) + value
    let half = TextMeasure.width(label, size: 13) / 2
    let centre = max(
      FigureSheet.margin + half, min(place, FigureSheet.right - half))
    let head = top - (isTall ? 20 : 0)
    sheet.line(.init(place, head), .init(place, bottom), "a d p")
    sheet.text(label, x: centre, y: head - 5, "c")
  }

  /// One path for each sign, however many places: a figure of all councils stays small.
  private func drawPoints(_ rows: [Double], on sheet: inout FigureSheet) {
    for standing in ComparisonFigure.Standing.allCases {
      let sign = standing.sign
      var whiskers = SVGPath()
      var points = SVGPath()
      for (place, baseline) in zip(figure.places, rows) where place.standing == standing {
        guard let value = place.value else { continue }
        let y = baseline - 4.5
        if let lower = place.lower, let upper = place.upper {
          whiskers.line(.init(x(lower), y), .init(x(upper), y))
        }
        sign.marker.add(
          to: &points, at: .init(x(value), y), radius: place.isHighlighted ? 6 : 4.5)
      }
      sheet.path(whiskers, sign.ink.stroke + " p")
      sheet.path(points, sign.isHollow ? sign.ink.hollow + " p" : sign.ink.fill)
    }
  }

  private func drawTexts(_ rows: [Double], on sheet: inout FigureSheet) {
    for ((place, value), y) in zip(zip(figure.places, valueTexts), rows) {
      let weight = place.isHighlighted ? "b" : ""
      sheet.text(
        TextMeasure.fit(
          place.name, width: nameWidth, size: 13, isBold: place.isHighlighted),
        x: FigureSheet.margin, y: y, weight)
      let muted = place.value == nil ? "m " : ""
      sheet.text(
        TextMeasure.fit(
          value, width: FigureSheet.right - valueStart, size: 13, isBold: place.isHighlighted),
        x: valueStart, y: y, muted + weight)
    }
  }
}
