/// How many slips of the finger lie between two words.
public enum EditDistance {
  /// The Damerau-Levenshtein distance in its restricted form, or nil when it is over a limit.
  ///
  /// A slip is a letter added, left out, put for another, or exchanged with the next.
  /// - Complexity: O(*n* · *m*).
  public static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = before
    for i in left.indices {
      row[0] = i + 1
      var least = row[0]
      for j in right.indices {
        let isSame = left[i] == right[j]
        var cost = min(last[j] + (isSame ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      // A later row can undercut this one by an exchange, which reaches back over two rows.
      if least > limit + 1 { return nil }
      (before, last, row) = (last, row, before)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
