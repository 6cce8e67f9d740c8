/// What a rounded number counts, as far as its wording goes.
public enum NumberUnit: Hashable, Sendable {
  /// A bare number: people, cases, an index.
  case none
  /// Pounds sterling: `£488`, `£1.2 billion`.
  case pounds
  /// Whole pence said as pence: `65p`.
  case pence
  /// A share of a hundred: `16.4%`.
  case percent
  /// A difference between two percentages: `2.4 percentage points`.
  case percentagePoints
  /// A rate for every so many: `12.3 per 10,000`.
  case per(Int)
  /// Anything with a noun of its own: `3 years`.
  case named(singular: String, plural: String)
}

/// The word a large number is said with.
public enum Magnitude: Int, Hashable, Sendable, CaseIterable {
  /// No word.
  case ones = 0
  /// `thousand`; for table columns that say so in their head.
  case thousands = 3
  /// `million`.
  case millions = 6
  /// `billion`, a thousand million.
  case billions = 9

  /// The power of ten the word stands for.
  public var power: Int { rawValue }

  /// The word itself; empty for ones.
  public var word: String {
    switch self {
    case .ones: ""
    case .thousands: "thousand"
    case .millions: "million"
    case .billions: "billion"
    }
  }
}

/// How closely a number is given: the power of ten of its last digit, and the word it is said with.
public struct Precision: Hashable, Sendable {
  /// The power of ten of the last digit shown: -1 for tenths, 2 for hundreds.
  public let exponent: Int
  /// The word.
  public let magnitude: Magnitude

  /// Makes a precision.
  public init(exponent: Int, magnitude: Magnitude = .ones) {
    self.exponent = exponent
    self.magnitude = magnitude
  }

  /// To the nearest whole one.
  public static let whole = Self(exponent: 0)
  /// To the nearest ten.
  public static let tens = Self(exponent: 1)
  /// To the nearest hundred.
  public static let hundreds = Self(exponent: 2)
  /// To the nearest penny, for pounds.
  public static let penny = Self(exponent: -2)

  /// With so many decimals.
  public static func decimals(_ count: Int) -> Self { Self(exponent: -count) }

  /// Said in thousands, with so many decimals.
  public static func thousands(decimals: Int = 0) -> Self {
    Self(exponent: 3 - decimals, magnitude: .thousands)
  }

  /// Said in millions, with so many decimals.
  public static func millions(decimals: Int = 1) -> Self {
    Self(exponent: 6 - decimals, magnitude: .millions)
  }

  /// Said in billions, with so many decimals.
  public static func billions(decimals: Int = 1) -> Self {
    Self(exponent: 9 - decimals, magnitude: .billions)
  }

  /// The precision a sum of money is given with where nothing else asks for another.
  ///
  /// Tenths of a billion or a million; hundreds from £10,000; whole pounds from £10; pence below.
  /// The limits stand where the rounded figure would change its form: £999,950 is `£1.0 million`.
  /// For a column, pass the largest of its sums.
  public static func money(pence: Int) -> Self {
    switch pence.magnitude {
    case 99_995_000_000...: .billions()
    case 99_995_000...: .millions()
    case 999_950...: .hundreds
    case 1000...: .whole
    default: .penny
    }
  }
}
