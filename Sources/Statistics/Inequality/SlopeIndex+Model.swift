import Glibc

extension SlopeIndex {
  /// The weighted line and what is needed for its limits.
  struct Model {
    let ranks: [Double]
    /// Values on the scale of their errors.
    private let positions: [Double]
    private let errors: [Double]
    private let scale: TrendScale
    private let transformed: Bool
    /// The coefficients of each fitted value in the slope and in the line's middle.
    private let slopeWeights: [Double]
    private let shares: [Double]

    struct Limits {
      let slope: Interval
      let slopeMethod: IntervalMethod
      let relative: Interval
      let relativeMethod: IntervalMethod
    }

    init(_ groups: [Group], kind: Kind, transformed: Bool) throws(Blank) {
      try Check.atLeast(2, groups.count, .groups)
      scale = kind == .other ? .linear : kind == .rate ? .log : .logit
      self.transformed = transformed
      let people = try Check.all(groups.map(\.population), .population, above: true)
      let total = people.reduce(0, +)
      guard total.isFinite else { throw .notFinite(.population) }
      var positions: [Double] = []
      var errors: [Double] = []
      for (index, group) in groups.enumerated() {
        do throws(Blank) {
          let value = try Check.finite(group.value, .value)
          guard let position = scale.apply(value) else { throw Group.fault(scale, .value) }
          positions.append(position)
          errors.append(try group.error(on: scale))
        } catch {
          throw .entry(index + 1, error)
        }
      }
      self.positions = positions
      self.errors = errors
      shares = people.map { $0 / total }
      var reached = 0.0
      var middles: [Double] = []
      for share in shares {
        middles.append(reached + share / 2)
        reached += share
      }
      ranks = middles
      var spread = 0.0
      for (share, rank) in zip(shares, middles) {
        spread += share * (rank - 0.5) * (rank - 0.5)
      }
      slopeWeights = zip(shares, middles).map { $0 * ($1 - 0.5) / spread }
    }

    /// The values the line is laid through, given values on the scale of the errors.
    private func fitted(_ positions: [Double]) -> [Double] {
      transformed ? positions : positions.map(scale.undo)
    }

    private func slope(_ y: [Double]) -> Double {
      zip(slopeWeights, y).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func middle(_ y: [Double]) -> Double {
      zip(shares, y).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The line at both ends, on the scale of the values.
    func ends() -> (Double, Double) {
      let y = fitted(positions)
      return ends(slope(y), middle(y))
    }

    private func ends(_ slope: Double, _ middle: Double) -> (Double, Double) {
      let low = middle - slope / 2
      let high = middle + slope / 2
      return transformed ? (scale.undo(low), scale.undo(high)) : (low, high)
    }

    func limits(multiplier m: Double, z: Double, tail: Double, seed: UInt64, draws: Int) -> Limits {
      if transformed || scale == .linear {
        let y = fitted(positions)
        let b = slope(y)
        let half = z * norm(zip(slopeWeights, errors).map { $0 * $1 })
        let low = ends(b - half, middle(y))
        let high = ends(b + half, middle(y))
        let slope = Self.ordered((low.1 - low.0) * m, (high.1 - high.0) * m)
        let relative =
          transformed
          ? Self.ordered(ratio(low, m), ratio(high, m)) : fieller(y, z: z, inverted: m < 0)
        return Limits(
          slope: slope, slopeMethod: .closedForm, relative: relative,
          relativeMethod: .closedForm)
      }
      let steepness = zip(positions, errors).map { position, error in
        error * derivative(at: position)
      }
      let slopeDirection = zip(slopeWeights, steepness).map { $0 * $1 }
      let (first, last) = ends()
      // d(last/first) through the two ends of the line.
      let ratioDirection = slopeWeights.indices.map { index in
        let a = shares[index] - slopeWeights[index] / 2
        let b = shares[index] + slopeWeights[index] / 2
        return (b / first - last / first * a / first) * steepness[index]
      }
      let slopes = simulated(slopeDirection, seed, draws, tail) { (($0.1 - $0.0) * m) }
      let ratios = simulated(ratioDirection, seed &+ 1, draws, tail) { ratio($0, m) }
      return Limits(
        slope: slopes, slopeMethod: .simulated, relative: ratios, relativeMethod: .simulated)
    }

    private func ratio(_ ends: (Double, Double), _ m: Double) -> Double {
      m < 0 ? ends.0 / ends.1 : ends.1 / ends.0
    }

    private func derivative(at position: Double) -> Double {
      let value = scale.undo(position)
      return scale == .log ? value : value * (1 - value)
    }

    private func norm(_ vector: [Double]) -> Double {
      vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    private static func ordered(_ a: Double, _ b: Double) -> Interval {
      Interval(lower: min(a, b), upper: max(a, b))
    }

    /// Fieller's limits for the ratio of the two ends of a line that is linear in the draws.
    private func fieller(_ y: [Double], z: Double, inverted: Bool) -> Interval {
      let (first, last) = ends(slope(y), middle(y))
      var top = inverted ? first : last
      var bottom = inverted ? last : first
      var topSquare = 0.0
      var bottomSquare = 0.0
      var both = 0.0
      for index in errors.indices {
        let a = shares[index] - slopeWeights[index] / 2
        let b = shares[index] + slopeWeights[index] / 2
        let variance = errors[index] * errors[index]
        topSquare += (inverted ? a * a : b * b) * variance
        bottomSquare += (inverted ? b * b : a * a) * variance
        both += a * b * variance
      }
      if bottom < 0 {
        top = -top
        bottom = -bottom
      }
      let square = z * z
      let a = bottom * bottom - square * bottomSquare
      let b = top * bottom - square * both
      let c = top * top - square * topSquare
      let root = max(0, b * b - a * c).squareRoot()
      guard a > 0 else { return Interval(lower: -.infinity, upper: .infinity) }
      return Interval(lower: (b - root) / a, upper: (b + root) / a)
    }

    /// Percentiles of a statistic of the line over seeded draws.
    ///
    /// Each draw is a vector of normal values whose part along `direction`, in which the statistic
    /// changes most, is taken from equal slices of the distribution: the percentiles then hardly
    /// depend on the seed.
    private func simulated(
      _ direction: [Double], _ seed: UInt64, _ draws: Int, _ tail: Double,
      _ statistic: ((Double, Double)) -> Double
    ) -> Interval {
      let length = norm(direction)
      let unit = direction.map { length > 0 ? $0 / length : 0 }
      var random = SeededRandom(seed: seed)
      let count = min(max(draws, 100), 1_000_000)
      var results: [Double] = []
      results.reserveCapacity(count)
      var noise = [Double](repeating: 0, count: positions.count)
      for draw in 0..<count {
        var along = 0.0
        for index in noise.indices {
          noise[index] = random.nextNormal()
          along += unit[index] * noise[index]
        }
        let wanted = Normal.quantile((Double(draw) + 0.5) / Double(count))
        let shift = length > 0 ? wanted - along : 0
        var slope = 0.0
        var middle = 0.0
        for index in noise.indices {
          let value = scale.undo(
            positions[index] + errors[index] * (noise[index] + shift * unit[index]))
          slope += slopeWeights[index] * value
          middle += shares[index] * value
        }
        let result = statistic(ends(slope, middle))
        if !result.isNaN { results.append(result) }
      }
      results.sort()
      guard !results.isEmpty else { return Interval(lower: .nan, upper: .nan) }
      return Interval(
        lower: SampleQuantile.linear.ofSorted(results, at: tail),
        upper: SampleQuantile.linear.ofSorted(results, at: 1 - tail))
    }
  }
}
