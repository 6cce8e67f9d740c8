import Places

/// Police, fire, waste, transport and combined authorities, and the councils each one serves.
public struct Bodies: Sendable {
  /// A body over a time.
  public struct Row: Hashable, Sendable {
    /// The body's code.
    public let body: String
    /// The services it runs.
    public let services: [String]
    /// The councils whose areas it serves.
    public let members: Set<String>
    /// When it did.
    public let validity: Validity

    /// Makes a row.
    public init(body: String, services: [String], members: Set<String>, validity: Validity) {
      self.body = body
      self.services = services
      self.members = members
      self.validity = validity
    }
  }

  /// All rows.
  public let rows: [Row]

  /// Makes a list of bodies.
  public init(_ rows: [Row]) { self.rows = rows }

  /// The bodies that serve any of some councils on a day, and whether they serve others as well.
  public func serving(_ councils: Set<String>, on day: Day) -> [(body: String, isWider: Bool)] {
    var found: [String: Bool] = [:]
    for row in rows where row.validity.contains(day) && !row.members.isDisjoint(with: councils) {
      found[row.body] = (found[row.body] ?? false) || !row.members.isSubset(of: councils)
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
