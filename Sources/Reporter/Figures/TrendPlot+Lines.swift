/// The lines, points, bands and fan of a trend.
extension TrendPlot {
  func drawIntervals(_ index: Int, on sheet: inout FigureSheet) {
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

  func drawLine(_ index: Int, on sheet: inout FigureSheet) {
    let series = figure.series[index]
    let (ink, marker, dash) = Self.style(index, in: figure)
    var line = SVGPath()
    var full = SVGPath()
    var hollow = SVGPath()
    for run in figure.runs(of: series) {
      let points = run.compactMap { point in
        point.value.map { (place(point.year, $0), point.isProvisional) }
      }
      if points.count > 1 { line.polyline(points.map(\.0)) }
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

  func drawProjection(on sheet: inout FigureSheet) {
    let lead = projectionOrigin.map { [$0] } ?? []
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

  /// The last published point, where the projection follows it without a gap.
  private var projectionOrigin: SVGPath.Point? {
    guard let first = figure.projection.first,
      let last = figure.main?.points.last(where: { $0.value != nil }), let value = last.value,
      first.year - last.year <= figure.interval
    else { return nil }
    return place(last.year, value)
  }
}
