/// A year as GOV.UK writes it.
public struct YearText: Hashable, Sendable {
  /// How a year runs.
  public enum Kind: Hashable, Sendable {
    /// January to December.
    case calendar
    /// April to March; also school years, September to August.
    case financial
    /// A count on 30 June.
    case middle
  }

  /// The year it begins in.
  public let start: Int
  /// How it runs.
  public let kind: Kind

  /// Names a year by the year it begins in.
  public init(_ start: Int, _ kind: Kind = .financial) {
    self.start = start
    self.kind = kind
  }

  /// For a sentence: `2024 to 2025`, `2024`, `mid-2024`.
  public var text: String {
    switch kind {
    case .calendar: String(start)
    case .financial: "\(start) to \(start + 1)"
    case .middle: "mid-\(start)"
    }
  }

  /// For a table head or an axis: `2024-25`, `2024`.
  public var short: String {
    switch kind {
    case .calendar, .middle: return String(start)
    case .financial:
      let end = (start + 1) % 100
      return "\(start)-" + (end < 10 ? "0" : "") + String(end)
    }
  }
}
