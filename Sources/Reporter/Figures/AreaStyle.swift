/// The look of a filled area: a colour and a hatching, so that neighbours differ in grey too.
struct AreaStyle: Hashable, Sendable {
  let ink: Palette.Ink
  let pattern: Pattern

  /// The look of the n-th part of a whole; eight parts differ.
  init(_ index: Int) {
    let styles: [(Palette.Ink, Pattern)] = [
      (.blue, .plain), (.orange, .slant), (.teal, .dots), (.grey, .bars),
      (.blue, .counter), (.orange, .plain), (.teal, .bars), (.grey, .slant),
    ]
    (ink, pattern) = styles[index % styles.count]
  }

  /// Fills a rectangle.
  func fill(x: Double, y: Double, width: Double, height: Double, on sheet: inout FigureSheet) {
    sheet.rectangle(x: x, y: y, width: width, height: height, ink.fill)
    guard pattern != .plain else { return }
    sheet.rectangle(
      x: x, y: y, width: width, height: height, "", pattern: pattern.rawValue)
  }

  /// Writes a label in the middle of an area, on a clear ground so that hatching does not disturb it.
  ///
  /// Nothing where the area is too small for it.
  static func label(
    _ text: String, x: Double, y: Double, width: Double, height: Double,
    on sheet: inout FigureSheet
  ) {
    let own = TextMeasure.width(text, size: 13, isBold: true)
    guard !text.isEmpty, own + 2 <= width, height >= 20 else { return }
    let middle = (x: x + width / 2, y: y + height / 2)
    sheet.rectangle(
      x: middle.x - min(own / 2 + 4, width / 2), y: middle.y - 9, width: min(own + 8, width),
      height: 18, "bg")
    sheet.text(text, x: middle.x, y: middle.y + 4.5, "c b")
  }
}
