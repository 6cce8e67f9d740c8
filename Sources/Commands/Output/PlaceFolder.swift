import FoundationEssentials
import Reporter
import Store

/// A place's files in a folder that the user names: what else stands there is kept.
enum PlaceFolder {
  /// Writes the files, all or none.
  static func write(_ files: [ReportFile], to folder: String) throws {
    var replacement = try DirectoryReplacement(path: folder)
    for file in files {
      let path = "\(replacement.temporaryPath)/\(file.path)"
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try FileManager.default.createDirectory(
        atPath: parent.joined(separator: "/"), withIntermediateDirectories: true)
      try PlainFile.write(file.bytes, to: path)
    }
    try replacement.carryOver()
    try replacement.swap()
    try replacement.commit()
  }
}
