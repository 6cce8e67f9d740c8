import Importers
import Store
import Tabular

/// `datasets/placewise.lock`: the bytes of every file that the reports were made from.
///
/// A CSV of path (below `datasets/`), SHA-256, length and layout, in the order of the paths.
struct InputLock: Equatable {
  /// One file as it was taken.
  struct Entry: Hashable {
    let sha256: String
    let bytes: Int
    /// The layout by which it is read, or `catalogue`, `package`, `plan`, `partner`, `sources`.
    let layout: String
  }

  /// A file that is not as the lock has it.
  struct Difference: Hashable {
    /// What differs.
    enum Kind { case changed, added, missing }

    let path: String
    let kind: Kind
  }

  /// The file's name in the folder of data sets.
  static let name = "placewise.lock"
  private static let header = ["path", "sha256", "bytes", "layout"]
  private(set) var entries: [String: Entry] = [:]

  /// Takes all inputs as they are.
  init(_ inputs: BuildInputs, layouts: [String: String]) {
    for path in inputs.paths { set(path, inputs, layouts) }
  }

  /// Reads a workspace's lock; nil where it has none.
  ///
  /// - Throws: `ImportError` with the line that is not understood.
  init?(_ workspace: Workspace) throws(ImportError) {
    let path = Self.path(workspace)
    guard let table = try CatalogueTable(path, columns: Self.header) else { return nil }
    for row in table.rows {
      entries[table.text(row, "path")] = Entry(
        sha256: table.text(row, "sha256"), bytes: try table.int(row, "bytes"),
        layout: table.text(row, "layout"))
    }
  }

  /// Where a workspace's lock stands.
  static func path(_ workspace: Workspace) -> String { Workspace.join(workspace.datasets, name) }

  /// Takes one file as it is; a path that is no input loses its entry.
  mutating func set(_ path: String, _ inputs: BuildInputs, _ layouts: [String: String]) {
    guard let sha256 = inputs.files[path], let bytes = inputs.lengths[path] else {
      entries[path] = nil
      return
    }
    entries[path] = Entry(
      sha256: sha256, bytes: bytes, layout: layouts[path] ?? Self.kind(path))
  }

  /// What a file without a layout is.
  private static func kind(_ path: String) -> String {
    if path.hasPrefix("catalogue/") { return "catalogue" }
    if path.hasPrefix("plans/") { return "plan" }
    if path.hasPrefix("partners/") { return "partner" }
    return path.hasSuffix(".json") ? "package" : "sources"
  }

  /// The files that are not as the lock has them, by path.
  func differences(from inputs: BuildInputs) -> [Difference] {
    let paths = Set(entries.keys).union(inputs.paths)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.compactMap { path in
      guard let entry = entries[path] else { return Difference(path: path, kind: .added) }
      guard let sha256 = inputs.files[path] else { return Difference(path: path, kind: .missing) }
      return sha256 == entry.sha256 ? nil : Difference(path: path, kind: .changed)
    }
  }

  /// A difference in a sentence that says what to do.
  static func sentence(_ difference: Difference, in workspace: Workspace) -> String {
    let file = Workspace.join(workspace.datasets, difference.path)
    let lock = path(workspace)
    switch difference.kind {
    case .changed:
      return "\(file): its bytes are not those of \(lock); put the file back, or accept it with "
        + "'placewise build --update-lock'"
    case .added:
      return "\(file): it has no entry in \(lock); take it in with 'placewise build "
        + "--update-lock', or remove it"
    case .missing:
      return "\(file): it has an entry in \(lock) but is not there; put the file back, or let go "
        + "of it with 'placewise build --update-lock'"
    }
  }

  /// The lock as a file.
  var bytes: [UInt8] {
    var writer = CSVWriter(safety: .raw)
    writer.append(record: Self.header)
    let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (path, entry) in sorted {
      writer.append(record: [path, entry.sha256, String(entry.bytes), entry.layout])
    }
    return writer.bytes
  }

  /// Writes the lock, whole or not at all.
  func write(_ workspace: Workspace) throws {
    try FileReplacement.write(bytes, to: Self.path(workspace))
  }
}
