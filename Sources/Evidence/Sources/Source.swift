/// A file that was loaded, and what is known of its publication.
public struct Source: Hashable, Sendable {
  /// The data set's name: a folder of `datasets/`, or the file's own name for a user's file.
  public var dataset: String
  /// The path in the workspace, or as the user gave it.
  public var path: String
  /// SHA-256 of the bytes, in hexadecimal.
  public var sha256: String
  /// Length in bytes.
  public var bytes: Int
  /// Who published the figures.
  public var publisher: String
  /// The publication's title.
  public var title: String
  /// The licence's short name.
  public var licence: String
  /// Where it was published.
  public var url: String
  /// The day of publication as ISO text, `""` where the file does not say.
  public var published: String
  /// The layout by which it was read.
  public var layout: String
  /// True for a file that the user imported, which stays through every build.
  public var isUsersOwn: Bool

  /// Makes a source.
  public init(
    dataset: String, path: String, sha256: String, bytes: Int, publisher: String = "",
    title: String = "", licence: String = "", url: String = "", published: String = "",
    layout: String, isUsersOwn: Bool = false
  ) {
    self.dataset = dataset
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.publisher = publisher
    self.title = title
    self.licence = licence
    self.url = url
    self.published = published
    self.layout = layout
    self.isUsersOwn = isUsersOwn
  }
}

/// A row, or a cell of one, that was not understood, with what it said.
public struct Reject: Hashable, Sendable {
  /// The line of the file, 1-based.
  public let line: Int
  /// The column of the file, 1-based; 0 where the whole row is meant.
  public let field: Int
  /// Why, in one sentence: what was found and what was expected.
  public let reason: String
  /// The raw text.
  public let raw: String

  /// Makes a reject.
  public init(line: Int, field: Int, reason: String, raw: String) {
    self.line = line
    self.field = field
    self.reason = reason
    self.raw = raw
  }
}

/// Something worth saying about a file: a repair, a column not used, a total that differs.
public struct Note: Hashable, Sendable {
  /// The line of the file, 1-based; 0 for the file as a whole.
  public let line: Int
  /// What is to be said, in one sentence.
  public let text: String

  /// Makes a note.
  public init(line: Int, _ text: String) {
    self.line = line
    self.text = text
  }
}
