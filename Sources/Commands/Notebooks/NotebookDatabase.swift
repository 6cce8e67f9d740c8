import FoundationEssentials
import Store

/// The database that notebooks are run against.
///
/// A run takes the one that there is. A check compares with the data sets alone: with the database
/// where it was built from them and nothing else, or with one that is built in a temporary folder and
/// leaves nothing. A database that is named on the command line is taken as it is.
struct NotebookDatabase {
  let session: Session

  /// Does something with the database.
  func use<Result>(isCheck: Bool, _ body: (Session) throws -> Result) throws -> Result {
    let workspace = session.workspace
    guard isCheck, session.arguments.value("--db") == nil else {
      if session.hasDatabase, try !isCurrent(ignoringUsers: true) {
        session.console.warn(
          "\(workspace.database) was built from other data sets than those in "
            + "\(workspace.datasets)/; run 'placewise build' first")
      }
      return try body(session)
    }
    if session.hasDatabase, try isCurrent(ignoringUsers: false) { return try body(session) }
    let folder = try TemporaryFolder.make(for: "notebook")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/placewise.db"
    try build(path)
    return try body(
      Session(
        console: session.console,
        workspace: Workspace(folder: workspace.folder, database: path),
        arguments: session.arguments))
  }

  private func build(_ path: String) throws {
    let connection = try Database.make(path)
    _ = try DatabaseBuild(workspace: session.workspace, console: session.console)
      .fill(connection, inputs: try BuildInputs(session.workspace), carryingFrom: nil)
  }

  /// True where the database was built from the data sets as they are, and from nothing else unless
  /// the user's own files are ignored.
  private func isCurrent(ignoringUsers: Bool) throws -> Bool {
    guard let connection = try? Database.open(session.workspace.database, .readOnly),
      session.workspace.exists,
      try BuildInputs(reading: connection) == BuildInputs(session.workspace)
    else { return false }
    if ignoringUsers { return true }
    return try connection.number("SELECT count(*) FROM source WHERE origin = 'user'") == 0
  }
}
