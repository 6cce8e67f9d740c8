/// What a publisher, or we, must say beside a figure or in place of one.
///
/// A marker is a value with a reason: it never becomes 0 and never vanishes. The letters follow
/// the Government Statistical Service's shorthand (January 2022) where it has one; `e`, `f` and
/// `b` are ours. A status is stored as its letters in the order below.
public struct Status: OptionSet, Hashable, Sendable {
  /// One bit for each letter, in the order of `letters`.
  public let rawValue: UInt16

  /// Makes a status from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Confidential: hidden so that no person or firm can be worked out.
  public static let confidential = Status(rawValue: 1 << 0)
  /// Not available: not collected, not returned or not yet published.
  public static let notAvailable = Status(rawValue: 1 << 1)
  /// Not applicable: this place does not have this.
  public static let notApplicable = Status(rawValue: 1 << 2)
  /// Rounds to zero but is not zero.
  public static let roundsToZero = Status(rawValue: 1 << 3)
  /// Unreliable: shown, kept out of comparisons.
  public static let unreliable = Status(rawValue: 1 << 4)
  /// Provisional: the publisher may still change it.
  public static let provisional = Status(rawValue: 1 << 5)
  /// Revised by the publisher.
  public static let revised = Status(rawValue: 1 << 6)
  /// Estimated.
  public static let estimated = Status(rawValue: 1 << 7)
  /// Forecast.
  public static let forecast = Status(rawValue: 1 << 8)
  /// A break: not comparable with what stands before it in the series.
  public static let seriesBreak = Status(rawValue: 1 << 9)

  /// The letters, in the fixed order in which they are written.
  public static let letters: [(letter: String, status: Status, meaning: String)] = [
    ("c", .confidential, "confidential"),
    ("x", .notAvailable, "not available"),
    ("z", .notApplicable, "not applicable"),
    ("k", .roundsToZero, "rounds to zero"),
    ("u", .unreliable, "unreliable"),
    ("p", .provisional, "provisional"),
    ("r", .revised, "revised"),
    ("e", .estimated, "estimated"),
    ("f", .forecast, "forecast"),
    ("b", .seriesBreak, "break in the series"),
  ]

  /// The statuses that stand in place of a value.
  public static let blanks: Status = [.confidential, .notAvailable, .notApplicable]

  /// True where the figure itself is absent.
  public var isBlank: Bool { !isDisjoint(with: .blanks) }

  /// The letters of this status, `""` for a plain figure.
  public var text: String {
    if isEmpty { return "" }
    var text = ""
    for (letter, status, _) in Self.letters where contains(status) { text += letter }
    return text
  }

  /// Reads letters in any order; nil where one is unknown or stands twice.
  public init?(_ text: String) {
    var status: Status = []
    for scalar in text.unicodeScalars {
      guard let found = Self.letters.first(where: { $0.letter.unicodeScalars.first == scalar }),
        !status.contains(found.status)
      else { return nil }
      status.insert(found.status)
    }
    self = status
  }
}
