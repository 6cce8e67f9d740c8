import Glibc

/// Newton's method for a positive unknown that may lie anywhere from 1e-300 to 1e300.
///
/// Steps are taken on the logarithm, so that relative accuracy does not depend on size, and are
/// kept inside a bracket that shrinks with every evaluation: the search always ends.
enum PositiveRoot {
  /// The function at one point: its value and its derivative by the logarithm of the unknown.
  struct Point {
    let value: Double
    let slope: Double
  }

  /// The root of an increasing `function` (`rising`) or a decreasing one.
  static func find(
    near guess: Double, rising: Bool, _ function: (Double) -> Point
  ) -> Double {
    var x = guess.isFinite && guess > 0 ? guess : 1
    var low = 0.0
    var high = Double.infinity
    var stride = 2.0
    for _ in 0..<200 {
      let point = function(x)
      if point.value == 0 { return x }
      if point.value.isNaN { return .nan }
      if (point.value < 0) == rising { low = x } else { high = x }
      let step = -point.value / point.slope
      var next = x * exp(step)
      if abs(step) < 1e-15 { return next }
      if !(next > low && next < high) {
        next = between(low, high, stride: &stride)
      } else if abs(step) < 1e-9 {
        // Newton doubles the digits: this one step is as good as the function itself.
        return next
      }
      if next == x || high / low < 1 + 4e-16 { return next }
      if next < 1e-305 || next > 1e305 { return next < 1 ? 0 : .infinity }
      x = next
    }
    return x
  }

  /// The geometric middle of the bracket, or a leap that grows while one end is still open.
  private static func between(_ low: Double, _ high: Double, stride: inout Double) -> Double {
    if low > 0, high < .infinity { return low.squareRoot() * high.squareRoot() }
    let leap = stride
    stride = min(stride * stride, 1e100)
    return low > 0 ? low * leap : high / leap
  }
}
