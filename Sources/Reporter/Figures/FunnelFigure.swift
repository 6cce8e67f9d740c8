/// Rates against the size of the places, between limits that narrow as places grow.
///
/// A small place strays far by chance alone; only a point outside the limits differs.
public struct FunnelFigure: Figure {
  /// The limits at one size.
  public struct Limit: Hashable, Sendable {
    /// The size.
    public let size: Double
    /// What 95% of places would lie within by chance alone.
    public let within95: ClosedRange<Double>
    /// What 99.8% of places would lie within by chance alone.
    public let within998: ClosedRange<Double>

    /// Makes the limits at one size.
    public init(_ size: Double, within95: ClosedRange<Double>, within998: ClosedRange<Double>) {
      self.size = size
      self.within95 = within95
      self.within998 = within998
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The places: size along the foot, rate up the side.
  public let points: [ScatterPoint]
  /// The limits, by ascending size.
  public let limits: [Limit]
  /// What the places are held against, with its name.
  public let benchmark: ComparisonFigure.Benchmark
  /// The title of the foot: what size is counted.
  public let sizeTitle: String
  /// How rates are written.
  public let format: FigureFormat

  /// Makes a figure.
  public init(
    caption: FigureCaption, points: [ScatterPoint], limits: [Limit],
    benchmark: ComparisonFigure.Benchmark, sizeTitle: String, format: FigureFormat
  ) {
    self.caption = caption
    self.points = points.filter(\.isDrawable)
    self.limits = limits.sorted { $0.size < $1.size }
    self.benchmark = benchmark
    self.sizeTitle = sizeTitle
    self.format = format
  }

  /// The values in words.
  public var altText: String {
    var sentences = [
      "Funnel plot of \(points.count) places.",
      "\(benchmark.name): \(format.label(benchmark.value)).",
      "Outside the limits: \(points.count { $0.isOutlier }).",
    ]
    for point in points where point.isHighlighted {
      sentences.append(
        "\(point.name): \(format.label(point.y)), "
          + (point.isOutlier ? "outside" : "inside") + " the limits.")
    }
    return sentences.joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard !points.isEmpty, benchmark.value.drawable != nil else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    key.draw(on: &sheet)
    let frame = PlotFrame(
      x: (
        Ticks(points.map(\.x) + limits.map(\.size), includesZero: true, count: 6), .count, sizeTitle
      ),
      y: (Ticks(rates, includesZero: false), format, ""), height: 320, on: &sheet)
    frame.draw(on: &sheet)
    let lines = drawLimits(in: frame, on: &sheet)
    frame.draw(points, format: format, avoiding: lines, on: &sheet)
    frame.finish(on: &sheet)
    return sheet.document(alt: altText)
  }

  private var key: FigureKey {
    var key = FigureKey()
    key.add(.line(.grey, dash: ""), "\(benchmark.name) \(format.label(benchmark.value))")
    if !limits.isEmpty {
      key.add(.line(.blue, dash: "d"), "95% limits")
      key.add(.line(.blue, dash: "dd"), "99.8% limits")
    }
    if points.contains(where: { $0.isOutlier && !$0.isHighlighted }) {
      key.add(.point(.square, .orange, isHollow: false), "Outside the limits")
    }
    return key
  }

  /// The limits of the smallest sizes run off any scale; they do not set it beyond twice the data.
  private var rates: [Double] {
    let own = points.map(\.y) + [benchmark.value]
    let low = own.min() ?? 0
    let high = own.max() ?? 1
    let margin = (high - low) / 2
    return own
      + limits.flatMap { [$0.within998.lowerBound, $0.within998.upperBound] }
      .map { max(low - margin, min($0, high + margin)) }
  }

  private func drawLimits(
    in frame: PlotFrame, on sheet: inout FigureSheet
  ) -> [[SVGPath.Point]] {
    let middle = [
      SVGPath.Point(frame.x.start, frame.y(benchmark.value)),
      SVGPath.Point(frame.x.end, frame.y(benchmark.value)),
    ]
    var lines = [middle]
    sheet.line(middle[0], middle[1], "s4 p")
    for (range, style) in [(\Limit.within95, "s1 d p"), (\.within998, "s1 dd p")] {
      var path = SVGPath()
      for bound in [\ClosedRange<Double>.lowerBound, \.upperBound] {
        // Only where the limit is on the scale: one that is held at the edge would be false.
        let inside = limits.filter { frame.y.domain.contains($0[keyPath: range][keyPath: bound]) }
        let line = inside.map {
          SVGPath.Point(frame.x.clamped($0.size), frame.y($0[keyPath: range][keyPath: bound]))
        }
        path.polyline(line)
        lines.append(line)
      }
      sheet.path(path, style)
    }
    return lines
  }
}
