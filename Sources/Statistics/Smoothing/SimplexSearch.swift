/// The least value of a function over a unit cube, without derivatives.
///
/// A simplex of one more point than there are axes is reflected, stretched and shrunk towards lower
/// values; points outside the cube are judged where they are cut off.
/// Reference: Nelder & Mead 1965, Comput. J. 7:308.
struct SimplexSearch {
  /// Up to three axes; one that is not searched stays as it is.
  typealias Point = SIMD3<Double>

  /// A point and its value.
  struct Member {
    let value: Double
    let point: Point
  }

  private let axes: Int
  private let function: (Point) -> Double
  private var simplex: [Member]

  /// The lowest point found in a number of steps from a start.
  static func descend(
    from start: Point, axes: Int, steps: Int, _ function: @escaping (Point) -> Double
  ) -> Member {
    var search = SimplexSearch(start, axes, function)
    for _ in 0..<steps {
      search.simplex.sort { $0.value < $1.value }
      let worst = search.simplex[axes].value
      if worst - search.simplex[0].value <= 1e-12 * abs(worst) { break }
      search.step()
    }
    return search.simplex.min { $0.value < $1.value } ?? search.simplex[0]
  }

  private init(_ start: Point, _ axes: Int, _ function: @escaping (Point) -> Double) {
    self.axes = axes
    self.function = function
    simplex = [Member(value: function(start), point: start)]
    for axis in 0..<axes {
      var point = start
      point[axis] += point[axis] > 0.5 ? -0.15 : 0.15
      simplex.append(Member(value: function(point), point: point))
    }
  }

  /// Replaces the highest point of a simplex in order of value.
  private mutating func step() {
    let worst = simplex[axes]
    let reflected = moved(-1)
    if reflected.value < simplex[0].value {
      let further = moved(-2)
      simplex[axes] = further.value < reflected.value ? further : reflected
    } else if reflected.value < simplex[axes - 1].value {
      simplex[axes] = reflected
    } else {
      let nearer = moved(reflected.value < worst.value ? -0.5 : 0.5)
      if nearer.value < min(worst.value, reflected.value) {
        simplex[axes] = nearer
      } else {
        shrink()
      }
    }
  }

  /// The highest point moved along the line through the middle of the others.
  private func moved(_ factor: Double) -> Member {
    var centre = Point.zero
    for index in 0..<axes { centre += simplex[index].point / Double(axes) }
    let point = Self.inside(centre + factor * (simplex[axes].point - centre))
    return Member(value: function(point), point: point)
  }

  /// All points moved halfway to the lowest.
  private mutating func shrink() {
    for index in 1...axes {
      let point = (simplex[index].point + simplex[0].point) / 2
      simplex[index] = Member(value: function(point), point: point)
    }
  }

  /// A point cut off at the walls of the cube.
  static func inside(_ point: Point) -> Point { point.clamped(lowerBound: .zero, upperBound: .one) }
}
