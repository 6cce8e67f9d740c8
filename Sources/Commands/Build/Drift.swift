import FoundationEssentials
import Reporter
import Tabular

/// How reports that stand in a workspace differ from those that its data sets give.
struct Drift {
  /// A figure that moved.
  struct Move: Hashable {
    let place: String
    let indicator: String
    let period: String
    let old: String
    let new: String

    /// The move in a line.
    var text: String { "\(place) \(indicator) \(period): \(old) → \(new)" }
  }

  /// Figures that moved, by table.
  private(set) var moves: [Move] = []
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
    if file.path.hasPrefix("tables/"), file.path.hasSuffix(".csv") {
      moves += Self.moves(old: old, new: file.bytes)
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

  /// The figures that differ between two tables, by place and period.
  ///
  /// A table that is damaged has no figures: all of the other's have then moved.
  private static func moves(old: [UInt8], new: [UInt8]) -> [Move] {
    let before = figures(old)
    let after = figures(new)
    let keys = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.compactMap { key in
      let first = before[key] ?? "no row"
      let second = after[key] ?? "no row"
      guard first != second else { return nil }
      return Move(place: key[0], indicator: key[1], period: key[2], old: first, new: second)
    }
  }

  /// Value and status of each row, by place, indicator and period.
  private static func figures(_ bytes: [UInt8]) -> [[String]: String] {
    guard let table = try? Table(bytes) else { return [:] }
    var found: [[String]: String] = [:]
    for row in table.rows.dropFirst() {
      let value = row[5].isEmpty ? "" : row[5]
      let status = row[10].isEmpty ? "" : " [\(row[10])]"
      found[[row[0], row[3], row[4]]] = value + status + bounds(row)
    }
    return found
  }

  /// Limits, counts and notes where they move although the value does not.
  private static func bounds(_ row: Row) -> String {
    let rest = [8, 9, 11, 12, 13, 14, 15, 16].map { row[$0] }.filter { !$0.isEmpty }
    return rest.isEmpty ? "" : " (\(rest.joined(separator: ", ")))"
  }
}
