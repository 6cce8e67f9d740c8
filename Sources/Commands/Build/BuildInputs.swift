import Dispatch
import Evidence
import FoundationEssentials
import Importers
import Places
import Store
import Synchronization

/// The files from which a workspace is built, each with the digest of its bytes.
struct BuildInputs: Equatable {
  /// Path below the folder of data sets and SHA-256, by path; the program's version beside them.
  private(set) var files: [String: String]
  /// Lengths in bytes, by path; none of what an earlier build was made from.
  private(set) var lengths: [String: Int] = [:]
  private static let program = "placewise"
  private static let day = "as-of"

  /// Reads and digests all files of data sets and catalogue.
  init(_ workspace: Workspace) throws {
    files = [Self.program: Placewise.version]
    var names: [String] = []
    for folder in Workspace.names(in: workspace.datasets) {
      names += Workspace.names(in: Workspace.join(workspace.datasets, folder))
        .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
    }
    let all = names
    let digests = Mutex<[Digest?]>(Array(repeating: nil, count: all.count))
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let digest = Digest(ofFile: Workspace.join(workspace.datasets, all[index]))
      digests.withLock { $0[index] = digest }
    }
    for (name, digest) in zip(all, digests.withLock { $0 }) {
      guard let digest else {
        throw ImportError(
          .unreadable, path: Workspace.join(workspace.datasets, name), "the file may not be read")
      }
      (files[name], lengths[name]) = (digest.sha256, digest.length)
    }
  }

  /// What is known of the bytes of a file.
  private struct Digest {
    let sha256: String
    let length: Int

    /// Reads the file; nil where it may not be read, or is a pipe or device, which may have no end.
    init?(ofFile path: String) {
      let target = URL(filePath: path).resolvingSymlinksInPath().path
      guard let length = RegularFile.size(target), let sha256 = try? SHA256.hex(ofFile: path)
      else { return nil }
      (self.sha256, self.length) = (sha256, length)
    }
  }

  /// What an earlier build was made from.
  init(reading connection: borrowing Connection) throws {
    let statement = try connection.prepare("SELECT path, sha256 FROM build_input")
    var files: [String: String] = [:]
    while try statement.step() { files[statement.text(0)] = statement.text(1) }
    self.files = files
  }

  /// Takes the bytes that a file will have.
  mutating func set(_ path: String, to bytes: [UInt8]) {
    files[path] = SHA256.hex(of: bytes)
    lengths[path] = bytes.count
  }

  /// The same files as known on a day.
  func known(on day: Day?) -> BuildInputs {
    var inputs = self
    inputs.files[Self.day] = day?.iso
    return inputs
  }

  /// The paths of the files, in the order of their bytes.
  var paths: [String] {
    lengths.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The digests of a data set's or the catalogue's files that two builds do not share, by path.
  func differences(from other: BuildInputs) -> Set<String> {
    let paths = Set(files.keys).union(other.files.keys)
    return paths.filter { files[$0] != other.files[$0] }
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

  /// Equal where the same bytes stand under the same paths.
  static func == (left: BuildInputs, right: BuildInputs) -> Bool { left.files == right.files }
}
