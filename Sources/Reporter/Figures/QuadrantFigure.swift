/// Two quantities of the same places, in four fields around a benchmark.
public struct QuadrantFigure: Figure {
  /// A quantity: its title with unit, and how it is written.
  public struct Axis: Hashable, Sendable {
    /// What is measured, with its unit.
    public let title: String
    /// The value that parts low from high, such as England's; nil for none.
    public let middle: Double?
    /// How its values are written.
    public let format: FigureFormat

    /// Makes an axis.
    public init(_ title: String, middle: Double? = nil, format: FigureFormat) {
      self.title = title
      self.middle = middle.flatMap(\.drawable)
      self.format = format
    }
  }

  /// What the four fields mean.
  public struct Fields: Hashable, Sendable {
    /// Low along the foot, high up the side.
    public let topLeft: String
    /// High on both.
    public let topRight: String
    /// Low on both.
    public let bottomLeft: String
    /// High along the foot, low up the side.
    public let bottomRight: String

    /// Makes the four texts.
    public init(topLeft: String, topRight: String, bottomLeft: String, bottomRight: String) {
      self.topLeft = topLeft
      self.topRight = topRight
      self.bottomLeft = bottomLeft
      self.bottomRight = bottomRight
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The places.
  public let points: [ScatterPoint]
  /// Along the foot.
  public let x: Axis
  /// Up the side.
  public let y: Axis
  /// What the fields mean; nil to leave them bare.
  public let fields: Fields?
  /// Whose values part the fields: `England`.
  public let benchmark: String

  /// Makes a figure.
  public init(
    caption: FigureCaption, points: [ScatterPoint], x: Axis, y: Axis, fields: Fields? = nil,
    benchmark: String = "England"
  ) {
    self.caption = caption
    self.points = points.filter(\.isDrawable)
    self.x = x
    self.y = y
    self.fields = fields
    self.benchmark = benchmark
  }

  /// The values in words.
  public var altText: String {
    var sentences = [
      "Scatter plot of \(points.count) places. Along the foot: \(x.title). Up the side: \(y.title)."
    ]
    if let across = x.middle, let up = y.middle {
      sentences.append("\(benchmark): \(x.format.label(across)) and \(y.format.label(up)).")
    }
    for point in points where point.isHighlighted {
      sentences.append("\(point.name): \(x.format.label(point.x)) and \(y.format.label(point.y)).")
    }
    return sentences.joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard !points.isEmpty else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    var key = FigureKey()
    if x.middle != nil || y.middle != nil { key.add(.line(.grey, dash: "d"), benchmark) }
    key.draw(on: &sheet)
    let frame = PlotFrame(
      x: (
        Ticks(points.map(\.x) + [x.middle].compactMap { $0 }, includesZero: false, count: 6),
        x.format, x.title
      ),
      y: (
        Ticks(points.map(\.y) + [y.middle].compactMap { $0 }, includesZero: false), y.format,
        y.title
      ), height: 360, inset: 24, on: &sheet)
    frame.draw(on: &sheet)
    drawMiddles(in: frame, on: &sheet)
    frame.draw(points, format: y.format, avoiding: middles(in: frame), on: &sheet)
    frame.finish(on: &sheet)
    return sheet.document(alt: altText)
  }

  private func middles(in frame: PlotFrame) -> [[SVGPath.Point]] {
    let upright = x.middle.map { value in
      [SVGPath.Point(frame.x(value), frame.foot), .init(frame.x(value), frame.top)]
    }
    let level = y.middle.map { value in
      [SVGPath.Point(frame.x.start, frame.y(value)), .init(frame.x.end, frame.y(value))]
    }
    return [upright, level].compactMap { $0 }
  }

  private func drawMiddles(in frame: PlotFrame, on sheet: inout FigureSheet) {
    for line in middles(in: frame) { sheet.line(line[0], line[1], "s4 p d") }
    guard let fields, let across = x.middle else { return }
    let rooms = (frame.x(across) - frame.x.start - 12, frame.x.end - frame.x(across) - 12)
    for (text, isRight, y) in [
      (fields.topLeft, false, frame.top + 15), (fields.topRight, true, frame.top + 15),
      (fields.bottomLeft, false, frame.foot - 8), (fields.bottomRight, true, frame.foot - 8),
    ] {
      let room = isRight ? rooms.1 : rooms.0
      guard room > 40 else { continue }
      sheet.text(
        TextMeasure.fit(text, width: room, size: 12),
        x: isRight ? frame.x.end - 4 : frame.x.start + 6,
        y: y, isRight ? "sm m e h" : "sm m h")
    }
  }
}
