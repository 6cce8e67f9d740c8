/// How far a change in cost is people and how far it is price: paired bars from a line of no change.
public struct VolumePriceFigure: Figure {
  /// One place or service.
  public struct Item: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The change in volume, in per cent; nil where not known.
    public let volume: Double?
    /// The change in unit cost, in per cent; nil where not known.
    public let price: Double?
    /// What stands in place of a change that is not known: `[x]`.
    public let mark: String

    /// Makes an item.
    public init(_ name: String, volume: Double?, price: Double?, mark: String = "[x]") {
      self.name = name
      self.volume = volume.flatMap(\.drawable)
      self.price = price.flatMap(\.drawable)
      self.mark = mark
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The items, in the order drawn.
  public let items: [Item]
  /// What volume counts: `Children in care`.
  public let volumeTitle: String
  /// What price is: `Real cost of each`.
  public let priceTitle: String
  /// How changes are written; with a sign in any case.
  public let format: FigureFormat

  /// Makes a figure.
  public init(
    caption: FigureCaption, items: [Item], volumeTitle: String, priceTitle: String,
    format: FigureFormat = FigureFormat(.percent, .decimals(1))
  ) {
    self.caption = caption
    self.items = items
    self.volumeTitle = volumeTitle
    self.priceTitle = priceTitle
    self.format = format
  }

  /// The values in words.
  public var altText: String {
    let parts = items.map { item in
      "\(item.name): \(volumeTitle.lowercased()) \(text(item.volume, item)), "
        + "\(priceTitle.lowercased()) \(text(item.price, item))."
    }
    return (["Paired bars of change."] + parts).joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard items.contains(where: { $0.volume != nil || $0.price != nil }) else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    drawKey(on: &sheet)
    VolumePricePlot(self).draw(on: &sheet)
    return sheet.document(alt: altText)
  }

  /// A change with its sign, or the mark.
  func text(_ change: Double?, _ item: Item) -> String {
    change.flatMap { format.rounded($0)?.signedText } ?? item.mark
  }

  private func drawKey(on sheet: inout FigureSheet) {
    var x = FigureSheet.margin
    for (index, title) in [volumeTitle, priceTitle].enumerated() {
      AreaStyle(index).fill(x: x, y: sheet.y - 2, width: 18, height: 14, on: &sheet)
      let text = TextMeasure.fit(title, width: 290, size: 13)
      sheet.text(text, x: x + 26, y: sheet.y + 10, "m")
      x += 26 + TextMeasure.width(text, size: 13) + 24
    }
    sheet.advance(28)
  }
}

/// The drawing of paired bars.
struct VolumePricePlot {
  private let figure: VolumePriceFigure
  private let ticks: Ticks
  private let x: Scale
  private let nameWidth: Double

  private static let bar = 15.0
  private static let rowHeight = 46.0

  init(_ figure: VolumePriceFigure) {
    self.figure = figure
    let changes = figure.items.flatMap { [$0.volume, $0.price].compactMap { $0 } }
    ticks = Ticks(changes, includesZero: true, count: 6)
    let names = figure.items.map { TextMeasure.width($0.name, size: 13) }
    nameWidth = min(names.max() ?? 0, 200)
    let texts = figure.items.flatMap { [figure.text($0.volume, $0), figure.text($0.price, $0)] }
    let room = texts.map { TextMeasure.width($0, size: 13, isBold: true) }.max() ?? 0
    let start = FigureSheet.margin + nameWidth + 16
    // A label stands beyond the end of its bar, on whichever side that is.
    x = Scale(
      domain: ticks.domain, start: start + (ticks.domain.lowerBound < 0 ? room + 8 : 0),
      end: FigureSheet.right - room - 8)
  }

  func draw(on sheet: inout FigureSheet) {
    let top = sheet.y
    let foot = top + Double(figure.items.count) * Self.rowHeight + 4
    var grid = SVGPath()
    let labels = figure.format.labels(ticks)
    for (value, label) in zip(ticks.values, labels) {
      if value != 0 { grid.line(.init(x(value), top), .init(x(value), foot)) }
      sheet.text(label, x: x(value), y: foot + 17, "c m")
    }
    sheet.path(grid, "g")
    for (index, item) in figure.items.enumerated() {
      draw(item, y: top + Double(index) * Self.rowHeight + 8, on: &sheet)
    }
    sheet.line(.init(x(0), top), .init(x(0), foot), "a")
    sheet.advance(foot - top + 30)
  }

  private func draw(_ item: VolumePriceFigure.Item, y: Double, on sheet: inout FigureSheet) {
    let lines = TextMeasure.wrap(item.name, width: nameWidth, size: 13, lines: 2)
    for (row, line) in lines.enumerated() {
      let baseline = y + Self.bar + 4.5 + (Double(row) - Double(lines.count - 1) / 2) * 16
      sheet.text(line, x: FigureSheet.margin, y: baseline)
    }
    for (index, change) in [item.volume, item.price].enumerated() {
      let top = y + Double(index) * (Self.bar + 1)
      let room = FigureSheet.right - x(0) - 8
      let text = TextMeasure.fit(figure.text(change, item), width: room, size: 13, isBold: true)
      guard let change else {
        sheet.text(text, x: x(0) + 6, y: top + 12, "m")
        continue
      }
      let ends = (min(x(0), x(change)), max(x(0), x(change)))
      AreaStyle(index).fill(
        x: ends.0, y: top, width: ends.1 - ends.0, height: Self.bar, on: &sheet)
      let isDown = change < 0
      sheet.text(
        text, x: isDown ? ends.0 - 6 : ends.1 + 6, y: top + 12,
        AreaStyle(index).ink.text + (isDown ? " b e h" : " b h"))
    }
  }
}
