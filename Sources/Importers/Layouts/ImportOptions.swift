import Evidence

/// What the user or the package file says of a file that the file itself does not.
public struct ImportOptions: Hashable, Sendable {
  /// The layout's name, where it is not to be recognised.
  public var layout: String?
  /// The one place that all rows are about.
  public var place: String?
  /// The period that all rows refer to.
  public var period: Period?
  /// The scale of the money in the file.
  public var scale: Money.Scale?
  /// The day of publication, ISO.
  public var published: String?
  /// Which column holds what, for the layout `mapped`.
  public var columns: [String: String] = [:]
  /// The part of a layout that has several, such as `places`.
  public var part: String?
  /// A measure's id, for layouts whose file does not name it.
  public var measure: String?

  /// Makes empty options.
  public init() {}
}
