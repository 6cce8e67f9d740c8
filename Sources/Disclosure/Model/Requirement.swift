/// How uncertain a hidden figure has to stay for a reader.
public enum Requirement: Sendable, Hashable {
  /// The interval that a reader can work out is at least this wide.
  case width(Double)

  /// The interval reaches at least so far below and above the true figure.
  case sides(lower: Double, upper: Double)

  /// The figure cannot be told exactly; enough for a cell that is hidden only to protect another.
  public static let anyWidth = Requirement.width(.leastNonzeroMagnitude)
}
