extension ProjectionCalibration {
  /// Widths for a series on its own, when there are none of its kind to learn from.
  public static let standard = ProjectionCalibration(
    growth: [1, 2.2, 3.5, 5, 6.6, 8.3, 10, 12, 14, 16],
    inner: [1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5],
    outer: [2.8, 2.8, 2.8, 2.8, 2.8, 2.8, 2.8, 2.8, 2.8, 2.8],
    support: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}
