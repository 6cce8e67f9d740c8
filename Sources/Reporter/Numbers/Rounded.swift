/// A number as it is published: whole units of a power of ten, with its unit.
///
/// A sentence, the table beside it and the label in a figure are written from the same `Rounded`, and
/// words such as "up from" are chosen by comparing two of them, so that no reader finds a text that
/// disagrees with its own figures. Halves round away from zero. Nothing here knows a locale.
public struct Rounded: Hashable, Sendable {
  /// The number of `10^exponent` in the value, with its sign.
  public let mantissa: Int
  /// The power of ten of the last digit shown.
  public let exponent: Int
  /// The word the number is said with.
  public let magnitude: Magnitude
  /// What is counted.
  public let unit: NumberUnit

  /// The rows that it stands for; none for a number that is no row's.
  ///
  /// Two numbers are equal whatever their rows.
  public var keys: [NumberKey] = []
  /// What it rests on, where it is no row's.
  public var origin = NumberOrigin.workedOut
  /// The number before it was rounded, with its sign; nil where the rounded number is all there is.
  private(set) var exact: Double?
  /// True for the size of a number below nought, where words such as "fell by" say which way.
  private(set) var isSize = false

  /// Takes a mantissa that is already rounded.
  public init(mantissa: Int, precision: Precision, unit: NumberUnit = .none) {
    self.mantissa = mantissa
    exponent = precision.exponent
    magnitude = precision.magnitude
    self.unit = unit
  }

  /// Rounds a double; nil for NaN, an infinity, or a number past 64 bits.
  ///
  /// - Parameters:
  ///   - value: in whole units (pounds, per cent, people).
  ///   - precision: how closely it is given.
  ///   - unit: what is counted.
  public init?(_ value: Double, to precision: Precision = .whole, unit: NumberUnit = .none) {
    guard let mantissa = DecimalDigits(value)?.rounded(to: precision.exponent) else { return nil }
    self.init(mantissa: mantissa, precision: precision, unit: unit)
    exact = value
  }

  /// Rounds a whole number of `10^scale` exactly; nil past 64 bits.
  ///
  /// - Parameters:
  ///   - value: the whole number.
  ///   - scale: its power of ten: 0 for people or pounds, -2 for pence said as pounds.
  ///   - precision: how closely it is given.
  ///   - unit: what is counted.
  public init?(
    exactly value: Int, scale: Int = 0, to precision: Precision = .whole, unit: NumberUnit = .none
  ) {
    guard value != .min,
      let size = DecimalDigits.rescale(abs(value), from: scale, to: precision.exponent)
    else { return nil }
    self.init(mantissa: value < 0 ? -size : size, precision: precision, unit: unit)
    if scale < precision.exponent { exact = Self.scaled(value, scale) }
  }

  /// The same number given with another precision.
  ///
  /// Only to a coarser one: digits that were rounded away do not come back. Nil otherwise.
  public func coarser(_ precision: Precision) -> Rounded? {
    guard precision.exponent >= exponent else { return nil }
    return Rounded(exactly: mantissa, scale: exponent, to: precision, unit: unit)?.keyed(keys)
      .resting(on: origin)
  }

  /// The same number standing for other rows.
  public func keyed(_ keys: [NumberKey]) -> Rounded {
    var number = self
    number.keys = keys
    return number
  }

  /// The same number resting on something else than figures of the report.
  public func resting(on origin: NumberOrigin) -> Rounded {
    var number = self
    number.origin = origin
    return number
  }

  /// The number without its sign, which words say.
  public var absolute: Rounded {
    var size = Rounded(
      mantissa: mantissa == .min ? .max : abs(mantissa),
      precision: Precision(exponent: exponent, magnitude: magnitude), unit: unit)
    size.keys = keys
    size.origin = origin
    size.exact = exact ?? value
    size.isSize = mantissa < 0 || isSize
    return size
  }

  /// True when the published number is nought.
  public var isZero: Bool { mantissa == 0 }

  /// The decimals shown, after the word's power is taken out; 0 when rounded to tens or coarser.
  public var decimals: Int { max(0, magnitude.power - exponent) }

  /// The published number as a double, for drawing and for CSV.
  public var value: Double { Self.scaled(mantissa, exponent) }

  /// A whole number of a power of ten as a double.
  private static func scaled(_ mantissa: Int, _ exponent: Int) -> Double {
    // Dividing by a power of ten gives the double nearest to the decimal; multiplying by 0.1 does not.
    exponent < 0
      ? Double(mantissa) / powerOfTen(-exponent) : Double(mantissa) * powerOfTen(exponent)
  }

  /// A power of ten as a double; exact up to 22.
  static func powerOfTen(_ power: Int) -> Double {
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }
}

// MARK: - The usual ones

extension Rounded {
  /// A count of people, homes or cases; `589,670`.
  public static func count(_ value: Int, to precision: Precision = .whole) -> Rounded? {
    Rounded(exactly: value, to: precision)
  }

  /// A sum of money; `£488`, `£12,300`, `£3.4 million`, `£1.2 billion`.
  ///
  /// The precision follows the size of the sum unless said; a column gives all its sums the same.
  public static func money(pence: Int, to precision: Precision? = nil) -> Rounded? {
    let precision = precision ?? .money(pence: pence)
    return Rounded(exactly: pence, scale: -2, to: precision, unit: .pounds)
  }

  /// A sum of money that is no longer whole pence, such as pounds a head.
  ///
  /// The precision follows the size of the sum unless said.
  public static func money(pounds: Double, to precision: Precision? = nil) -> Rounded? {
    guard let exact = Rounded(pounds, to: .penny, unit: .pounds) else { return nil }
    return Rounded(pounds, to: precision ?? .money(pence: exact.mantissa), unit: .pounds)
  }

  /// A percentage, from a value out of a hundred; `16.4%`.
  public static func percent(_ value: Double, decimals: Int = 1) -> Rounded? {
    Rounded(value, to: .decimals(decimals), unit: .percent)
  }

  /// The percentage that one whole number is of another; nil for a whole of nought.
  public static func percent(_ part: Int, of whole: Int, decimals: Int = 1) -> Rounded? {
    guard whole != 0 else { return nil }
    return percent(Double(part) / Double(whole) * 100, decimals: decimals)
  }

  /// A difference between percentages; `2.4 percentage points`.
  public static func points(_ value: Double, decimals: Int = 1) -> Rounded? {
    Rounded(value, to: .decimals(decimals), unit: .percentagePoints)
  }

  /// Pence said as pence; `65p`.
  public static func pence(_ value: Int) -> Rounded {
    Rounded(mantissa: value, precision: .whole, unit: .pence)
  }

  /// A rate; `12.3 per 10,000`.
  public static func rate(_ value: Double, per base: Int, decimals: Int = 1) -> Rounded? {
    Rounded(value, to: .decimals(decimals), unit: .per(base))
  }
}

extension Rounded {
  /// True where both are written alike.
  public static func == (left: Self, right: Self) -> Bool {
    left.mantissa == right.mantissa && left.exponent == right.exponent
      && left.magnitude == right.magnitude && left.unit == right.unit
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(mantissa)
    hasher.combine(exponent)
    hasher.combine(magnitude)
    hasher.combine(unit)
  }
}
