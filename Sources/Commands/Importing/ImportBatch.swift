import Evidence
import Importers
import Places
import Store

/// Files that are loaded together: in one transaction, or each in its own.
struct ImportBatch {
  let importer: FileImporter
  let isDryRun: Bool
  let keepsGoing: Bool
  let session: Session

  /// Loads the files into the database, which is made where there is none.
  func run(_ paths: [String]) throws -> ExitCode {
    if session.hasDatabase {
      let connection = try Database.open(session.workspace.database, .readWrite)
      return try load(paths, connection).code
    }
    guard !isDryRun else {
      let connection = try Connection.memory()
      try Database.migrator.migrate(connection)
      try found(connection)
      return try load(paths, connection).code
    }
    let replacement = try DatabaseReplacement(path: session.workspace.database)
    let result = try make(replacement.temporaryPath, paths)
    // Without a file loaded there is nothing that a database would be needed for.
    guard result.hasLoaded else { return result.code }
    guard !session.hasDatabase else {
      throw CommandFailure(
        .databaseRefused,
        "\(session.workspace.database): another command made it meanwhile; import the files again")
    }
    try replacement.commit()
    session.console.say("made \(session.workspace.database)")
    return result.code
  }

  private func make(_ path: String, _ paths: [String]) throws -> Result {
    let connection = try Database.make(path)
    try found(connection)
    return try load(paths, connection)
  }

  /// Lays the ground of a new database: places and measures.
  private func found(_ connection: borrowing Connection) throws {
    let (_, rows) = try Datasets(session.workspace).register()
    try connection.transaction {
      try RegisterWriter.write(rows, to: connection)
      try Loader(connection).define(importer.inputs.measures)
      try Database.writeDigests(connection)
    }
  }

  private struct Result {
    var code = ExitCode.done
    var hasLoaded = false
  }

  private func load(_ paths: [String], _ connection: borrowing Connection) throws -> Result {
    var tally = Tally()
    let sizes = paths.map { RegularFile.size($0) ?? 0 }
    let progress = Progress(
      "import", total: sizes.reduce(0, +), counting: .bytes, console: session.console)
    var passed = 0
    defer { progress.finish() }
    try connection.begin()
    do {
      let ahead = FilesAhead(paths, importer.inputs, importer.reading)
      for (index, path) in paths.enumerated() {
        let found = ahead.take(index)
        do { try Interruption.check() } catch {
          // What was settled stays; otherwise nothing was changed.
          guard keepsGoing, tally.hasStored else { throw error }
          tally.stop = error
          break
        }
        try take(path, found, connection, &tally) { progress.add($0, path) }
        passed += sizes[index]
        progress.reach(passed, path)
      }
      if tally.refusals.isEmpty || keepsGoing { try settle(tally, connection) }
      connection.rollback()
    } catch {
      connection.rollback()
      if keepsGoing, tally.hasStored { try? settle(tally, connection) }
      throw error
    }
    progress.finish()
    return report(tally, of: paths.count)
  }

  /// What became of the files so far.
  private struct Tally {
    var imported: [ImportedFile] = []
    var refusals: [CommandFailure] = []
    var stop: CommandFailure?
    var hasStored: Bool { imported.contains(where: \.isStored) }
  }

  /// Loads one file; with `--keep-going` its transaction ends with it.
  private func take(
    _ path: String, _ ahead: FileReading?, _ connection: borrowing Connection,
    _ tally: inout Tally, onRead: @escaping @Sendable (Int) -> Void
  ) throws {
    do {
      tally.imported.append(
        try importer.load(path, connection, ahead: ahead, onRead: onRead))
    } catch let refusal where CommandFailure(refusal).code == .inputRefused {
      tally.refusals.append(CommandFailure(refusal))
      if keepsGoing {
        connection.rollback()
        try connection.begin()
      }
      return
    }
    guard keepsGoing, !isDryRun else { return }
    // Digests take a look at all figures: of files that end one by one, once behind the last.
    try ImportMarks.clear(connection)
    try connection.commit()
    try connection.begin()
  }

  /// Ends the last transaction with what other commands go by.
  private func settle(_ tally: Tally, _ connection: borrowing Connection) throws {
    guard !isDryRun, tally.hasStored else { return }
    if !connection.isInTransaction { try connection.begin() }
    // A digest taken while loading holds only where no other file changed the table after it.
    let digest = tally.imported.count == 1 ? tally.imported.first?.digest : nil
    try ImportMarks.write(connection, known: digest)
    if !keepsGoing { try Interruption.check() }
    try connection.commit()
  }

  private func report(
    _ tally: Tally, of count: Int
  ) -> Result {
    let (imported, refusals) = (tally.imported, tally.refusals)
    let console = session.console
    let isKept = refusals.isEmpty || keepsGoing
    if isKept {
      for file in imported { file.report(to: console, isDryRun: isDryRun) }
    }
    for refusal in refusals { console.fail(refusal.message) }
    var result = Result()
    result.hasLoaded = isKept && !isDryRun && imported.contains(where: \.isStored)
    if let stop = tally.stop {
      console.fail("stopped before the end; the files named above were loaded")
      result.code = stop.code
      return result
    }
    if !refusals.isEmpty {
      let others = isKept && !imported.isEmpty
      console.say(
        others
          ? "\(refusals.count) of \(count) files were refused; the others were loaded"
          : count > 1
            ? "\(refusals.count) of \(count) files were refused; nothing was loaded"
            : "nothing was loaded")
      // Exit 3 says that the database has changed; after any other it has not.
      result.code = others ? .rejects : .inputRefused
      return result
    }
    if imported.contains(where: { $0.ledger.rejected > 0 }) { result.code = .rejects }
    if isDryRun {
      console.say("dry run: nothing was loaded")
    } else if result.hasLoaded {
      console.say("run 'placewise build' to compute indicators and reports with it")
    }
    return result
  }
}
