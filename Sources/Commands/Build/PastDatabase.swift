import FoundationEssentials
import Places
import Store

/// The database as it would have been built on a day, made aside for one question.
enum PastDatabase {
  /// Builds it from the data sets and what the user imported, in a folder of its own.
  ///
  /// - Returns: the path; the folder is to be removed by `remove`.
  static func make(
    _ workspace: Workspace, on day: Day?, acceptsChanges: Bool = false, console: Console
  ) throws -> String {
    let locked = try LockedInputs(workspace, acceptsChanges: acceptsChanges, console: console)
    let folder = try TemporaryFolder.make(for: "past")
    let path = "\(folder)/placewise.db"
    do {
      let connection = try Database.make(path)
      let isThere = FileManager.default.fileExists(atPath: workspace.database)
      var build = DatabaseBuild(workspace: workspace, console: console)
      build.asOf = day
      build.acceptsChanges = acceptsChanges
      _ = try build.fill(
        connection, inputs: locked.inputs,
        carryingFrom: day == nil || !isThere ? nil : workspace.database)
    } catch {
      remove(path)
      throw error
    }
    return path
  }

  /// Opens it for reading; nothing is left behind when the connection is closed.
  static func open(_ workspace: Workspace, on day: Day, console: Console) throws -> Connection {
    let path = try make(workspace, on: day, console: console)
    // An open file stays readable after its name is gone.
    defer { remove(path) }
    return try Database.open(path, .readOnly)
  }

  /// Removes the folder of a database that was made.
  static func remove(_ path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try? FileManager.default.removeItem(atPath: folder.joined(separator: "/"))
  }
}
