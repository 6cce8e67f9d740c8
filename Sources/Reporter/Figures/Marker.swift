/// The shape of a point, which says the same as its colour to those who see none.
enum Marker: Hashable, Sendable {
  case circle, square, diamond, triangle, cross

  /// The outline around a centre; all shapes have about the same area.
  func add(to path: inout SVGPath, at centre: SVGPath.Point, radius: Double) {
    let (x, y) = (centre.x, centre.y)
    switch self {
    case .circle:
      path.circle(centre, radius: radius)
    case .square:
      let side = radius * 0.88
      path.rectangle(x: x - side, y: y - side, width: side * 2, height: side * 2)
    case .diamond:
      let reach = radius * 1.3
      path.polyline(
        [.init(x, y - reach), .init(x + reach, y), .init(x, y + reach), .init(x - reach, y)],
        isClosed: true)
    case .triangle:
      let reach = radius * 1.2
      path.polyline(
        [
          .init(x, y - reach), .init(x + reach * 1.05, y + reach * 0.8),
          .init(x - reach * 1.05, y + reach * 0.8),
        ], isClosed: true)
    case .cross:
      let reach = radius * 0.8
      path.line(.init(x - reach, y - reach), .init(x + reach, y + reach))
      path.line(.init(x - reach, y + reach), .init(x + reach, y - reach))
    }
  }
}
