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
    let across = Self.tenths(width)
    data += "M\(Self.tenths(x)) \(Self.tenths(y))h\(across)v\(Self.tenths(height))h-\(across)Z"
  }

  /// Adds an upright line, in the fewest bytes.
  mutating func upright(x: Double, y: Double, height: Double) {
    data += "M\(Self.tenths(x)) \(Self.tenths(y))v\(Self.tenths(height))"
  }

  /// Adds upright lines of one height, each from the one before, which takes fewer bytes.
  mutating func comb(_ places: [Double], y: Double, height: Double) {
    let up = Self.tenths(height)
    var before: Double?
    for place in places where place.isFinite && place.magnitude < 1e9 {
      let here = Double((place * 10 + 0.5).floor)
      if let before {
        data += "m\(SVGElement.number((here - before) / 10))-\(up)v\(up)"
      } else {
        data += "M\(SVGElement.number(here / 10)) \(Self.tenths(y))v\(up)"
      }
      before = here
    }
  }

  /// Adds a circle, as two half turns.
  mutating func circle(_ centre: Point, radius: Double) {
    let (r, d) = (Self.tenths(radius), Self.tenths(radius * 2))
    data += "M\(Self.tenths(centre.x - radius)) \(Self.tenths(centre.y))"
    data += "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0-\(d) 0Z"
  }

  /// Tenths of a pixel are finer than any screen, and shorter.
  private static func tenths(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    return SVGElement.number(Double((value * 10 + 0.5).floor) / 10)
  }
}
