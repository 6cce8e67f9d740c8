import Evidence

/// To which service, and to which line of the prevention classification, words of a payment belong.
///
/// The rules are data (`datasets/catalogue/payment-services.csv`): the first whose words stand in the
/// payment's service or category decides. What no rule fits stays unmapped and is said.
public struct PaymentServices: Sendable {
  /// One rule.
  public struct Rule: Sendable {
    /// Words in small letters; a word may be cut short.
    public let words: String
    /// The service: `asc`, `csc`, `hous`.
    public let service: String
    /// The line of the prevention classification, or `""`.
    public let line: String

    private let parts: TextParts

    /// True where the words begin some word of a text.
    func fits(_ text: [UInt8]) -> Bool { parts.occur(in: text) }

    /// Makes a rule.
    public init(words: String, service: String, line: String) {
      self.words = words
      parts = TextParts([" " + words])
      self.service = service
      self.line = line
    }
  }

  /// The rules in order.
  public let rules: [Rule]

  /// Makes a list of rules.
  public init(_ rules: [Rule] = []) { self.rules = rules }

  /// The rule for the words of a payment, or nil.
  public func rule(service: String, category: String) -> Rule? {
    let own = Self.folded(service)
    let other = Self.folded(category)
    // A line of the classification in either goes before a service, and a service's own name
    // before that of what was bought.
    return rules.first { !$0.line.isEmpty && ($0.fits(own) || $0.fits(other)) }
      ?? rules.first { $0.fits(own) } ?? rules.first { $0.fits(other) }
  }

  /// Small letters and digits, with a blank before the first word and between words.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0x20]
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
      default: if bytes.last != 0x20 { bytes.append(0x20) }
      }
    }
    return bytes
  }

  /// The names of services as reports print them.
  public static func title(_ service: String) -> String {
    switch service {
    case "asc": "Adult social care"
    case "csc": "Children’s social care"
    case "edu": "Education"
    case "phs": "Public health"
    case "hous": "Housing"
    case "trans": "Highways and transport"
    case "env": "Environment and waste"
    case "cul": "Culture, parks and libraries"
    case "plan": "Planning and development"
    case "cen": "Central services"
    default: "Not told by its words"
    }
  }
}
