/// A straight mapping from values to pixels.
struct Scale: Hashable, Sendable {
  /// The values at the two ends.
  let domain: ClosedRange<Double>
  /// The pixel of the lower end.
  let start: Double
  /// The pixel of the upper end; less than `start` for an axis that runs upwards.
  let end: Double

  /// The pixel of a value; the middle where the domain has no width.
  func callAsFunction(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return (start + end) / 2 }
    let share = (value - domain.lowerBound) / span
    return start + share * (end - start)
  }

  /// The pixel of a value, held within the ends.
  func clamped(_ value: Double) -> Double {
    self(min(max(value, domain.lowerBound), domain.upperBound))
  }
}

extension Double {
  /// The value where it can be drawn and written: finite, and less than a billion billions.
  var drawable: Double? { isFinite && magnitude < 1e18 ? self : nil }

  /// The greatest whole number not above a drawable value.
  ///
  /// By conversion, so that nothing here needs a mathematics library.
  var floor: Int {
    let truncated = Int(self)
    return Double(truncated) > self ? truncated - 1 : truncated
  }

  /// The least whole number not below a drawable value.
  var ceiling: Int { -(-self).floor }
}

/// Round values along an axis.
struct Ticks: Hashable, Sendable {
  /// The values, ascending, the first and last enclosing the data.
  let values: [Double]
  /// The power of ten of the step's last digit, which says how many decimals labels need.
  let exponent: Int

  /// The values enclosed.
  var domain: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }

  /// Chooses steps of 1, 2, 2.5 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - values: the data; what is not finite is passed over.
  ///   - includesZero: true to begin at nought, as bars must and lengths should.
  ///   - count: about how many steps are wanted.
  init(_ values: [Double], includesZero: Bool, count: Int = 5) {
    let finite = values.filter { $0.drawable != nil }
    var low = finite.min() ?? 0
    var high = finite.max() ?? 1
    if includesZero {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high {
      let margin = low == 0 ? 1 : low.magnitude / 2
      high += margin
      if !includesZero { low -= margin }
    }
    let (step, exponent) = Self.step(atLeast: (high - low) / Double(max(1, count)))
    self.exponent = exponent
    let first = (low / step).floor
    let last = (high / step).ceiling
    self.values = (first...last).map { Self.multiple(Double($0), step) }
  }

  /// The least round step not below a size, with the power of ten of its last digit.
  private static func step(atLeast size: Double) -> (step: Double, exponent: Int) {
    var power = 0
    // Powers by counting, not by logarithm, which libraries round differently.
    while powerOfTen(power) > size, power > -12 { power -= 1 }
    while powerOfTen(power + 1) <= size { power += 1 }
    let unit = powerOfTen(power)
    for (factor, shift) in [(1.0, 0), (2, 0), (2.5, -1), (5, 0)] where factor * unit >= size {
      return (factor * unit, power + shift)
    }
    return (powerOfTen(power + 1), power + 1)
  }

  private static func powerOfTen(_ power: Int) -> Double {
    power < 0 ? 1 / Rounded.powerOfTen(-power) : Rounded.powerOfTen(power)
  }

  /// A multiple without the dust of repeated addition, and never minus nought.
  private static func multiple(_ factor: Double, _ step: Double) -> Double {
    factor == 0 ? 0 : factor * step
  }
}
