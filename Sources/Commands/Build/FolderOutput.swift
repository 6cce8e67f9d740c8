import FoundationEssentials
import Reporter
import Store

/// A folder of files that appears whole: what stood there before is kept or replaced in one step.
enum FolderOutput {
  /// Writes files to a folder beside what else is in it.
  static func write(_ files: [ReportFile], to folder: String) throws {
    var replacement = try DirectoryReplacement(path: folder)
    for file in files {
      let path = "\(replacement.temporaryPath)/\(try SafePath.check(file))"
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
