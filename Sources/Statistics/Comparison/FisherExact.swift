import Glibc

/// Fisher's exact test of a two-by-two table.
public enum FisherExact {
  /// The chance, with the margins as they are, of a table no likelier than this one.
  ///
  /// Tables whose chance exceeds this one's by less than one part in 10⁷ count as equally likely.
  /// Nil when a cell is not a whole number ≥ 0 or the table is beyond 10¹² people.
  /// Reference: Fisher 1935, J. R. Stat. Soc. 98:39.
  public static func twoSided(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double? {
    for cell in [a, b, c, d] where !(cell >= 0 && cell == cell.rounded() && cell <= 1e12) {
      return nil
    }
    let table = Table(first: a + b, second: c + d, drawn: a + c)
    guard table.first + table.second <= 1e12 else { return nil }
    return table.chance(noLikelierThan: a)
  }

  /// The hypergeometric distribution of the first cell.
  private struct Table {
    let first: Double
    let second: Double
    let drawn: Double
    var least: Double { max(0, drawn - second) }
    var most: Double { min(drawn, first) }

    func logMass(_ k: Double) -> Double {
      let total = first + second
      guard total > 0, drawn > 0, drawn < total else { return 0 }
      let p = drawn / total
      let q = (total - drawn) / total
      return SaddlePoint.logBinomial(k, first - k, p, q)
        + SaddlePoint.logBinomial(drawn - k, second - drawn + k, p, q)
        - SaddlePoint.logBinomial(drawn, total - drawn, p, q)
    }

    func chance(noLikelierThan k: Double) -> Double {
      let here = logMass(k)
      let bound = here + 1e-7
      let peak = ((first + 1) * (drawn + 1) / (first + second + 2)).rounded(.down)
      let mode = min(most, max(least, peak))
      // The chance falls on both sides of the mode: find where it sinks to the bound.
      let left = k <= mode ? k : edge(from: least, to: mode, bound)
      let right = k >= mode ? k : edge(from: most, to: mode, bound)
      if k == mode || here >= logMass(mode) - 1e-7 { return 1 }
      var sum = 0.0
      if let left { sum += tail(from: left, step: -1) }
      if let right { sum += tail(from: right, step: 1) }
      return min(1, sum)
    }

    /// The table nearest the mode, coming from the far end, that is within the bound.
    private func edge(from end: Double, to mode: Double, _ bound: Double) -> Double? {
      guard logMass(end) <= bound else { return nil }
      var inside = end
      var outside = mode
      while abs(outside - inside) > 1 {
        let middle = ((inside + outside) / 2).rounded(.down)
        if middle == inside || middle == outside { break }
        if logMass(middle) <= bound { inside = middle } else { outside = middle }
      }
      return inside
    }

    private func tail(from start: Double, step: Double) -> Double {
      var k = start
      var term = 1.0
      var sum = 1.0
      while true {
        let top =
          step > 0 ? (first - k) * (drawn - k) : k * (second - drawn + k)
        let bottom =
          step > 0
          ? (k + 1) * (second - drawn + k + 1) : (first - k + 1) * (drawn - k + 1)
        guard top > 0, bottom > 0 else { break }
        term *= top / bottom
        sum += term
        if term < sum * 1e-17 { break }
        k += step
      }
      return exp(logMass(start)) * sum
    }
  }
}
