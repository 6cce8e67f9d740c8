/// A sum kept in two doubles, so that cancellation does not eat its digits.
///
/// Reference: Knuth's two-sum; Ogita, Rump & Oishi 2005, SIAM J. Sci. Comput. 26:1955.
struct ExactSum {
  private var high = 0.0
  private var low = 0.0

  /// Adds a value without loss to about 32 digits.
  mutating func add(_ value: Double) {
    let sum = high + value
    let part = sum - high
    low += (high - (sum - part)) + (value - part)
    high = sum
  }

  /// The sum, rounded once; infinite when it overflows.
  var value: Double { high.isFinite ? high + low : high }

  /// The sum divided by a count, rounded about once.
  func divided(by n: Double) -> Double {
    let quotient = high / n
    guard quotient.isFinite else { return quotient }
    let rest = high.addingProduct(-quotient, n)
    return quotient + (rest + low) / n
  }

  /// The sum of a list.
  static func of(_ values: [Double]) -> Double {
    var sum = ExactSum()
    for value in values { sum.add(value) }
    return sum.value
  }
}
