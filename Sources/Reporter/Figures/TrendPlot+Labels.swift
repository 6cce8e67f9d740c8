/// The words in a trend: names at the ends of lines, values at points.
extension TrendPlot {
  /// The name and last value at the end of a line.
  private struct EndLabel {
    let lines: [String]
    let ink: Palette.Ink
    let year: Int
    let value: Double
    var height: Double { Double(lines.count) * 16 + 4 }
  }

  private static let limit = 170.0

  /// The room that the names at the right need.
  static func labelWidth(of figure: TrendFigure, last: Int) -> Double {
    let lines = endLabels(of: figure, last: last).flatMap(\.lines)
    return lines.map { TextMeasure.width($0, size: 13, isBold: true) }.max() ?? 0
  }

  private static func endLabels(of figure: TrendFigure, last: Int) -> [EndLabel] {
    figure.series.indices.compactMap { index in
      let series = figure.series[index]
      guard let end = series.points.last(where: { $0.value != nil }), let value = end.value
      else { return nil }
      let name = TextMeasure.wrap(series.name, width: limit, size: 13, isBold: true, lines: 2)
      let ink = style(index, in: figure).ink
      if index == figure.mainIndex, let projected = figure.projection.last {
        let text = figure.format.label(projected.value) + " projected"
        return EndLabel(
          lines: name + [text], ink: ink, year: projected.year, value: projected.value)
      }
      let text =
        figure.format.label(value) + (end.year == last ? "" : " in " + figure.year(end.year))
      return EndLabel(lines: name + [text], ink: ink, year: end.year, value: value)
    }
  }

  /// Names the lines at their ends and returns how far down the names reach.
  func drawEndLabels(on sheet: inout FigureSheet) -> Double {
    let labels = Self.endLabels(of: figure, last: Int(x.domain.upperBound))
    let tops = LabelStack.tops(
      wishes: labels.map { y($0.value) - $0.height / 2 }, heights: labels.map(\.height),
      within: (y.end - 10)...(y.start + 20))
    for (label, top) in zip(labels, tops) {
      let end = place(label.year, label.value)
      let middle = top + label.height / 2
      if (middle - end.y).magnitude > 4 || end.x < right - 14 {
        var lead = SVGPath()
        lead.polyline([.init(end.x + 7, end.y), .init(right, end.y), .init(right + 6, middle)])
        sheet.path(lead, label.ink.stroke + " dd")
      }
      for (row, line) in label.lines.enumerated() {
        let weight = row < label.lines.count - 1 ? " b" : ""
        sheet.text(
          line, x: right + 10, y: top + Double(row) * 16 + 13, label.ink.text + weight)
      }
    }
    return zip(tops, labels).map { $0 + $1.height }.max() ?? y.start
  }

  /// Writes values of the main series at the years asked for, away from all lines.
  func drawValues(on sheet: inout FigureSheet) {
    guard let main = figure.main else { return }
    var room = LabelRoom(
      bounds: .init(left: left, top: y.end - 22, right: right + 4, bottom: y.start - 2))
    for (index, series) in figure.series.enumerated() {
      for run in figure.runs(of: series) {
        room.avoid(
          line: run.compactMap { point in point.value.map { place(point.year, $0) } },
          weight: index == figure.mainIndex ? 3 : 1)
      }
    }
    for point in main.points where figure.labelledYears.contains(point.year) {
      guard let value = point.value else { continue }
      let label = figure.format.label(value)
      // Past the end of a whisker, or close above or below the point.
      let end = main.intervals == .whiskers ? point.upper : nil
      let spot = room.place(
        label, beside: place(point.year, end ?? value), distances: [end == nil ? 9 : 3],
        sides: end == nil ? [.above, .below, .right, .left] : [.above])
      sheet.text(label, x: spot.x, y: spot.baseline, "b t1 h")
    }
  }
}
