/// Who protects the figures of a data set from giving persons away, and how.
///
/// In a package file the word `"publisher"`, for statistics that were protected before they were
/// published, or an object such as `{"threshold": 5, "zeros": "shown"}` for figures that were not.
public enum DisclosureHolding: Codable, Hashable, Sendable {
  /// The publisher did; its marks are kept.
  case publisher
  /// This product does, by a rule.
  case rule(Rule)

  /// A rule; what it leaves out is as usual for publication.
  public struct Rule: Codable, Hashable, Sendable {
    /// Counts below this and above 0 are hidden; 5 where nothing is said.
    public var threshold: Int?
    /// `shown` or `hidden`: what becomes of noughts.
    public var zeros: Zeros?
    /// Amounts of money of fewer contributors are hidden; 3 where nothing is said.
    public var contributors: Int?
    /// Counts are rounded to multiples of this instead.
    public var base: Int?
    /// With `base`: counts from 1 to this are hidden; 7 where nothing is said.
    public var hidden: Int?
    /// Measures that are the sum of others.
    public var sums: [Sum]?
  }

  /// What becomes of noughts.
  public enum Zeros: String, Codable, Sendable {
    case shown
    case hidden
  }

  /// A measure that is the sum of others.
  public struct Sum: Codable, Hashable, Sendable {
    /// The measure that is the sum.
    public var total: String
    /// The measures that are added.
    public var parts: [String]
  }

  /// Reads the word or the object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let word = try? container.decode(String.self) {
      guard word == "publisher" else {
        throw DecodingError.dataCorruptedError(
          in: container,
          debugDescription: "found disclosure '\(word)', expected 'publisher' or an object")
      }
      self = .publisher
      return
    }
    let rule = try container.decode(Rule.self)
    for (name, number, least) in [
      ("threshold", rule.threshold, 2), ("contributors", rule.contributors, 1),
      ("base", rule.base, 2), ("hidden", rule.hidden, 0),
    ] {
      guard let number, !(least...1_000_000).contains(number) else { continue }
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "found disclosure.\(name) \(number), expected at least \(least)")
    }
    self = .rule(rule)
  }

  /// Writes the word or the object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .publisher: try container.encode("publisher")
    case .rule(let rule): try container.encode(rule)
    }
  }
}
