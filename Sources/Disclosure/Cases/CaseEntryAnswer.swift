/// The answer to one line of a list of small cases; the fields that its kind has.
public enum CaseEntryAnswer: Encodable, Sendable, Hashable {
  /// What a primary rule says of each cell.
  case primary(rule: String, cells: [PrimaryAnswer])

  /// How a count is published: a number, or `*`.
  case rounding(count: Int, published: RoundingPolicy.Figure)

  /// The counts that may stand behind a rounded figure.
  case roundingAudit(published: Int, interval: ClosedRange<Int>)

  /// The counts that may stand behind a percentage; nil when none can.
  case derived(title: String?, numerators: ClosedRange<Int>?)

  /// What a primary rule says of one cell.
  public struct PrimaryAnswer: Encodable, Sendable, Hashable {
    /// The cell's name, when the case gives one.
    public var cell: String?

    /// Whether the cell has to be hidden.
    public var sensitive: Bool?

    /// Its upper protection level to six decimals, for rules that have one.
    public var upl: Double?

    /// What was contributed, when payments had to be grouped first.
    public var contributions: [Double]?

    /// Which output checks it failed.
    public var checks: [String: Bool]?
  }

  private enum Key: String, CodingKey {
    case rule, cells, count, published, interval, title
    case numerators = "possible_numerators"
    case numeratorCount = "n_possible"
  }

  /// Writes the fields of the answer's kind.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .primary(let rule, let cells):
      try fields.encode(rule, forKey: .rule)
      try fields.encode(cells, forKey: .cells)
    case .rounding(let count, let published):
      try fields.encode(count, forKey: .count)
      switch published {
      case .hidden: try fields.encode("*", forKey: .published)
      case .rounded(let value): try fields.encode(value, forKey: .published)
      }
    case .roundingAudit(let published, let interval):
      try fields.encode(published, forKey: .published)
      try fields.encode([interval.lowerBound, interval.upperBound], forKey: .interval)
    case .derived(let title, let numerators):
      try fields.encodeIfPresent(title, forKey: .title)
      try fields.encode(numerators.map(Array.init) ?? [], forKey: .numerators)
      try fields.encode(numerators?.count ?? 0, forKey: .numeratorCount)
    }
  }
}
