/// Finds a place beside a point for its label, off the lines and the labels that are there already.
struct LabelRoom {
  /// A rectangle on the drawing.
  struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ point: SVGPath.Point) -> Bool {
      left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
    }
  }

  /// Where a label goes from its point.
  enum Side: CaseIterable {
    case above, below, right, left, aboveRight, aboveLeft, belowRight, belowLeft
  }

  /// A label that has its place.
  struct Spot: Hashable, Sendable {
    /// The room the text takes.
    let box: Box
    /// The left end of the text.
    var x: Double { box.left }
    /// Its baseline.
    let baseline: Double
    /// True when it stands far enough off to need a line to its point.
    let needsLead: Bool
  }

  private let bounds: Box
  private var points: [(place: SVGPath.Point, weight: Double)] = []
  private var boxes: [Box] = []

  init(bounds: Box) {
    self.bounds = bounds
  }

  /// Keeps labels off a line, as far as may be; the more weight, the more so.
  mutating func avoid(line: [SVGPath.Point], weight: Double = 1) {
    if let only = line.first, line.count == 1 { points.append((only, weight)) }
    for (start, end) in zip(line, line.dropFirst()) {
      let length = max((end.x - start.x).magnitude, (end.y - start.y).magnitude)
      let steps = max(1, Int(length / 4))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let place = SVGPath.Point(
          start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        points.append((place, weight))
      }
    }
  }

  /// Keeps labels off an area.
  mutating func avoid(box: Box) {
    boxes.append(box)
  }

  /// Takes the place where the label covers least; the first of the sides given where several are free.
  ///
  /// The distances are tried in order, and each further one must save more than it costs in
  /// closeness.
  mutating func place(
    _ text: String, isBold: Bool = true, beside point: SVGPath.Point, distances: [Double],
    sides: [Side] = Side.allCases
  ) -> Spot {
    let size = 13.0
    let width = TextMeasure.width(text, size: size, isBold: isBold)
    var best = (cost: Double.infinity, box: bounds, step: 0)
    for (step, clear) in distances.enumerated() {
      for side in sides {
        let box = held(Self.box(side, of: point, width: width, size: size, clear: clear))
        let cost = cost(of: box, at: point) + Double(step) * 0.9
        if cost < best.cost { best = (cost, box, step) }
      }
    }
    boxes.append(best.box)
    return Spot(
      box: best.box, baseline: best.box.bottom - size * 0.25, needsLead: best.step > 0)
  }

  private static func box(
    _ side: Side, of point: SVGPath.Point, width: Double, size: Double, clear: Double
  ) -> Box {
    let half = size * 0.6
    switch side {
    case .above:
      return Box(
        left: point.x - width / 2, top: point.y - clear - half * 2, right: point.x + width / 2,
        bottom: point.y - clear)
    case .below:
      return Box(
        left: point.x - width / 2, top: point.y + clear, right: point.x + width / 2,
        bottom: point.y + clear + half * 2)
    case .right:
      return Box(
        left: point.x + clear, top: point.y - half, right: point.x + clear + width,
        bottom: point.y + half)
    case .left:
      return Box(
        left: point.x - clear - width, top: point.y - half, right: point.x - clear,
        bottom: point.y + half)
    case .aboveRight, .belowRight, .aboveLeft, .belowLeft:
      let isRight = side == .aboveRight || side == .belowRight
      let isAbove = side == .aboveRight || side == .aboveLeft
      let left = isRight ? point.x + clear / 2 : point.x - clear / 2 - width
      let top = isAbove ? point.y - clear - half * 2 : point.y + clear
      return Box(left: left, top: top, right: left + width, bottom: top + half * 2)
    }
  }

  /// The box moved within the bounds.
  private func held(_ box: Box) -> Box {
    let across = max(bounds.left - box.left, 0) - max(box.right - bounds.right, 0)
    let down = max(bounds.top - box.top, 0) - max(box.bottom - bounds.bottom, 0)
    return Box(
      left: box.left + across, top: box.top + down, right: box.right + across,
      bottom: box.bottom + down)
  }

  private func cost(of box: Box, at point: SVGPath.Point) -> Double {
    // Two pixels more than the letters, for the thickness of lines.
    let padded = Box(
      left: box.left - 2, top: box.top - 2, right: box.right + 2, bottom: box.bottom + 2)
    let covered = points.reduce(0.0) { $0 + (padded.contains($1.place) ? $1.weight : 0) }
    let clashes = Double(boxes.count { box.overlaps($0) })
    // A label pushed back over its own point hides what it names.
    return covered + clashes * 60 + (box.contains(point) ? 30 : 0)
  }
}
