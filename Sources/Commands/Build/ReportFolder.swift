import FoundationEssentials
import Reporter
import Store

/// The folder of reports and the list of its files with their digests.
enum ReportFolder {
  /// Writes all files below a folder and notes their digests.
  static func write(
    _ reports: ReportSet, to folder: String, _ connection: borrowing Connection
  ) throws {
    let insert = try connection.prepare("INSERT INTO build_output VALUES (?, ?)")
    var made: Set<String> = []
    try reports.forEach { file in
      let parent = try SafePath.check(file).split(separator: "/").dropLast().joined(separator: "/")
      if made.insert(parent).inserted {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(parent)", withIntermediateDirectories: true)
      }
      try PlainFile.write(file.bytes, to: "\(folder)/\(file.path)")
      try insert.bind(file.path, at: 1)
      try insert.bind(SHA256.hex(of: file.bytes), at: 2)
      try insert.run()
    }
  }

  /// True where the database was built from these inputs and the reports are as it wrote them.
  static func isCurrent(_ workspace: Workspace, _ inputs: BuildInputs) throws -> Bool {
    guard FileManager.default.fileExists(atPath: workspace.database),
      let connection = try? Database.open(workspace.database, .readOnly),
      try BuildInputs(reading: connection) == inputs
    else { return false }
    let statement = try connection.prepare("SELECT path, sha256 FROM build_output ORDER BY path")
    var known: Set<String> = []
    while try statement.step() {
      let path = statement.text(0)
      known.insert(path)
      guard
        let data = try? Data(contentsOf: URL(filePath: Workspace.join(workspace.reports, path))),
        SHA256.hex(of: [UInt8](data)) == statement.text(1)
      else { return false }
    }
    return !known.isEmpty
  }
}
