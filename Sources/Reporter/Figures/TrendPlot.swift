/// The drawing of a trend: where its parts stand.
struct TrendPlot {
  private let figure: TrendFigure
  private let ticks: Ticks
  private let tickLabels: [String]
  private let x: Scale
  private let y: Scale
  private let left: Double
  private let right: Double
  private let breakRows: [(label: String, x: Double, row: Int)]
  private let labels: [EndLabel]
  private let key: FigureKey

  private static let height = 290.0
  private static let rowHeight = 17.0

  /// The name and last value at the end of a line.
  private struct EndLabel {
    let lines: [String]
    let ink: Palette.Ink
    let value: Double
    let from: SVGPath.Point
    var height: Double { Double(lines.count) * 16 + 4 }
  }

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
    let texts = Self.endTexts(of: figure, last: last)
    let labelWidth =
      texts.flatMap(\.lines).map { TextMeasure.width($0, size: 13, isBold: true) }.max() ?? 0
    right = FigureSheet.right - min(labelWidth, Self.labelLimit) - 16
    x = Scale(
      domain: Double(first)...Double(last), start: left + 16, end: right - 10)
    key = Self.key(of: figure)
    key.draw(on: &sheet)
    breakRows = Self.rows(of: figure, first: first, x: x, left: left, right: right)
    let rows = (breakRows.map(\.row).max() ?? -1) + 1
    let top = sheet.y + 8 + Double(rows) * Self.rowHeight
    y = Scale(domain: ticks.domain, start: top + Self.height, end: top)
    labels = Self.place(texts, x: x, y: y)
  }

  /// Draws everything and takes its height of the page.
  func draw(on sheet: inout FigureSheet) {
    drawAxes(on: &sheet)
    drawBreaks(on: &sheet)
    drawProjection(on: &sheet)
    let ordered = figure.series.indices.reversed()
    for index in ordered { drawIntervals(index, on: &sheet) }
    for index in ordered { drawLine(index, on: &sheet) }
    drawValues(on: &sheet)
    drawEndLabels(on: &sheet)
    sheet.advance(y.start - sheet.y + 34)
  }

  // MARK: Style

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
        key.add(.band(.blue, opacity: "o2"), "80% range")
      }
      if figure.projection.contains(where: { $0.within95 != nil }) {
        key.add(.band(.blue, opacity: "o1"), "95% range")
      }
    }
    return key
  }

  // MARK: Axes

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
    for year in first...last {
      let place = x(Double(year))
      guard (last - year) % every == 0 else { continue }
      marks.line(.init(place, y.start), .init(place, y.start + 5))
      sheet.text(figure.year(year), x: place, y: y.start + 20, "c m")
    }
    sheet.path(marks, "a")
  }

  // MARK: Breaks

  private static func rows(
    of figure: TrendFigure, first: Int, x: Scale, left: Double, right: Double
  ) -> [(label: String, x: Double, row: Int)] {
    var ends: [Double] = []
    return figure.breaks.compactMap { one in
      guard one.year > first, Double(one.year) <= x.domain.upperBound else { return nil }
      let place = x(Double(one.year) - 0.5)
      let label = TextMeasure.fit(one.label, width: right - left, size: 12)
      let width = TextMeasure.width(label, size: 12)
      let start = max(left, min(place + 5, right - width))
      let row = ends.firstIndex { $0 + 12 < start } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = start + width
      return (label, place, row)
    }
  }

  private func drawBreaks(on sheet: inout FigureSheet) {
    for one in breakRows {
      let baseline = sheet.y + Double(one.row) * Self.rowHeight + 11
      let width = TextMeasure.width(one.label, size: 12)
      sheet.line(.init(one.x, baseline - 10), .init(one.x, y.start), "a d")
      sheet.text(one.label, x: max(left, min(one.x + 5, right - width)), y: baseline, "sm h")
    }
  }
}

// MARK: - Lines

extension TrendPlot {
  private func place(_ year: Int, _ value: Double) -> SVGPath.Point {
    .init(x(Double(year)), y(value))
  }

  private func drawIntervals(_ index: Int, on sheet: inout FigureSheet) {
    let series = figure.series[index]
    let ink = Self.style(index, in: figure).ink
    var band = SVGPath()
    var whiskers = SVGPath()
    for run in figure.runs(of: series) {
      let bounded = run.compactMap { point -> (Int, Double, Double)? in
        guard let lower = point.lower, let upper = point.upper else { return nil }
        return (point.year, lower, upper)
      }
      // A band over a single year would have no width.
      if series.intervals == .band, bounded.count > 1, bounded.count == run.count {
        let upper = bounded.map { place($0.0, $0.2) }
        let lower = bounded.reversed().map { place($0.0, $0.1) }
        band.polyline(upper + lower, isClosed: true)
      } else {
        for (year, lower, upper) in bounded {
          whiskers.line(place(year, lower), place(year, upper))
        }
      }
    }
    sheet.path(band, ink.fill + " o1")
    sheet.path(whiskers, ink.stroke + " p")
  }

  private func drawLine(_ index: Int, on sheet: inout FigureSheet) {
    let series = figure.series[index]
    let (ink, marker, dash) = Self.style(index, in: figure)
    var line = SVGPath()
    var full = SVGPath()
    var hollow = SVGPath()
    for run in figure.runs(of: series) {
      let points = run.compactMap { point in
        point.value.map { (place(point.year, $0), point.isProvisional) }
      }
      line.polyline(points.map(\.0))
      for (point, isProvisional) in points {
        // A benchmark has points only where it would otherwise not be seen.
        guard !series.isBenchmark || points.count == 1 else { continue }
        if isProvisional {
          marker.add(to: &hollow, at: point, radius: 4.5)
        } else {
          marker.add(to: &full, at: point, radius: 4)
        }
      }
    }
    sheet.path(line, [ink.stroke, series.isBenchmark ? "p" : "l", dash].joined(separator: " "))
    sheet.path(full, ink.fill)
    sheet.path(hollow, ink.hollow + " p")
  }

  private func drawProjection(on sheet: inout FigureSheet) {
    let start = figure.series.first { !$0.isBenchmark }?.points.last { $0.value != nil }
    guard let first = figure.projection.first else { return }
    // The fan opens from the last published point where that is the year before.
    let origin = start.flatMap { point in
      first.year - point.year <= figure.interval
        ? point.value.map { place(point.year, $0) } : nil
    }
    let lead = origin.map { [$0] } ?? []
    for (range, style) in [(\TrendFigure.Projected.within95, "o1"), (\.within80, "o2")] {
      let bounded = figure.projection.compactMap { one in
        one[keyPath: range].map { (one.year, $0) }
      }
      guard !bounded.isEmpty else { continue }
      var fan = SVGPath()
      let upper = bounded.map { place($0.0, $0.1.upperBound) }
      let lower = bounded.reversed().map { place($0.0, $0.1.lowerBound) }
      fan.polyline(lead + upper + lower, isClosed: true)
      sheet.path(fan, "f1 " + style)
    }
    var middle = SVGPath()
    middle.polyline(lead + figure.projection.map { place($0.year, $0.value) })
    sheet.path(middle, "s1 p d")
  }
}

// MARK: - Labels

extension TrendPlot {
  private static let labelLimit = 170.0

  private static func endTexts(of figure: TrendFigure, last: Int) -> [(
    lines: [String], ink: Palette.Ink, year: Int, value: Double
  )] {
    figure.series.indices.compactMap { index in
      let series = figure.series[index]
      guard let end = series.points.last(where: { $0.value != nil }), let value = end.value
      else { return nil }
      let isMain = index == figure.series.firstIndex { !$0.isBenchmark }
      let name = TextMeasure.wrap(
        series.name, width: labelLimit, size: 13, isBold: true, lines: 2)
      let ink = style(index, in: figure).ink
      if isMain, let projected = figure.projection.last {
        let text = figure.format.label(projected.value) + " projected"
        return (name + [text], ink, projected.year, projected.value)
      }
      let text =
        figure.format.label(value) + (end.year == last ? "" : " in " + figure.year(end.year))
      return (name + [text], ink, end.year, value)
    }
  }

  private static func place(
    _ texts: [(lines: [String], ink: Palette.Ink, year: Int, value: Double)], x: Scale, y: Scale
  ) -> [EndLabel] {
    texts.map { text in
      EndLabel(
        lines: text.lines, ink: text.ink, value: text.value,
        from: .init(x(Double(text.year)), y(text.value)))
    }
  }

  private func drawEndLabels(on sheet: inout FigureSheet) {
    let tops = LabelStack.tops(
      wishes: labels.map { $0.from.y - $0.height / 2 }, heights: labels.map(\.height),
      within: (y.end - 10)...(y.start + 20))
    for (label, top) in zip(labels, tops) {
      let middle = top + label.height / 2
      if (middle - label.from.y).magnitude > 4 || label.from.x < right - 14 {
        var lead = SVGPath()
        lead.polyline([
          .init(label.from.x + 7, label.from.y), .init(right, label.from.y),
          .init(right + 6, middle),
        ])
        sheet.path(lead, label.ink.stroke + " dd")
      }
      for (row, line) in label.lines.enumerated() {
        let isName = row < label.lines.count - 1
        sheet.text(
          line, x: right + 10, y: top + Double(row) * 16 + 13,
          label.ink.text + (isName ? " b" : ""))
      }
    }
  }

  /// Writes the first value of the main series, and its last where a projection follows.
  private func drawValues(on sheet: inout FigureSheet) {
    guard let index = figure.series.firstIndex(where: { !$0.isBenchmark }) else { return }
    let shown = figure.series[index].points.filter { $0.value != nil }
    var marked: [TrendFigure.Point] = []
    if shown.count > 1, let first = shown.first { marked.append(first) }
    if !figure.projection.isEmpty, let last = shown.last { marked.append(last) }
    for point in marked {
      guard let value = point.value else { continue }
      let others = figure.series.indices.filter { $0 != index }.compactMap { other in
        figure.series[other].points.first { $0.year == point.year }?.value
      }
      // Above, unless another line runs close above.
      let isAbove = !others.contains { $0 > value && y(value) - y($0) < 26 }
      let place = place(point.year, value)
      let edge = isAbove ? point.upper : point.lower
      let clear = figure.series[index].intervals == .whiskers ? edge.map { y($0) } : nil
      let baseline = (clear ?? place.y) + (isAbove ? -10 : 20)
      let label = figure.format.label(value)
      let half = TextMeasure.width(label, size: 13, isBold: true) / 2
      sheet.text(
        label, x: max(left + half, min(place.x, right - half)), y: baseline, "c b t1 h")
    }
  }
}
