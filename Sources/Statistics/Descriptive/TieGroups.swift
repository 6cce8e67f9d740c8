/// What ties take away from the number of pairs and from the variance of a rank statistic.
struct TieGroups {
  /// Σ g(g-1)/2 over groups of g equal values.
  var pairs = 0.0
  /// Σ g(g-1)(2g+5).
  var varianceTerm = 0.0

  init(_ values: [Double]) {
    let sorted = values.sorted()
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let g = Double(end - start)
      pairs += g * (g - 1) / 2
      varianceTerm += g * (g - 1) * (2 * g + 5)
      start = end
    }
  }
}
