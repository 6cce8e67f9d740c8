/// Where one place stands among all, measure by measure: a strip of marks for each, without ranks.
public struct RugFigure: Figure {
  /// Which side of a strip is good.
  public enum Polarity: Hashable, Sendable {
    /// More is better.
    case higherIsBetter
    /// Less is better.
    case lowerIsBetter
    /// Neither side is good.
    case neither
  }

  /// One measure.
  public struct Row: Hashable, Sendable {
    /// Its name, with unit and period.
    public let name: String
    /// The values of all places, in any order.
    public let values: [Double]
    /// The place's own value; nil where there is none.
    public let value: Double?
    /// The 95% limits of the place's own value; nil where there are none.
    public let limits: ClosedRange<Double>?
    /// What stands in place of a value: `[c]`.
    public let mark: String
    /// The value of the benchmark.
    public let benchmark: Double?
    /// What the middle three fifths of places lie within.
    public let middle: ClosedRange<Double>?
    /// Which side is good.
    public let polarity: Polarity
    /// How values are written.
    public let format: FigureFormat

    /// Makes a measure.
    public init(
      _ name: String, values: [Double], value: Double?, limits: ClosedRange<Double>? = nil,
      benchmark: Double? = nil, middle: ClosedRange<Double>? = nil, polarity: Polarity = .neither,
      format: FigureFormat,
      mark: String = "[x]"
    ) {
      self.name = name
      self.values = values.compactMap(\.drawable)
      self.value = value.flatMap(\.drawable)
      self.limits = limits
      self.benchmark = benchmark.flatMap(\.drawable)
      self.middle = middle
      self.polarity = polarity
      self.format = format
      self.mark = mark
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The place's name.
  public let place: String
  /// The benchmark's name.
  public let benchmark: String
  /// The measures, in the order drawn.
  public let rows: [Row]

  /// Makes a figure.
  public init(
    caption: FigureCaption, place: String, benchmark: String = "England", rows: [Row]
  ) {
    self.caption = caption
    self.place = place
    self.benchmark = benchmark
    self.rows = rows
  }

  /// The values in words.
  public var altText: String {
    let parts = rows.map { row in
      var text = "\(row.name): \(place) \(row.value.map { row.format.label($0) } ?? row.mark)"
      if let value = row.benchmark { text += ", \(benchmark) \(row.format.label(value))" }
      if let low = row.values.min(), let high = row.values.max(), row.values.count > 1 {
        text += ", all places \(row.format.interval(low, high))"
      }
      return text + "."
    }
    return (["Strips of marks, one for each measure."] + parts).joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard !rows.isEmpty else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    key.draw(on: &sheet)
    for row in rows { RugStrip(row, benchmark: benchmark).draw(on: &sheet) }
    return sheet.document(alt: altText)
  }

  private var key: FigureKey {
    var key = FigureKey()
    if rows.contains(where: { $0.value != nil }) {
      key.add(.point(.diamond, .blue, isHollow: false), place)
    }
    if rows.contains(where: { $0.limits != nil }) { key.add(.whisker(.blue), "95% interval") }
    if rows.contains(where: { $0.benchmark != nil }) {
      key.add(.point(.circle, .orange, isHollow: true), benchmark)
    }
    key.add(.tick(.grey), "One place")
    if rows.contains(where: { $0.middle != nil }) {
      key.add(.band(.grey, opacity: "o1"), "Middle three fifths")
    }
    return key
  }
}

/// The drawing of one strip.
struct RugStrip {
  private let row: RugFigure.Row
  private let benchmark: String
  private let x: Scale

  private static let names = 210.0
  private static let height = 64.0

  init(_ row: RugFigure.Row, benchmark: String) {
    self.row = row
    self.benchmark = benchmark
    let all = row.values + [row.value, row.benchmark].compactMap { $0 }
    let low = all.min() ?? 0
    x = Scale(
      domain: low...max(low, all.max() ?? 1),
      start: FigureSheet.margin + Self.names + 24, end: FigureSheet.right - 14)
  }

  func draw(on sheet: inout FigureSheet) {
    let middle = sheet.y + 30
    let lines = TextMeasure.wrap(row.name, width: Self.names, size: 13, lines: 3)
    for (index, line) in lines.enumerated() {
      let offset = (Double(index) - Double(lines.count - 1) / 2) * 16
      sheet.text(line, x: FigureSheet.margin, y: middle + 4.5 + offset)
    }
    drawMarks(middle, on: &sheet)
    drawEnds(middle, on: &sheet)
    drawOwn(middle, on: &sheet)
    sheet.advance(Self.height)
  }

  private func drawMarks(_ y: Double, on sheet: inout FigureSheet) {
    if let band = row.middle {
      let ends = (x.clamped(band.lowerBound), x.clamped(band.upperBound))
      sheet.rectangle(x: ends.0, y: y - 11, width: ends.1 - ends.0, height: 22, "f4 o1")
    }
    sheet.line(.init(x.start, y), .init(x.end, y), "g")
    // Marks at the same tenth of a pixel are one mark: the file stays small with all councils.
    var drawn: Set<Int> = []
    let places = row.values.sorted().map { x($0) }.filter {
      drawn.insert(Int($0 * 5)).inserted
    }
    var marks = SVGPath()
    marks.comb(places, y: y - 8, height: 16)
    sheet.path(marks, "s4 o4")
  }

  private func drawEnds(_ y: Double, on sheet: inout FigureSheet) {
    guard let low = row.values.min(), let high = row.values.max() else { return }
    let left = row.format.label(low) + (row.polarity == .lowerIsBetter ? " better" : "")
    let right = (row.polarity == .higherIsBetter ? "better " : "") + row.format.label(high)
    sheet.text(left, x: x(low), y: y + 26, "sm m")
    if high > low { sheet.text(right, x: x(high), y: y + 26, "sm m e") }
  }

  private func drawOwn(_ y: Double, on sheet: inout FigureSheet) {
    var taken: ClosedRange<Double>?
    if let value = row.benchmark {
      var point = SVGPath()
      Marker.circle.add(to: &point, at: .init(x(value), y), radius: 5.5)
      sheet.path(point, "s2 w p")
    }
    if let value = row.value {
      if let limits = row.limits { drawLimits(limits, y, on: &sheet) }
      var point = SVGPath()
      Marker.diamond.add(to: &point, at: .init(x(value), y), radius: 6.5)
      sheet.path(point, "f1")
      let label = row.format.label(value)
      let span = span(of: label, at: x(value), size: 13, isBold: true)
      sheet.text(label, x: span.lowerBound, y: y - 15, "b t1 h")
      taken = span
    } else {
      let mark = TextMeasure.fit(row.mark, width: 60, size: 13)
      sheet.text(mark, x: x.start - 8, y: y + 4.5, "e m")
    }
    if let value = row.benchmark { drawBenchmark(value, y, beside: taken, on: &sheet) }
  }

  /// The interval; a limit beyond all places ends at the edge of the strip, without its cap.
  private func drawLimits(_ limits: ClosedRange<Double>, _ y: Double, on sheet: inout FigureSheet) {
    var path = SVGPath()
    path.line(.init(x.clamped(limits.lowerBound), y), .init(x.clamped(limits.upperBound), y))
    for end in [limits.lowerBound, limits.upperBound] where x.domain.contains(end) {
      path.upright(x: x(end), y: y - 4, height: 8)
    }
    sheet.path(path, "s1 l")
  }

  /// Writes the benchmark's value above the strip, or below it where the place's own is too close.
  private func drawBenchmark(
    _ value: Double, _ y: Double, beside taken: ClosedRange<Double>?,
    on sheet: inout FigureSheet
  ) {
    let label = row.format.label(value)
    let span = span(of: label, at: x(value), size: 12, isBold: false)
    let isClear = taken.map { !$0.overlaps(span.lowerBound - 8...span.upperBound + 8) } ?? true
    if isClear {
      sheet.text(label, x: span.lowerBound, y: y - 15, "sm t2 h")
    } else if span.lowerBound > x.start + 90, span.upperBound < x.end - 90 {
      sheet.text(label, x: span.lowerBound, y: y + 26, "sm t2 h")
    }
  }

  /// Where a centred label stands, held within the page.
  private func span(
    of label: String, at centre: Double, size: Double, isBold: Bool
  ) -> ClosedRange<Double> {
    let width = TextMeasure.width(label, size: size, isBold: isBold)
    let start = max(x.start - 10, min(centre - width / 2, FigureSheet.right - width))
    return start...(start + width)
  }
}
