/// The text of a path, built from points.
struct SVGPath: Sendable {
  /// A place on the drawing, in pixels from the top left.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  private(set) var data = ""

  /// True with nothing drawn.
  var isEmpty: Bool { data.isEmpty }

  /// Joins points by straight lines.
  mutating func polyline(_ points: [Point], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      data += (index == 0 ? "M" : "L") + Self.tenths(point.x) + " " + Self.tenths(point.y)
    }
    if isClosed, !points.isEmpty { data += "Z" }
  }

  /// Adds one straight line.
  mutating func line(_ start: Point, _ end: Point) {
    polyline([start, end])
  }

  /// Adds a rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
    polyline(
      [
        Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height),
      ], isClosed: true)
  }

  /// Tenths of a pixel are finer than any screen, and shorter.
  private static func tenths(_ value: Double) -> String {
    SVGElement.number((value * 10).rounded() / 10)
  }
}
