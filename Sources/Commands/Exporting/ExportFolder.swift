import FoundationEssentials
import Store

/// A folder that an export writes: it appears whole, or not at all.
///
/// The files are written into a folder aside, which takes the name at the end; a run that is killed
/// leaves what stood there before. A folder that holds something else than an earlier export is
/// refused, and files in an earlier export that no export writes stay.
struct ExportFolder {
  /// The folder.
  let path: String
  /// The first words of the page in every export, by which it is known.
  static let mark = "# Placewise export"

  /// Writes an export.
  ///
  /// - Parameter fill: writes the files with the writer that it is given.
  /// - Returns: how many files there are and how many bytes they hold.
  /// - Throws: `CommandFailure` with code 2 where the folder holds something else.
  func write(
    _ fill: (inout ExportWriter) throws -> Void
  ) throws -> (files: Int, bytes: Int) {
    try refuseForeign()
    return try Interruption.deferring {
      var replacement = try DirectoryReplacement(path: path)
      var writer = ExportWriter(folder: replacement.temporaryPath)
      try fill(&writer)
      try replacement.carryOver { !Self.isOwn($0) }
      try Interruption.check()
      try replacement.swap()
      try replacement.commit()
      return (writer.files, writer.bytes)
    }
  }

  private func refuseForeign() throws {
    let names =
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { name in
        !name.hasPrefix(".placewise-")
      }
    guard !names.isEmpty else { return }
    let page = (try? Data(contentsOf: URL(filePath: "\(path)/README.md"))) ?? Data()
    guard [UInt8](page.prefix(Self.mark.utf8.count)) == Array(Self.mark.utf8) else {
      throw CommandFailure(
        .usage,
        "\(path): the folder is not empty and holds no earlier export; name a new or an empty one")
    }
  }

  private static let ownFiles: Set<String> = [
    "README.md", "datapackage.json", "schema.sql", "load.sql", "metadata.json", "placewise.db",
  ]
  private static let ownFolders = ["values", "data"]

  /// True for a path that one of the exports writes.
  static func isOwn(_ path: String) -> Bool {
    if ownFiles.contains(path) || ownFolders.contains(path) { return true }
    let parts = path.split(separator: "/")
    let isInside = parts.count == 2 && ownFolders.contains(String(parts[0]))
    let isOurs = [".csv", ".csv-metadata.json", ".copy"].contains { path.hasSuffix($0) }
    return isOurs
      && (isInside
        || parts.count == 1
          && ["places.", "indicators.", "sources."].contains(where: path.hasPrefix))
  }
}

/// Writes the files of an export into the folder aside.
struct ExportWriter {
  /// The folder aside.
  let folder: String
  /// How many files were written.
  private(set) var files = 0
  /// How many bytes they hold.
  private(set) var bytes = 0

  init(folder: String) { self.folder = folder }

  /// Makes a folder.
  func make(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
  }

  /// Writes a file.
  mutating func write(_ content: [UInt8], to path: String) throws {
    try Interruption.check()
    try PlainFile.write(content, to: "\(folder)/\(path)")
    count(content.count)
  }

  /// Writes a text.
  mutating func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Counts a file that was written by other means.
  mutating func count(_ size: Int) {
    files += 1
    bytes += size
  }
}
