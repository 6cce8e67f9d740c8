import Evidence
import FoundationEssentials
import Importers
import Places
import Store

/// The data sets of a workspace: their package files and what those vouch for.
struct Datasets: Sendable {
  /// A file of a data set with how it is read.
  struct File: Sendable {
    let dataset: String
    /// The path below the workspace's folder.
    let path: String
    let package: DataPackage
    let resource: DataPackage.Resource
    let reading: DataPackage.Reading
  }

  let workspace: Workspace
  /// True where files may differ from what their package file vouches for.
  private let acceptsChanges: Bool
  /// All files that have a layout, by data set and resource.
  let files: [File]

  /// Reads the package files.
  ///
  /// - Throws: `ImportError` where one is not understood.
  init(_ workspace: Workspace, acceptsChanges: Bool = false) throws(ImportError) {
    self.workspace = workspace
    self.acceptsChanges = acceptsChanges
    var files: [File] = []
    for folder in workspace.packages {
      let package = try DataPackageFile.read(Workspace.join(folder, DataPackageFile.name))
      for resource in package.resources {
        guard let reading = resource.placewise else { continue }
        files.append(
          File(
            dataset: package.name, path: Workspace.join(folder, resource.path), package: package,
            resource: resource, reading: reading))
      }
    }
    self.files = files
  }

  /// The layout of each file, by its path below the folder of data sets.
  var layouts: [String: String] {
    let prefix = Workspace.join(workspace.datasets, "").utf8.count
    let pairs = files.map { (String($0.path.dropFirst(prefix)), $0.reading.layout) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a file, checked against the digest that its package file vouches for.
  ///
  /// - Throws: `ImportError` where they differ.
  func open(_ file: File) throws(ImportError) -> OpenedFile {
    let opened = try OpenedFile(file.path)
    if !acceptsChanges, let hash = file.resource.hash, hash != "sha256:\(opened.sha256)" {
      throw ImportError(
        .changed, path: file.path,
        "the file's bytes (sha256 \(opened.sha256.prefix(12))…) are not those that "
          + "datapackage.json vouches for (\(hash.prefix(19))…); put the file back, or accept it with "
          + "'placewise build --update-lock'")
    }
    return opened
  }

  /// The place register: the data sets' own parts and the groups of the catalogue.
  func register() throws(ImportError) -> (register: Register, rows: RegisterRows) {
    var rows = RegisterRows()
    let context = ImportContext(register: Register(rows))
    for file in files where file.reading.layout == "places" {
      rows.merge(try part(try open(file), context))
    }
    for name in ["groups.csv", "new-councils.csv"] {
      let file = Workspace.join(workspace.catalogue, name)
      guard FileManager.default.fileExists(atPath: file) else { continue }
      rows.merge(try part(try OpenedFile(file), context))
    }
    return (Register(rows), rows)
  }

  private func part(
    _ file: OpenedFile, _ context: ImportContext
  ) throws(ImportError) -> RegisterRows {
    let table = try FileReading.table(file)
    let extract: Extract
    do { extract = try PlacesLayout().extract(table, with: context) } catch {
      throw error.about(file.path)
    }
    if let reject = extract.rejects.first {
      throw ImportError(.malformed, path: file.path, line: reject.line, reject.reason)
    }
    return extract.places ?? RegisterRows()
  }
}

extension RegisterRows {
  /// Adds other rows behind these.
  mutating func merge(_ other: RegisterRows) {
    places += other.places
    codes += other.codes
    spellings += other.spellings
    successions += other.successions
    memberships += other.memberships
    neighbours += other.neighbours
    groups += other.groups
    newCouncils += other.newCouncils
  }
}
