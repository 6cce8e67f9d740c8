/// The line above a plot that says what its signs mean; only for those it uses.
struct FigureKey {
  /// A sign.
  enum Sign: Hashable, Sendable {
    case point(Marker, Palette.Ink, isHollow: Bool)
    case line(Palette.Ink, dash: String)
    case band(Palette.Ink, opacity: String)
    case whisker(Palette.Ink)
    case tick(Palette.Ink)
  }

  private var items: [(sign: Sign, text: String)] = []

  /// Adds a sign with its meaning, once.
  mutating func add(_ sign: Sign, _ text: String) {
    guard !items.contains(where: { $0.text == text }) else { return }
    items.append((sign, text))
  }

  /// Draws the signs from the left, in as many lines as they take.
  func draw(on sheet: inout FigureSheet) {
    guard !items.isEmpty else { return }
    var x = FigureSheet.margin
    sheet.advance(12)
    for (sign, full) in items {
      let text = TextMeasure.fit(
        full, width: FigureSheet.right - FigureSheet.margin - 30, size: 13)
      let width = 30 + TextMeasure.width(text, size: 13)
      if x > FigureSheet.margin, x + width > FigureSheet.right {
        x = FigureSheet.margin
        sheet.advance(20)
      }
      Self.draw(sign, x: x, y: sheet.y - 4.5, on: &sheet)
      sheet.text(text, x: x + 30, y: sheet.y, "m")
      x += width + 22
    }
    sheet.advance(14)
  }

  private static func draw(_ sign: Sign, x: Double, y: Double, on sheet: inout FigureSheet) {
    switch sign {
    case .point(let marker, let ink, let isHollow):
      var path = SVGPath()
      marker.add(to: &path, at: .init(x + 12, y), radius: 4.5)
      sheet.path(path, isHollow ? ink.hollow + " p" : ink.fill)
    case .line(let ink, let dash):
      sheet.line(.init(x, y), .init(x + 24, y), ink.stroke + " p " + dash)
    case .band(let ink, let opacity):
      sheet.rectangle(x: x, y: y - 6, width: 24, height: 12, ink.fill + " " + opacity)
    case .whisker(let ink):
      sheet.line(.init(x, y), .init(x + 24, y), ink.stroke + " p")
    case .tick(let ink):
      sheet.line(.init(x + 12, y - 8), .init(x + 12, y + 8), ink.stroke)
    }
  }
}
