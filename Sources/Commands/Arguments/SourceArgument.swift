import Evidence
import Store

/// What the word SOURCE means on a command line: an identifier, a path or a data set's name.
enum SourceArgument {
  /// Said in the help of the commands that take a source.
  static let help = "its number, path or data set (see 'placewise sources')"

  /// The sources that a text means: one, or all of a data set.
  ///
  /// - Throws: `CommandFailure` with code 2 where there is none.
  static func resolve(_ text: String, _ connection: borrowing Connection) throws -> [StoredSource] {
    let all = try EvidenceReader.sources(connection)
    if let id = Int(text) {
      let found = all.filter { $0.id == id }
      if !found.isEmpty { return found }
    }
    for match in [
      all.filter { $0.source.path == text }, all.filter { $0.source.dataset == text },
      all.filter { $0.source.path.hasSuffix("/" + text) },
    ] where !match.isEmpty {
      return match
    }
    let words = all.map(\.source.path) + all.map(\.source.dataset)
    let hint = Nearest.of(text, among: words).map { "did you mean '\($0)'?" }
    throw CommandFailure(
      .usage,
      "no source has the number, path or data set '\(text)'; "
        + (hint ?? "'placewise sources' lists all"))
  }
}
