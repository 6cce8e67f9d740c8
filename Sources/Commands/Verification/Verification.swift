import FoundationEssentials
import Importers
import Store

/// Checks with what they found wrong.
struct Verification {
  /// One row for each check that passed and for each thing found wrong.
  private(set) var grid = Grid(["check", "result", "detail"])
  /// Checks that found something wrong.
  private(set) var failures = 0

  /// Adds a check.
  mutating func add(_ name: String, _ wrong: [String]) {
    if wrong.isEmpty {
      grid.append(name, "passed", "")
    } else {
      failures += 1
      for detail in wrong { grid.append(name, "failed", detail) }
    }
  }

  /// The files whose rows are not all accounted for.
  static func ledgers(_ connection: borrowing Connection) throws -> [String] {
    try connection.texts(
      """
      SELECT 'source ' || id || ' (' || path || '): ' || rows_read || ' rows read are not '
        || rows_loaded || ' loaded + ' || rows_rejected || ' rejected + ' || rows_skipped || ' skipped'
      FROM source WHERE rows_read <> rows_loaded + rows_rejected + rows_skipped ORDER BY id
      """)
  }

  /// The tables whose content is not what was written.
  static func digests(_ connection: borrowing Connection) throws -> [String] {
    let stored = try connection.prepare(
      "SELECT name, rows, sha256 FROM content_digest ORDER BY name")
    var known: [String: (rows: Int, sha256: String)] = [:]
    while try stored.step() { known[stored.text(0)] = (stored.int(1), stored.text(2)) }
    var wrong: [String] = []
    for digest in try ContentDigest.all(in: connection, except: Database.digestExceptions) {
      guard let expected = known.removeValue(forKey: digest.table) else {
        wrong.append(
          "table \(digest.table) has no digest: what wrote it last was ended before its end; "
            + "'placewise build --fresh' makes it anew")
        continue
      }
      if digest.sha256 != expected.sha256 {
        let rows =
          digest.rows == expected.rows
          ? "\(digest.rows) rows, of which some were changed"
          : "\(digest.rows) rows, expected \(expected.rows)"
        wrong.append("table \(digest.table) has \(rows)")
      }
    }
    return wrong + known.keys.sorted().map { "table \($0) is missing" }
  }

  /// The files that are not those that their package files vouch for.
  static func datasets(_ workspace: Workspace) -> [String] {
    var wrong: [String] = []
    for folder in workspace.packages {
      do {
        let package = try DataPackageFile.read(Workspace.join(folder, DataPackageFile.name))
        for resource in package.resources {
          let path = Workspace.join(folder, resource.path)
          guard let hash = resource.hash else {
            wrong.append("\(path): datapackage.json has no hash for it")
            continue
          }
          guard let found = digest(path) else {
            wrong.append("\(path): the file is missing")
            continue
          }
          if hash != "sha256:\(found)" {
            wrong.append(
              "\(path): sha256 \(found.prefix(12))…, expected \(hash.dropFirst(7).prefix(12))…")
          }
        }
      } catch {
        wrong.append(error.description)
      }
    }
    return wrong
  }

  /// The inputs that are not as the lock has them; none where there is no lock.
  static func lock(_ workspace: Workspace) throws -> [String] {
    guard let lock = try InputLock(workspace) else { return [] }
    return lock.differences(from: try BuildInputs(workspace))
      .map { InputLock.sentence($0, in: workspace) }
  }

  /// The reports that are not as the last build wrote them.
  static func reports(
    _ workspace: Workspace, _ connection: borrowing Connection
  ) throws -> [String] {
    let rows = try connection.prepare("SELECT path, sha256 FROM build_output ORDER BY path")
    var wrong: [String] = []
    while try rows.step() {
      let path = Workspace.join(workspace.reports, rows.text(0))
      guard let found = digest(path) else {
        wrong.append("\(path): the file is missing")
        continue
      }
      if found != rows.text(1) {
        wrong.append(
          "\(path): it was changed since the last build; 'placewise build' writes it anew")
      }
    }
    return wrong
  }

  private static func digest(_ path: String) -> String? {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    return SHA256.hex(of: [UInt8](data))
  }
}
