extension Projection.Point {
  /// The chance that the value will be a target or more.
  ///
  /// Read from the two intervals: their limits are the tenths and fortieths on either side, and
  /// between and beyond them the error is as if normal. Not meant to tell one small chance from
  /// another: beyond the 95% interval say "less than 1 in 40".
  public func chance(above target: Double) -> Double {
    let isHigher = target > value
    let distance = abs(target - value)
    let near = abs((isHigher ? inner.upper : inner.lower) - value)
    let far = abs((isHigher ? outer.upper : outer.lower) - value)
    let tail = Normal.survival(Self.deviations(distance, near, far))
    return isHigher ? tail : 1 - tail
  }

  private static func deviations(_ distance: Double, _ near: Double, _ far: Double) -> Double {
    let first = Normal.quantile(0.9)
    let second = Normal.quantile(0.975)
    if distance <= near { return near > 0 ? distance / near * first : 0 }
    guard far > near else { return distance > near ? 2 * second : first }
    return first + (distance - near) / (far - near) * (second - first)
  }
}
