/// A set of places with a name: a place that others belong to, or a comparison group.
public struct PlaceGroup: Hashable, Sendable {
  /// The code: that of a place, or a slug such as `core-cities`.
  public let code: String

  /// The name for reports.
  public let name: String

  /// The kind of the place, or `comparison`, `footprint`, `kind`.
  public let kind: String

  /// Makes a group from its row.
  public init(code: String, name: String, kind: String) {
    self.code = code
    self.name = name
    self.kind = kind
  }
}
