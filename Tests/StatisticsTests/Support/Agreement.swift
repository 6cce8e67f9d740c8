import Statistics

/// How closely two cells have to agree.
struct Agreement {
  /// |a - b| ≤ relative · max(|a|, |b|), or ≤ floor.
  var relative: Double
  var floor: Double = 1e-12

  /// Why two cells differ, entry by entry, or nil when they agree.
  func difference(_ found: String, _ expected: String) -> String? {
    let left = found.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let right = expected.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard left.count == right.count else {
      return "\(left.count) entries, not \(right.count): \(found.prefix(60))"
    }
    for (index, pair) in zip(left, right).enumerated() where !agree(pair.0, pair.1) {
      return "entry \(index + 1) is \(pair.0), not \(pair.1)"
    }
    return nil
  }

  private func agree(_ found: String, _ expected: String) -> Bool {
    if found == expected { return true }
    guard relative > 0, case .number(let a) = NumberText.read(found),
      case .number(let b) = NumberText.read(expected), a.isFinite, b.isFinite
    else { return false }
    let gap = abs(a - b)
    return gap <= relative * max(abs(a), abs(b)) || gap <= floor
  }
}
