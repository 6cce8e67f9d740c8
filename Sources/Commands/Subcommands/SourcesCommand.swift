import Evidence
import Places
import Store

/// `placewise sources`: what was loaded, with the loss ledger of each file.
enum SourcesCommand: Command {
  static let spec = CommandSpec(
    "sources", "list what was loaded and what became of every row",
    options: [
      DayArgument.option,
      .init(
        "--freshness",
        "how old each data set's newest release is; exit 1 where one is overdue on --as-of DATE"),
      .init("--user", "only files that were imported by hand"),
      .init("--checks", "what did not agree among the figures of each file, one row for each"),
    ],
    examples: [
      "placewise sources", "placewise sources --checks",
      "placewise sources --freshness --as-of 2026-11-01",
      "placewise sources --format csv -o sources.csv",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    _ = try OutputStyle(arguments)
    let asOf = try DayArgument.asOf(arguments)
    let isOverdue = try DatasetFreshness.tell(session.workspace, on: asOf, session.console)
    if arguments.isSet("--freshness") {
      try session.write(
        DatasetFreshness.grid(try DatasetFreshness.all(session.workspace, on: asOf)))
      if asOf == nil {
        session.console.say("ages are counted to the day that is given with --as-of DATE")
      }
      return isOverdue ? .checkFailed : .done
    }
    let connection = try session.openDatabase()
    var sources = try EvidenceReader.sources(connection)
    if arguments.isSet("--user") { sources = sources.filter(\.source.isUsersOwn) }
    let checks = try EvidenceReader.checks(connection)
    if arguments.isSet("--checks") {
      try session.write(list(checks, sources))
      return .done
    }
    var grid = Grid([
      "source", "dataset", "path", "origin", "layout", "published", "rows_read", "rows_loaded",
      "rows_rejected", "rows_skipped", "skipped", "publisher", "title", "sha256", "checks",
      "age_days",
    ])
    for stored in sources {
      let file = stored.source
      grid.append([
        .int(stored.id), .words(file.dataset), .words(file.path),
        .text(file.isUsersOwn ? "user" : "dataset"), .words(file.layout), .words(file.published),
        .int(stored.rows.read), .int(stored.rows.loaded), .int(stored.rows.rejected),
        .int(stored.rows.skipped), .words(stored.skipped), .words(file.publisher),
        .words(file.title), .words(file.sha256),
        .int(checks.filter { $0.source == stored.id }.reduce(0) { $0 + $1.count }),
        age(of: file, on: asOf).map { .int($0) } ?? .empty,
      ])
    }
    try session.write(grid)
    session.console.say(LedgerTotal(sources).sentence)
    return isOverdue ? .checkFailed : .done
  }

  /// Days from a file's publication to a day.
  private static func age(of file: Source, on day: Day?) -> Int? {
    guard let day, let published = Day(file.published) else { return nil }
    return day.days(since: published)
  }

  /// What did not agree, by source.
  private static func list(
    _ checks: [EvidenceReader.Check], _ sources: [StoredSource]
  ) -> Grid {
    var grid = Grid(["source", "path", "line", "check"])
    for stored in sources {
      for check in checks where check.source == stored.id {
        grid.append([
          .int(stored.id), .words(stored.source.path), .int(check.line), .words(check.text),
        ])
      }
    }
    return grid
  }
}

/// The rows of several files taken together.
struct LedgerTotal {
  private var (files, read, loaded, rejected, skipped) = (0, 0, 0, 0, 0)

  init(_ sources: [StoredSource]) {
    for stored in sources {
      files += 1
      read += stored.rows.read
      loaded += stored.rows.loaded
      rejected += stored.rows.rejected
      skipped += stored.rows.skipped
    }
  }

  /// The identity in words.
  var sentence: String {
    "\(Plural.of(files, "file")): \(read) rows read = \(loaded) loaded + \(rejected) rejected + \(skipped) skipped"
  }
}
