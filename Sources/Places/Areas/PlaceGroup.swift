/// A set of places with a name: a place that others belong to, or a comparison group.
public struct PlaceGroup: Hashable, Sendable {
  /// The code: that of a place, or a slug such as `core-cities`.
  public let code: String

  /// The name for reports.
  public let name: String

  /// The kind of the place, or `comparison`, `footprint`, `kind`.
  public let kind: String

  /// What a reader should know of the group, shown where it is used.
  public let note: String?

  /// Makes a group from its row.
  public init(code: String, name: String, kind: String, note: String? = nil) {
    self.code = code
    self.name = name
    self.kind = kind
    self.note = note
  }
}

extension PlaceGroup {
  /// What `kind` says of a footprint.
  static let footprint = "footprint"

  /// True for the ground of an old county.
  public var isFootprint: Bool { kind == Self.footprint }

  /// The place that a footprint is: it has figures of its own, and no council.
  var ground: Place {
    Place(
      code: code, name: "\(name) footprint", kind: .footprint, tier: .area, country: "E92000001",
      note: note)
  }
}
