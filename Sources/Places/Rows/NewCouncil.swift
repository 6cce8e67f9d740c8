/// A council that the law sets up for a day to come, on the ground of a footprint.
///
/// It stands apart from places: it has no figures, and no code until one is published. Once it has
/// begun its row moves to the places, their successors and the groups.
public struct NewCouncil: Hashable, Sendable {
  /// The name.
  public let name: String

  /// What kind of council it will be.
  public let kind: PlaceKind

  /// The day on which it begins.
  public let startsOn: Day

  /// The code of the footprint that it lies in.
  public let footprint: String

  /// The code, once it is published.
  public let code: String?

  /// The codes of the councils that go over to it in whole.
  public let takesOver: [String]

  /// Who says so.
  public let source: String

  /// What a reader should know.
  public let note: String?

  /// Makes the row.
  public init(
    name: String, kind: PlaceKind, startsOn: Day, footprint: String, code: String? = nil,
    takesOver: [String] = [], source: String, note: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.startsOn = startsOn
    self.footprint = footprint
    self.code = code
    self.takesOver = takesOver
    self.source = source
    self.note = note
  }
}
