import FoundationEssentials
import Store

/// Reads and writes package files.
public enum DataPackageFile {
  /// The file's name in a data set's folder.
  public static let name = "datapackage.json"

  /// Reads a package file.
  ///
  /// - Throws: `ImportError` where the file cannot be read, is no package file, or names a path
  ///   that leads out of its folder.
  public static func read(_ path: String) throws(ImportError) -> DataPackage {
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: path)) } catch {
      throw ImportError(.unreadable, path: path, "the package file cannot be read")
    }
    let package: DataPackage
    do { package = try JSONDecoder().decode(DataPackage.self, from: data) } catch {
      throw ImportError(
        .malformed, path: path, "the package file is not a Data Package in JSON: \(words(error))")
    }
    for resource in package.resources where !isInside(resource.path) {
      throw ImportError(
        .malformed, path: path,
        "found the resource path '\(resource.path)', expected a file in the package's own folder")
    }
    return package
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "unreadable" }
    switch error {
    case .keyNotFound(let key, _): return "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "'\(path)' is of another type than expected"
    default: return "it is not well-formed"
    }
  }

  /// True for a relative path that stays below its folder: the Data Package rule.
  static func isInside(_ path: String) -> Bool {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\\"), !path.contains(":") else {
      return false
    }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
  }

  /// The package as text, keys in a fixed order.
  public static func text(_ package: DataPackage) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(package)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
