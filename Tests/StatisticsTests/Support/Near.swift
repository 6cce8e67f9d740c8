/// True when two numbers agree to a relative tolerance, or to 1e-300.
func near(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  if a == b { return true }
  return abs(a - b) <= max(tolerance * max(abs(a), abs(b)), 1e-300)
}

/// The reason with which a throwing computation ends, or nil.
func blank<T>(_ body: () throws -> T) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return "\(error)"
  }
}
