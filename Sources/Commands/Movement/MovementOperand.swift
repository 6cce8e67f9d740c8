import FoundationEssentials
import Places
import Store

/// One of the two things that `diff` compares.
enum MovementOperand {
  /// A database; one that was made for the comparison is removed after it.
  case database(path: String, isTemporary: Bool)
  /// A folder of reports.
  case reports(String)

  /// What a text names: a day, a database, a workspace or a folder of reports.
  ///
  /// - Throws: `CommandFailure` with code 2 for anything else.
  init(_ text: String, _ session: Session) throws {
    let accepts = session.arguments.isSet("--update-lock")
    if let day = Day(text) {
      let path = try PastDatabase.make(
        session.workspace, on: day, acceptsChanges: accepts, console: session.console)
      self = .database(path: path, isTemporary: true)
      return
    }
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: text, isDirectory: &isFolder)
    let workspace = Workspace(folder: text)
    if isThere, !isFolder {
      self = .database(path: text, isTemporary: false)
    } else if isFolder, workspace.exists {
      let path = try PastDatabase.make(
        workspace, on: nil, acceptsChanges: accepts, console: session.console)
      self = .database(path: path, isTemporary: true)
    } else if let folder = [text, workspace.reports].first(where: Self.hasTables) {
      self = .reports(folder)
    } else {
      throw CommandFailure(
        .usage,
        "found '\(text)', expected a database, a day such as 2025-01-31, a workspace or a folder of "
          + "reports (with 'tables' in it)")
    }
  }

  private static func hasTables(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: Workspace.join(folder, "tables"))
  }

  /// The database, or nil for a folder of reports.
  func side() throws -> MovementSide? {
    guard case .database(let path, _) = self else { return nil }
    return try MovementSide(path)
  }

  /// Removes what was made for the comparison.
  func remove() {
    if case .database(let path, isTemporary: true) = self { PastDatabase.remove(path) }
  }
}
