import Places

/// Which kind of council runs which service, from when.
public struct Duties: Sendable {
  /// A kind of council and a service that it runs.
  public struct Row: Hashable, Sendable {
    /// The service's key, as in measures: `asc`.
    public let service: String
    /// The kind of council.
    public let kind: PlaceKind
    /// `all` of the service in its area, `part` of it, or `some` councils of the kind.
    public let role: String
    /// When it held.
    public let validity: Validity

    /// Makes a row.
    public init(service: String, kind: PlaceKind, role: String, validity: Validity) {
      self.service = service
      self.kind = kind
      self.role = role
      self.validity = validity
    }
  }

  private let rows: [String: [PlaceKind: [Row]]]

  /// Makes a list of duties.
  public init(_ rows: [Row]) {
    self.rows = Dictionary(grouping: rows, by: \.service)
      .mapValues { Dictionary(grouping: $0, by: \.kind) }
  }

  /// The rows of a service by kind of council, or nil where there are none.
  func rows(of service: String) -> [PlaceKind: [Row]]? { rows[service] }

  /// True where a kind of council runs a service, or part of it, on a day; unknown services count.
  public func holds(_ service: String, _ kind: PlaceKind, on day: Day) -> Bool {
    guard let kinds = rows[service] else { return true }
    return kinds[kind]?.contains { $0.validity.contains(day) } ?? false
  }
}
