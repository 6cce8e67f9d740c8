/// The least value of a function over a unit cube, without derivatives.
///
/// A simplex of one more point than there are axes is reflected, stretched and shrunk towards lower
/// values; points outside the cube are judged where they are cut off.
/// Reference: Nelder & Mead 1965, Comput. J. 7:308.
struct SimplexSearch {
  /// A point and its value.
  struct Member {
    let value: Double
    let point: [Double]
  }

  private let axes: Int
  private let function: ([Double]) -> Double
  private var simplex: [Member]

  /// The lowest point found in a number of steps from a start.
  static func descend(
    from start: [Double], axes: Int, steps: Int, _ function: @escaping ([Double]) -> Double
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

  private init(_ start: [Double], _ axes: Int, _ function: @escaping ([Double]) -> Double) {
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
    let worst = simplex[axes].point
    let point = worst.indices.map { axis in
      var centre = 0.0
      for member in simplex.prefix(axes) { centre += member.point[axis] / Double(axes) }
      return min(1, max(0, centre + factor * (worst[axis] - centre)))
    }
    return Member(value: function(point), point: point)
  }

  /// All points moved halfway to the lowest.
  private mutating func shrink() {
    for index in 1...axes {
      let point = zip(simplex[index].point, simplex[0].point).map { ($0 + $1) / 2 }
      simplex[index] = Member(value: function(point), point: point)
    }
  }
}
