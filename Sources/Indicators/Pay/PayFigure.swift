import Evidence
import Places

/// A figure of pay or sick pay that was computed, with its range and what must be said of it.
public struct PayFigure: Sendable {
  /// The measure's id: what formulae of the catalogue name.
  public let measure: String
  /// The place's code.
  public let place: String
  /// What it refers to.
  public let period: Period
  /// The value, or nil with a blank status.
  public var value: Double?
  /// The likely range's lower end.
  public var lower: Double?
  /// The likely range's upper end.
  public var upper: Double?
  /// The numerator.
  public var count: Double?
  /// The denominator.
  public var denominator: Double?
  /// What must be said.
  public var status: Status = []
  /// On what it rests.
  public var note = ""

  init(_ measure: String, _ place: String, _ period: Period, _ value: Double?) {
    self.measure = measure
    self.place = place
    self.period = period
    self.value = value
  }
}
