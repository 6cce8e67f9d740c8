/// The page a figure is drawn on: title above, notes below, and the plot between them.
///
/// All figures are 720 pixels wide, which GitHub shows at full size; no text is below 12 pixels.
struct FigureSheet {
  static let width = 720.0
  static let margin = 20.0
  /// The right end of what may be drawn on.
  static let right = width - margin

  private(set) var elements: [SVGElement] = []
  /// How far down the page is taken.
  private(set) var y: Double

  private let caption: FigureCaption

  /// Starts a page with its title and subtitle.
  init(_ caption: FigureCaption) {
    self.caption = caption
    y = 16
    for line in TextMeasure.balance(
      caption.title, width: Self.right - Self.margin, size: 18, isBold: true, lines: 3)
    {
      y += 22
      text(line, x: Self.margin, y: y - 4, "tt")
    }
    for line in TextMeasure.balance(
      caption.subtitle, width: Self.right - Self.margin, size: 14, lines: 3)
    {
      y += 19
      text(line, x: Self.margin, y: y - 2, "st m")
    }
    y += 14
  }

  /// Takes more of the page.
  mutating func advance(_ height: Double) {
    y += height
  }

  /// Adds an element.
  mutating func add(_ element: SVGElement) {
    elements.append(element)
  }

  /// Adds one line of text on a baseline; nothing for an empty one.
  mutating func text(_ content: String, x: Double, y: Double, _ style: String = "") {
    guard !content.isEmpty else { return }
    add(
      SVGElement(
        .text, ["x": SVGElement.number(x), "y": SVGElement.number(y), "class": style],
        content: content))
  }

  /// Adds a path; nothing for an empty one.
  mutating func path(_ path: SVGPath, _ style: String) {
    guard !path.isEmpty else { return }
    add(SVGElement(.path, ["class": style, "d": path.data]))
  }

  /// Adds a straight line.
  mutating func line(_ start: SVGPath.Point, _ end: SVGPath.Point, _ style: String) {
    var path = SVGPath()
    path.line(start, end)
    self.path(path, style)
  }

  /// Adds a filled rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, pattern: String = ""
  ) {
    guard width > 0, height > 0 else { return }
    add(
      SVGElement(
        .rect,
        [
          "x": SVGElement.number(x), "y": SVGElement.number(y),
          "width": SVGElement.number(width), "height": SVGElement.number(height),
          "class": style, "fill": pattern,
        ]))
  }

  /// Says in the middle of an area that there is nothing to draw.
  mutating func empty(height: Double) {
    text("No figures to show", x: Self.width / 2, y: y + height / 2, "m c")
    advance(height)
  }

  /// The whole file, with the notes at the foot.
  func document(alt: String, extraNotes: [String] = []) -> String {
    var page = self
    page.advance(6)
    for note in caption.notes + extraNotes {
      for line in TextMeasure.wrap(note, width: Self.right - Self.margin, size: 12, lines: 6) {
        page.advance(17)
        page.text(line, x: Self.margin, y: page.y - 3, "sm m")
      }
    }
    page.advance(12)
    let size = (SVGElement.number(Self.width), String(page.y.ceiling))
    var children = [
      SVGElement(.title, ["id": "t"], content: caption.title),
      SVGElement(.desc, ["id": "d"], content: alt),
      SVGElement(.style, [:], content: Palette.styleSheet),
    ]
    if let patterns = Pattern.definitions(used: page.elements) { children.append(patterns) }
    children.append(
      SVGElement(.rect, ["width": size.0, "height": size.1, "class": "bg"]))
    let root = SVGElement(
      .svg,
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": size.0, "height": size.1,
        "viewBox": "0 0 \(size.0) \(size.1)", "role": "img", "aria-labelledby": "t d",
      ], children: children + page.elements)
    var out = ""
    root.render(into: &out)
    return out + "\n"
  }
}
