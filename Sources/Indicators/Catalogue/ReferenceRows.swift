/// A word that reports use, with its meaning.
public struct GlossaryTerm: Hashable, Sendable {
  /// The word.
  public let term: String
  /// What it means.
  public let meaning: String

  /// Makes an entry.
  public init(term: String, meaning: String) {
    self.term = term
    self.meaning = meaning
  }
}

/// A publication that comes again: when, for what, and where to fetch it.
public struct ScheduledRelease: Hashable, Sendable {
  /// The publication.
  public let release: String
  /// Its publisher.
  public let publisher: String
  /// When it usually comes.
  public let usual: String
  /// What it then covers.
  public let covers: String
  /// Where it is found: a web address.
  public let address: String

  /// Makes an entry.
  public init(release: String, publisher: String, usual: String, covers: String, address: String) {
    self.release = release
    self.publisher = publisher
    self.usual = usual
    self.covers = covers
    self.address = address
  }
}
