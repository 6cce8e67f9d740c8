extension ProjectionCalibration {
  /// Widths for a series on its own, when there are none of its kind to learn from.
  ///
  /// Learned from 11,711 yearly series of 7 to 25 years: local indicators of English areas that the
  /// Department for Education and the Office for National Statistics publish (schools, children's
  /// social care, employment, wellbeing, health). Smoothed over the horizons and rounded up, so
  /// that a random walk is covered too: on those series 80% intervals hold 79 to 90% of what came
  /// and 95% intervals 94 to 97%. Learning from series of the same kind is better.
  public static let standard = ProjectionCalibration(
    growth: [1, 1.6, 1.85, 2, 2.2, 2.4, 2.7, 3.1, 3.4, 3.7],
    inner: [1.6, 1.75, 1.85, 2.05, 2.15, 2.3, 2.4, 2.5, 2.6, 2.7],
    outer: [3, 3.3, 3.5, 4, 4.1, 4.3, 4.5, 4.7, 4.9, 5.1],
    support: [11_711, 10_973, 7360, 3754, 3228, 3160, 1616, 1601, 1601, 1601])

  /// Widths for yearly series of indicators of English places.
  ///
  /// Learned from the shipped indicators of every place whose code ends in an even digit, every
  /// projected year weighing the same, each horizon by itself. `placewise plan --coverage` learns
  /// them anew and judges them on the other places. The standard widths, which are rounded up so
  /// that a random walk is covered, hold 88% ten years ahead where 80% are wanted.
  public static let places = ProjectionCalibration(
    growth: [1, 1.678, 2.036, 2.237, 2.56, 3.366, 3.591, 4.125, 4.673, 4.813],
    inner: [1.594, 1.722, 1.903, 2.06, 2.175, 2.132, 2.134, 2.067, 2.013, 1.874],
    outer: [3.001, 3.439, 3.903, 4.153, 4.234, 4.096, 4.307, 4.528, 4.492, 4.076],
    support: [4609, 4476, 4325, 2775, 2102, 2092, 1754, 1398, 1323, 816])
}
