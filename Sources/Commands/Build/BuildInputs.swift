import FoundationEssentials
import Importers
import Store

/// The files from which a workspace is built, each with the digest of its bytes.
struct BuildInputs: Equatable {
  /// Path below the workspace's folder and SHA-256, by path.
  let files: [String: String]

  /// Reads and digests all files of data sets and catalogue.
  init(_ workspace: Workspace) throws {
    var files: [String: String] = ["placewise": Placewise.version]
    for folder in Workspace.names(in: workspace.datasets) {
      let path = Workspace.join(workspace.datasets, folder)
      for name in Workspace.names(in: path) where name.hasSuffix(".csv") || name.hasSuffix(".json")
      {
        let file = Workspace.join(path, name)
        // A pipe or a device would have no end.
        let target = URL(filePath: file).resolvingSymlinksInPath().path
        guard TidyFile.size(ofFile: target) != nil, let digest = try? SHA256.hex(ofFile: file)
        else { throw ImportError(.unreadable, path: file, "the file may not be read") }
        files["\(folder)/\(name)"] = digest
      }
    }
    self.files = files
  }

  /// What an earlier build was made from.
  init(reading connection: borrowing Connection) throws {
    let statement = try connection.prepare("SELECT path, sha256 FROM build_input")
    var files: [String: String] = [:]
    while try statement.step() { files[statement.text(0)] = statement.text(1) }
    self.files = files
  }

  /// Writes the list.
  func write(_ connection: borrowing Connection) throws {
    let insert = try connection.prepare("INSERT INTO build_input VALUES (?, ?)")
    for (path, sha256) in files.sorted(by: { $0.key < $1.key }) {
      try insert.bind(path, at: 1)
      try insert.bind(sha256, at: 2)
      try insert.run()
    }
  }
}
