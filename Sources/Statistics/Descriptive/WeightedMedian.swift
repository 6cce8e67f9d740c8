/// The middle of weighted values.
public struct WeightedMedian: Sendable, Hashable {
  /// The smallest value with at least half the weight at or below it.
  public let lower: Double
  /// The largest value with at least half the weight at or above it.
  public let upper: Double
  /// The weighted mean.
  public let mean: Double

  /// Halfway between the two, which differ only when the weight splits exactly in half.
  public var middle: Double { lower / 2 + upper / 2 }

  /// Measures values whose weights are not all 0; values of weight 0 are left out.
  ///
  /// - Throws: a `Blank` for lists of unequal length, a missing, negative or non-finite weight, a
  ///   missing or non-finite value, or weights that are all 0.
  public init(_ values: [Double?], weights: [Double?]) throws(Blank) {
    try Check.same(values.count, weights.count, .value, .weight)
    let x = try Check.all(values, .value)
    let w = try Check.all(weights, .weight, above: false)
    let total = ExactSum.of(w)
    guard total > 0, total.isFinite else { throw .undefined("the weights are all 0") }
    let order = x.indices.filter { w[$0] > 0 }.sorted { (x[$0], $0) < (x[$1], $1) }
    let half = total / 2
    let fuzz = total * 1e-14
    var sum = ExactSum()
    var products = ExactSum()
    var low: Double?
    var high: Double?
    for index in order {
      products.add(w[index] / total * x[index])
      sum.add(w[index])
      if low == nil, sum.value >= half - fuzz { low = x[index] }
      if high == nil, sum.value > half + fuzz { high = x[index] }
    }
    let last = order.last.map { x[$0] } ?? 0
    lower = low ?? last
    upper = high ?? last
    mean = products.value
  }
}
