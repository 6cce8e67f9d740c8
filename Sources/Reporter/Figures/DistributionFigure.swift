/// The share of jobs below each level of pay: a rising curve, with the thresholds that matter.
public struct DistributionFigure: Figure {
  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// The pay.
    public let value: Double
    /// The share of jobs below it, in per cent.
    public let share: Double
    /// True where the share is published; false where it is estimated, as below the lowest percentile.
    public let isPublished: Bool

    /// Makes a point.
    public init(_ value: Double, _ share: Double, isPublished: Bool = true) {
      self.value = value
      self.share = share
      self.isPublished = isPublished
    }
  }

  /// A level of pay with a meaning.
  public struct Threshold: Hashable, Sendable {
    /// The pay.
    public let value: Double
    /// What it is: `Lower earnings limit £125`.
    public let label: String
    /// The share of jobs below it, in per cent.
    public let share: Double?
    /// What the share lies within.
    public let likely: ClosedRange<Double>?

    /// Makes a threshold.
    public init(
      _ value: Double, _ label: String, share: Double?, likely: ClosedRange<Double>? = nil
    ) {
      self.value = value
      self.label = label
      self.share = share.flatMap(\.drawable)
      self.likely = likely
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The curve, by ascending pay.
  public let points: [Point]
  /// The thresholds, by ascending pay.
  public let thresholds: [Threshold]
  /// The title of the foot: `Weekly pay`.
  public let valueTitle: String
  /// The title of the side: `Share of jobs paid less`.
  public let shareTitle: String
  /// How pay is written.
  public let valueFormat: FigureFormat
  /// How shares are written.
  public let shareFormat: FigureFormat

  /// Makes a figure.
  public init(
    caption: FigureCaption, points: [Point], thresholds: [Threshold], valueTitle: String,
    shareTitle: String, valueFormat: FigureFormat = .pounds,
    shareFormat: FigureFormat = FigureFormat(.percent, .whole)
  ) {
    self.caption = caption
    self.points = points.filter { $0.value.drawable != nil && $0.share.drawable != nil }
      .sorted { ($0.value, $0.share) < ($1.value, $1.share) }
    self.thresholds = thresholds.filter { $0.value.drawable != nil }.sorted { $0.value < $1.value }
    self.valueTitle = valueTitle
    self.shareTitle = shareTitle
    self.valueFormat = valueFormat
    self.shareFormat = shareFormat
  }

  /// The values in words.
  public var altText: String {
    var sentences = ["Curve of \(shareTitle.lowercased()) by \(valueTitle.lowercased())."]
    for threshold in thresholds { sentences.append(text(threshold) + ".") }
    if let low = points.first, let high = points.last, points.count > 1 {
      sentences.append(
        "The curve runs from \(shareFormat.label(low.share)) at \(valueFormat.label(low.value)) "
          + "to \(shareFormat.label(high.share)) at \(valueFormat.label(high.value)).")
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
    key.draw(on: &sheet)
    let yTicks = Ticks(
      points.map(\.share)
        + thresholds.flatMap { [$0.share, $0.likely?.upperBound].compactMap { $0 } },
      includesZero: true)
    let xTicks = Ticks(
      points.map(\.value) + thresholds.map(\.value), includesZero: true, count: 8)
    // Laid out once to know where the labels stand, and again below them.
    let draft = frame(xTicks, yTicks, lead: 0, on: sheet)
    let labels = TopLabels(
      thresholds.map { (text($0), draft.x($0.value)) }, within: draft.x.start...FigureSheet.right)
    let frame = PlotFrame(
      x: (xTicks, valueFormat, valueTitle), y: (yTicks, shareFormat, shareTitle), height: 290,
      lead: labels.height + 4, on: &sheet)
    frame.draw(on: &sheet)
    labels.draw(top: sheet.y + 2, foot: frame.foot, on: &sheet)
    drawCurve(in: frame, on: &sheet)
    drawThresholds(in: frame, on: &sheet)
    frame.finish(on: &sheet)
    return sheet.document(alt: altText)
  }

  private func frame(
    _ xTicks: Ticks, _ yTicks: Ticks, lead: Double, on sheet: FigureSheet
  ) -> PlotFrame {
    var copy = sheet
    return PlotFrame(
      x: (xTicks, valueFormat, valueTitle), y: (yTicks, shareFormat, shareTitle), height: 290,
      lead: lead, on: &copy)
  }

  /// A threshold with its share: `Lower earnings limit £125: 6% (4% to 7%)`.
  private func text(_ threshold: Threshold) -> String {
    guard let share = threshold.share else { return threshold.label }
    var text = threshold.label + ": " + shareFormat.label(share)
    if let likely = threshold.likely {
      text += " (\(shareFormat.interval(likely.lowerBound, likely.upperBound)))"
    }
    return text
  }

  private var key: FigureKey {
    var key = FigureKey()
    if points.contains(where: \.isPublished) {
      key.add(.point(.circle, .blue, isHollow: false), "Published")
    }
    if points.contains(where: { !$0.isPublished }) {
      key.add(.line(.blue, dash: "d"), "Estimated")
    }
    if thresholds.contains(where: { $0.share != nil }) {
      key.add(.point(.diamond, .orange, isHollow: false), "Share below a threshold")
    }
    if thresholds.contains(where: { $0.likely != nil }) {
      key.add(.whisker(.orange), "Likely range")
    }
    return key
  }

  private func drawCurve(in frame: PlotFrame, on sheet: inout FigureSheet) {
    var solid = SVGPath()
    var dashed = SVGPath()
    var dots = SVGPath()
    let places = points.map { SVGPath.Point(frame.x($0.value), frame.y($0.share)) }
    for (index, point) in points.enumerated() {
      if point.isPublished { Marker.circle.add(to: &dots, at: places[index], radius: 3.5) }
      guard index > 0 else { continue }
      let isSolid = point.isPublished && points[index - 1].isPublished
      if isSolid {
        solid.line(places[index - 1], places[index])
      } else {
        dashed.line(places[index - 1], places[index])
      }
    }
    sheet.path(solid, "s1 l")
    sheet.path(dashed, "s1 p d")
    sheet.path(dots, "f1")
  }

  private func drawThresholds(in frame: PlotFrame, on sheet: inout FigureSheet) {
    var whiskers = SVGPath()
    var marks = SVGPath()
    for threshold in thresholds {
      let place = frame.x(threshold.value)
      if let likely = threshold.likely {
        let ends = (frame.y.clamped(likely.lowerBound), frame.y.clamped(likely.upperBound))
        whiskers.line(.init(place, ends.0), .init(place, ends.1))
        for end in [ends.0, ends.1] {
          whiskers.line(.init(place - 5, end), .init(place + 5, end))
        }
      }
      guard let share = threshold.share else { continue }
      Marker.diamond.add(to: &marks, at: .init(place, frame.y.clamped(share)), radius: 5)
    }
    sheet.path(whiskers, "s2 l")
    sheet.path(marks, "f2")
  }
}
