import Evidence

/// A row of the table of sources: the files of one release, or of a run of quarterly releases.
struct SourceRelease {
  private let sources: [Source]
  private let isRun: Bool

  /// How many releases of one table make a run that is told in one row.
  static let fewest = 3

  /// Files of one release together, in the order in which they were loaded.
  static func all(_ sources: [Source]) -> [SourceRelease] {
    var releases: [[Source]] = []
    var positions: [String: Int] = [:]
    for source in sources {
      if let at = positions[source.title] {
        releases[at].append(source)
      } else {
        positions[source.title] = releases.count
        releases.append([source])
      }
    }
    return runs(releases)
  }

  /// Joins releases whose titles differ in their middle clause only: `Statutory homelessness, July to
  /// September 2025, table TA1`.
  private static func runs(_ releases: [[Source]]) -> [SourceRelease] {
    let keys = releases.map { run(of: $0[0]) }
    var made: [SourceRelease] = []
    var told: Set<String> = []
    for (index, release) in releases.enumerated() {
      let same = keys.indices.filter { !keys[index].isEmpty && keys[$0] == keys[index] }
      guard same.count >= fewest else {
        made.append(SourceRelease(sources: release, isRun: false))
        continue
      }
      guard told.insert(keys[index]).inserted else { continue }
      made.append(SourceRelease(sources: same.flatMap { releases[$0] }, isRun: true))
    }
    return made
  }

  /// What the titles of a run have in common; `""` for a title of fewer clauses.
  private static func run(of source: Source) -> String {
    let clauses = source.title.split(separator: ",")
    guard clauses.count == 3, let first = clauses.first, let last = clauses.last else { return "" }
    return "\(source.publisher)|\(first)|\(last)"
  }

  /// The publisher.
  var publisher: String { sources[0].publisher }

  /// The title; of a run its first and last release.
  var title: String {
    guard isRun, let last = sources.last else { return sources[0].title }
    let first = Self.clauses(sources[0])
    let end = Self.clauses(last)
    return "\(first[0]), \(first[2]): \(first[1]) and later releases to \(end[1])"
  }

  /// The day of publication; of a run that of its latest.
  var published: String {
    guard let day = sources.map(\.published).max(), !day.isEmpty else {
      return "not stated in the file"
    }
    return isRun ? "latest \(day)" : day
  }

  /// The files, each with the first digits of its digest.
  var files: [String] {
    sources.map { source in
      let name = source.path.split(separator: "/").last.map(String.init) ?? ""
      return "\(name) \(source.sha256.prefix(8))"
    }
  }

  private static func clauses(_ source: Source) -> [String] {
    source.title.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
