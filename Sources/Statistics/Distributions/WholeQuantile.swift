/// Finds the smallest whole number at which a cumulative probability reaches a target.
enum WholeQuantile {
  /// Searches outwards from a guess in growing strides, then halves the bracket.
  static func find(
    near guess: Double, below target: Double, of most: Double, _ cdf: (Double) -> Double
  ) -> Double {
    var high = min(most, max(0, guess.isFinite ? guess.rounded() : 0))
    var stride = 1.0
    // A stride beyond all doubles reaches the end too.
    while cdf(high) < target, high < most {
      high = min(most, high + stride)
      stride *= 2
    }
    var low = -1.0
    stride = 1
    while high - stride > low {
      let probe = high - stride
      if cdf(probe) < target {
        low = probe
        break
      }
      high = probe
      stride *= 2
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if middle <= low || middle >= high { break }
      if cdf(middle) < target { low = middle } else { high = middle }
    }
    return high
  }
}
