/// How a notebook writes a number: `pounds`, `pounds.2`, `money`, `percent.1`, `points.1`, `number.0`,
/// `thousands`, and `change.1` for `rose by 4.2%`.
public struct NotebookFormat: Hashable, Sendable {
  /// The unit and what decides on the digits.
  private enum Kind: String, CaseIterable {
    /// Pounds with a fixed number of decimals.
    case pounds
    /// A sum of money, with digits and a word by its size.
    case money
    /// A percentage.
    case percent
    /// A difference between percentages.
    case points
    /// A change in per cent, as a verb and a number.
    case change
    /// A bare number.
    case number
    /// A bare number to the nearest hundred.
    case hundreds
    /// A bare number to the nearest thousand.
    case thousands
    /// A year, without separators.
    case year
  }

  private let kind: Kind
  private let decimals: Int

  /// Reads a format; nil where it is not known.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let kind = Kind(rawValue: String(parts[0])), parts.count < 3 else { return nil }
    guard parts.count == 2 else {
      self.kind = kind
      decimals = [.percent, .points, .change].contains(kind) ? 1 : 0
      return
    }
    let takesDecimals: [Kind] = [.pounds, .percent, .points, .change, .number]
    guard let decimals = Int(parts[1]), (0...4).contains(decimals), takesDecimals.contains(kind)
    else { return nil }
    self.kind = kind
    self.decimals = decimals
  }

  /// What is said of a format that is not known.
  static func refusal(_ text: String) -> String {
    "found the format '\(text)', expected one of "
      + Kind.allCases.map(\.rawValue).joined(separator: ", ") + ", with .1 for one decimal"
  }

  /// A format for figures.
  public var figure: FigureFormat {
    switch kind {
    case .pounds: FigureFormat(.pounds, .decimals(decimals))
    case .money: .pounds
    case .percent, .change: FigureFormat(.percent, .decimals(decimals))
    case .points: FigureFormat(.percentagePoints, .decimals(decimals))
    case .number, .year: FigureFormat(.none, .decimals(decimals))
    case .hundreds: FigureFormat(.none, .hundreds)
    case .thousands: FigureFormat(.none, Precision(exponent: 3))
    }
  }

  /// A number as it is written; nil for one that is none.
  public func text(_ value: Double) -> String? {
    switch kind {
    case .year:
      return value.isFinite && abs(value) < 1e9 ? String(Int(value.rounded())) : nil
    case .money: return Rounded.money(pounds: value)?.text
    case .pounds: return Rounded.money(pounds: value, to: .decimals(decimals))?.text
    case .percent: return Rounded.percent(value, decimals: decimals)?.text
    case .points: return Rounded.points(value, decimals: decimals)?.text
    case .number: return Rounded(value, to: .decimals(decimals))?.text
    case .hundreds: return Rounded(value, to: .hundreds)?.text
    case .thousands: return Rounded(value, to: Precision(exponent: 3))?.text
    case .change:
      guard let size = Rounded.percent(abs(value), decimals: decimals) else { return nil }
      if size.isZero { return "stayed the same" }
      return (value > 0 ? "rose by " : "fell by ") + size.text
    }
  }
}
