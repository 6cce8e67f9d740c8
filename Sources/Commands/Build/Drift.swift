import FoundationEssentials
import Reporter

/// How reports that stand in a workspace differ from those that its data sets give.
struct Drift {
  /// Figures that moved, by table.
  private(set) var moves: [FigureMove] = []
  /// Files that differ, are missing or are left over, with why.
  private(set) var files: [(path: String, why: String)] = []

  /// True where nothing differs.
  var isEmpty: Bool { files.isEmpty }

  /// Compares one file as it should be with the one that stands in a folder.
  mutating func compare(_ file: ReportFile, in folder: String) {
    guard let data = try? Data(contentsOf: URL(filePath: "\(folder)/\(file.path)")) else {
      files.append((file.path, "is missing"))
      return
    }
    let old = [UInt8](data)
    guard old != file.bytes else { return }
    files.append((file.path, "differs"))
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    if file.path.hasPrefix("tables/"), name.hasSuffix(".csv") {
      moves += FigureRows.moves(
        String(name.dropLast(4)), from: FigureRows(table: old), to: FigureRows(table: file.bytes))
    }
  }

  /// Notes files of a folder that no build would write.
  mutating func compare(leftIn folder: String, expected: Set<String>) {
    for path in Self.paths(below: folder) where !expected.contains(path) {
      files.append((path, "is left over"))
    }
  }

  private static func paths(below folder: String, _ prefix: String = "") -> [String] {
    var found: [String] = []
    for name in Workspace.names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      found += isFolder ? paths(below: folder, path) : [path]
    }
    return found
  }
}
