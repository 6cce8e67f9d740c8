/// How the values of a figure are written: the same unit and precision as in the table beside it.
public struct FigureFormat: Hashable, Sendable {
  /// What is counted.
  public let unit: NumberUnit
  /// How closely; by the size of each value where nil.
  public let precision: Precision?

  /// Makes a format.
  public init(_ unit: NumberUnit, _ precision: Precision? = nil) {
    self.unit = unit
    self.precision = precision
  }

  /// Pounds, by the size of the sum.
  public static let pounds = Self(.pounds)
  /// Percentages with one decimal.
  public static let percent = Self(.percent, .decimals(1))
  /// Whole counts.
  public static let count = Self(.none, .whole)
  /// Rates with one decimal; the subtitle says for how many.
  public static let rate = Self(.none, .decimals(1))

  /// The text of a value: a long unit is left to the figure's subtitle.
  public func label(_ value: Double) -> String {
    rounded(value).map(text) ?? ""
  }

  /// The text of an interval: `10.1 to 14.5`.
  public func interval(_ lower: Double, _ upper: Double) -> String {
    guard let lower = rounded(lower), let upper = rounded(upper) else { return "" }
    return text(lower) + " to " + text(upper)
  }

  /// The value as it is written.
  public func rounded(_ value: Double) -> Rounded? {
    if let precision { return Rounded(value, to: precision, unit: unit) }
    switch unit {
    case .pounds: return .money(pounds: value)
    default: return Rounded(value, to: value.magnitude >= 1e7 ? .millions() : .whole, unit: unit)
    }
  }

  /// The texts of an axis, all with the same word and decimals.
  func labels(_ ticks: Ticks) -> [String] {
    let largest = max(ticks.domain.lowerBound.magnitude, ticks.domain.upperBound.magnitude)
    let magnitude: Magnitude = largest >= 1e9 ? .billions : largest >= 1e6 ? .millions : .ones
    let exponent = min(ticks.exponent, magnitude.power)
    let precision = Precision(exponent: exponent, magnitude: magnitude)
    return ticks.values.map { value in
      guard value != 0 else { return Rounded(mantissa: 0, precision: .whole, unit: unit).cell }
      return Rounded(value, to: precision, unit: unit).map(text) ?? ""
    }
  }

  private func text(_ number: Rounded) -> String {
    switch number.unit {
    case .none, .pounds, .pence, .percent: number.text
    case .percentagePoints, .per, .named:
      number.cell + (number.magnitude == .ones ? "" : " " + number.magnitude.word)
    }
  }
}
