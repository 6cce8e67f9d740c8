import Glibc

/// How unequally an amount is spread over its holders.
///
/// With values x in order, sum S, mean m and shares s = x/S: Gini = Σ(2i - n - 1)xᵢ/(nS), times
/// n/(n-1) without bias; Herfindahl-Hirschman index H = Σs², normalised (H - 1/n)/(1 - 1/n);
/// Theil's T = mean of (x/m)ln(x/m); Hoover = Σ|x - m|/2S, the share that would have to move.
///
/// Domain: values ≥ 0, not all 0. Equal values give 0, one holder of everything 1 - 1/n. A single
/// holder has no unbiased Gini and no normalised index.
/// Reference: Cowell 2011, Measuring Inequality, ch. 2; Hirschman 1964, Am. Econ. Rev. 54:761.
public struct Concentration: Sendable, Hashable {
  /// The Gini coefficient, 0 to 1 - 1/n.
  public let gini: Double
  /// The Gini coefficient times n/(n-1); nil for a single holder.
  public let giniUnbiased: Double?
  /// The Herfindahl-Hirschman index on a scale from 1/n to 1.
  public let herfindahl: Double
  /// The index between 0 and 1; nil for a single holder.
  public let herfindahlNormalised: Double?
  /// Theil's T, 0 to ln n.
  public let theil: Double
  /// The Hoover index.
  public let hoover: Double

  /// Measures the values of all holders.
  ///
  /// - Throws: a `Blank` for an empty list, a missing, negative or non-finite value, or values
  ///   that are all 0.
  public init(_ values: [Double?]) throws(Blank) {
    let x = try Check.all(values, .value, above: false).sorted()
    try Check.atLeast(1, x.count, .value)
    let largest = x[x.count - 1]
    guard largest > 0 else { throw .undefined("every value is 0") }
    // In units of the largest value no sum can overflow.
    let scaled = x.map { $0 / largest }
    let sum = ExactSum.of(scaled)
    let n = Double(x.count)
    let mean = sum / n
    var ranked = ExactSum()
    var squares = 0.0
    var entropy = 0.0
    var gaps = 0.0
    for (index, value) in scaled.enumerated() {
      ranked.add((2 * Double(index + 1) - n - 1) * value)
      let share = value / sum
      squares += share * share
      let ratio = value / mean
      if ratio > 0 { entropy += ratio * log(ratio) }
      gaps += abs(value - mean)
    }
    let g = ranked.value / (n * sum)
    gini = g
    giniUnbiased = n > 1 ? g * n / (n - 1) : nil
    herfindahl = squares
    herfindahlNormalised = n > 1 ? (squares - 1 / n) / (1 - 1 / n) : nil
    theil = entropy / n
    hoover = gaps / (2 * sum)
  }

  /// The Gini coefficient of rates weighted by population.
  ///
  /// Σ wᵢwⱼ|xᵢ - xⱼ| / 2W²m, as a sum over the steps between neighbouring values.
  /// - Throws: a `Blank` for lists of unequal length, a missing, negative or non-finite number, or
  ///   a weighted sum of 0.
  public static func weightedGini(
    _ values: [Double?], weights: [Double?]
  ) throws(Blank) -> Double {
    try Check.same(values.count, weights.count, .value, .weight)
    let x = try Check.all(values, .value, above: false)
    let w = try Check.all(weights, .weight, above: false)
    let total = ExactSum.of(w)
    guard total > 0, total.isFinite else { throw .undefined("the weights are all 0") }
    let order = x.indices.filter { w[$0] > 0 }.sorted { (x[$0], $0) < (x[$1], $1) }
    var share = 0.0
    var steps = 0.0
    var mean = 0.0
    for (place, index) in order.enumerated() {
      mean += w[index] / total * x[index]
      share += w[index] / total
      if place + 1 < order.count {
        steps += (x[order[place + 1]] - x[index]) * share * (1 - share)
      }
    }
    guard mean > 0, mean.isFinite else { throw .undefined("the weighted mean is 0") }
    return max(0, steps / mean)
  }
}
