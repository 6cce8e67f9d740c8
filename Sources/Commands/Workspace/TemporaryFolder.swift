import FoundationEssentials

/// Folders for what is needed only while a command runs.
enum TemporaryFolder {
  /// Makes an empty folder of its own; whoever asked removes it.
  ///
  /// - Throws: `CommandFailure` with code 6 where none can be made.
  static func make(for purpose: String) throws -> String {
    let parent = FileManager.default.temporaryDirectory.path
    let folder = Workspace.join(parent, "placewise-\(purpose)-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(
        .outputFailed,
        "\(parent): no temporary folder can be made here; name one that may be written to in the "
          + "variable TMPDIR")
    }
    return folder
  }
}
