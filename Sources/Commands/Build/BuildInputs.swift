import Dispatch
import FoundationEssentials
import Importers
import Store
import Synchronization

/// The files from which a workspace is built, each with the digest of its bytes.
struct BuildInputs: Equatable {
  /// Path below the workspace's folder and SHA-256, by path.
  let files: [String: String]

  /// Reads and digests all files of data sets and catalogue.
  init(_ workspace: Workspace) throws {
    var names: [String] = []
    for folder in Workspace.names(in: workspace.datasets) {
      names += Workspace.names(in: Workspace.join(workspace.datasets, folder))
        .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
    }
    let all = names
    let digests = Mutex<[String?]>(Array(repeating: nil, count: all.count))
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let path = Workspace.join(workspace.datasets, all[index])
      let digest = (try? Data(contentsOf: URL(filePath: path))).map { SHA256.hex(of: [UInt8]($0)) }
      digests.withLock { $0[index] = digest }
    }
    var files: [String: String] = ["placewise": Placewise.version]
    for (name, digest) in zip(all, digests.withLock { $0 }) {
      guard let digest else {
        throw ImportError(
          .unreadable, path: Workspace.join(workspace.datasets, name), "the file may not be read")
      }
      files[name] = digest
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
