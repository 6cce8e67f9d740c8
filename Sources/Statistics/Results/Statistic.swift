/// What a figure is and per how many it is given, such as "dsr per 100000".
public struct Statistic: Sendable, Hashable, CustomStringConvertible {
  /// The name without the base.
  public let name: String
  /// The base: 100 for a percentage, 100000 for most rates, 1 for none.
  public let multiplier: Double

  /// Names a statistic.
  public init(_ name: String, per multiplier: Double = 1) {
    self.name = name
    self.multiplier = multiplier
  }

  /// The name and its base, or the name alone when the base is 1.
  public var description: String {
    multiplier == 1 ? name : "\(name) per \(NumberText.shortest(multiplier))"
  }
}
