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
  /// Learned from the shipped indicators of every place whose code ends in an even digit;
  /// `placewise plan --coverage` learns them anew and judges them on the other places. Each horizon
  /// has its own: the standard widths, rounded up so that a random walk is covered, hold too much
  /// ten years ahead.
  public static let places = ProjectionCalibration(
    growth: [1, 1.6, 1.85, 2, 2.2, 2.4, 2.7, 3.1, 3.4, 3.7],
    inner: [1.6, 1.75, 1.85, 2.05, 2.15, 2.3, 2.4, 2.5, 2.6, 2.7],
    outer: [3, 3.3, 3.5, 4, 4.1, 4.3, 4.5, 4.7, 4.9, 5.1],
    support: [11_711, 10_973, 7360, 3754, 3228, 3160, 1616, 1601, 1601, 1601])
}
