import FoundationEssentials

/// A folder with `datasets/`, `reports/` and `notebooks-md/`, and the database built from it.
public struct Workspace: Sendable {
  /// The folder, as the user gave it.
  public let folder: String
  /// The database, as the user gave it or in the folder.
  public let database: String

  /// Makes a workspace.
  public init(folder: String = ".", database: String? = nil) {
    self.folder = folder
    self.database = database ?? Self.join(folder, "placewise.db")
  }

  /// The folder of data sets.
  public var datasets: String { Self.join(folder, "datasets") }
  /// The folder of the catalogue.
  public var catalogue: String { Self.join(datasets, "catalogue") }
  /// The folder of reports.
  public var reports: String { Self.join(folder, "reports") }

  /// True where there is a folder of data sets.
  public var exists: Bool { FileManager.default.fileExists(atPath: datasets) }

  /// Joins a folder and a name; `.` is left out, so that messages name what the user typed.
  public static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a folder, in the order of their bytes; empty where there is none.
  public static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folders of data sets that hold a package file, in order.
  public var packages: [String] {
    Self.names(in: datasets).map { Self.join(datasets, $0) }
      .filter { FileManager.default.fileExists(atPath: Self.join($0, "datapackage.json")) }
  }
}
