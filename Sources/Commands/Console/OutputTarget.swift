import FoundationEssentials

/// Where `-o` may lead: never onto what a build reads, nor over the ground it stands on.
struct OutputTarget {
  private let path: String
  private let workspace: Workspace

  /// Refuses an output that would put a table in the place of a database or a data set, or a folder
  /// that holds the workspace or the current folder and would be copied whole.
  ///
  /// - Throws: `CommandFailure` with code 2.
  static func check(_ arguments: Arguments, _ workspace: Workspace) throws {
    guard let path = arguments.value("--output") else { return }
    try OutputTarget(path: path, workspace: workspace).check()
  }

  private func check() throws {
    guard !path.isEmpty else {
      throw CommandFailure(.usage, "'--output' needs the name of a file or folder")
    }
    let target = Self.real(path)
    let data = Self.real(workspace.datasets)
    if Self.isBelow(data, target) {
      throw CommandFailure(
        .usage,
        "\(path): lies among the data sets that builds read; name a file elsewhere, or take a file "
          + "in with 'placewise adopt'")
    }
    if Self.isFolder(path) { return try checkFolder(target) }
    let database = Self.real(workspace.database)
    let besides = ["", "-journal", "-wal", "-shm"].map { database + $0 }
    if besides.contains(target) || Self.isDatabase(path) {
      throw CommandFailure(.usage, "\(path): is a database and would be lost; name another file")
    }
  }

  private func checkFolder(_ folder: String) throws {
    for held in [FileManager.default.currentDirectoryPath, workspace.folder, workspace.datasets] {
      guard Self.isBelow(folder, Self.real(held)) else { continue }
      throw CommandFailure(
        .usage,
        "\(path): holds more than the report, and is replaced as a whole; name a folder of its own, "
          + "such as \(Workspace.join(path, "report"))")
    }
  }

  /// True for a folder itself and all that is in it, by the bytes of the paths.
  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    let inside = folder.hasSuffix("/") ? folder : folder + "/"
    return path == folder || path.utf8.starts(with: inside.utf8)
  }

  /// The path without symbolic links, save one that is named itself: it is replaced, not followed.
  private static func real(_ path: String) -> String {
    let url = URL(filePath: path)
    if isFolder(path) { return plain(url.resolvingSymlinksInPath().path) }
    let parent = plain(url.deletingLastPathComponent().resolvingSymlinksInPath().path)
    return (parent == "/" ? "" : parent) + "/" + url.lastPathComponent
  }

  private static func plain(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: Bool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// True for an ordinary file, no link, that begins as every database of SQLite does.
  private static func isDatabase(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let handle = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    else { return false }
    return handle.prefix(16) == Data("SQLite format 3\u{0}".utf8)
  }
}
