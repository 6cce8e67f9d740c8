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
    var imported: [ImportedFile] = []
    var refusals: [CommandFailure] = []
    let progress = Progress("import", total: paths.count, console: session.console)
    defer { progress.finish() }
    try connection.begin()
    do {
      for path in paths {
        try Interruption.check()
        do {
          imported.append(try importer.load(path, connection))
          if keepsGoing { try settle(imported.suffix(1), connection) }
        } catch let refusal where CommandFailure(refusal).code == .inputRefused {
          refusals.append(CommandFailure(refusal))
          if keepsGoing { connection.rollback() }
        }
        if keepsGoing { try connection.begin() }
        progress.step(path)
      }
      if refusals.isEmpty, !keepsGoing { try settle(imported[...], connection) }
      connection.rollback()
    } catch {
      connection.rollback()
      throw error
    }
    progress.finish()
    return report(imported, refusals, of: paths.count)
  }

  /// Ends a transaction: committed with what other commands go by, or taken back in a dry run.
  private func settle(
    _ files: ArraySlice<ImportedFile>, _ connection: borrowing Connection
  ) throws {
    guard !isDryRun else { return connection.rollback() }
    if files.contains(where: \.isStored) {
      // Another file after it would have changed the table again.
      let digest = files.count == 1 ? files.first?.digest : nil
      try ImportMarks.write(connection, known: digest)
    }
    try Interruption.check()
    try connection.commit()
  }

  private func report(
    _ imported: [ImportedFile], _ refusals: [CommandFailure], of count: Int
  ) -> Result {
    let console = session.console
    let isKept = refusals.isEmpty || keepsGoing
    if isKept {
      for file in imported { file.report(to: console, isDryRun: isDryRun) }
    }
    for refusal in refusals { console.fail(refusal.message) }
    var result = Result()
    result.hasLoaded = isKept && !isDryRun && imported.contains(where: \.isStored)
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
