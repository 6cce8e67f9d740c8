import FoundationEssentials

/// Reads and writes package files.
public enum DataPackageFile {
  /// The file's name in a data set's folder.
  public static let name = "datapackage.json"

  /// Reads a package file.
  ///
  /// - Throws: `ImportError` where the file cannot be read, is no package file, or names a path
  ///   that leads out of its folder.
  public static func read(_ path: String) throws(ImportError) -> DataPackage {
    let data = try bytes(path)
    let package: DataPackage
    let fault: String?
    do {
      package = try JSONDecoder().decode(DataPackage.self, from: data)
      fault = try PackageKeys.fault(data)
    } catch {
      throw ImportError(
        .malformed, path: path, "the package file is not a Data Package in JSON: \(words(error))")
    }
    if let fault { throw ImportError(.malformed, path: path, fault) }
    for resource in package.resources where !isInside(resource.path) {
      throw ImportError(
        .malformed, path: path,
        "found the resource path '\(resource.path)', expected a file in the package's own folder")
    }
    let folder = URL(filePath: path).deletingLastPathComponent()
    for resource in package.resources where !isHeld(resource.path, in: folder) {
      throw ImportError(
        .malformed, path: path,
        "'\(resource.path)' leads out of the package's own folder by a symbolic link, or is no "
          + "ordinary file; put a copy of the file there")
    }
    return package
  }

  /// A package file longer than this is none.
  private static let longest = 64 << 20

  private static func bytes(_ path: String) throws(ImportError) -> Data {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    guard let size = RegularFile.size(target) else {
      throw ImportError(.unreadable, path: path, "the package file cannot be read")
    }
    guard size <= longest else {
      throw ImportError(
        .malformed, path: path,
        "the package file has \(size) bytes, expected at most \(longest)")
    }
    do { return try Data(contentsOf: URL(filePath: path)) } catch {
      throw ImportError(.unreadable, path: path, "the package file cannot be read")
    }
  }

  /// True where a path below a folder leads to an ordinary file within it, or to nothing yet.
  ///
  /// The folder itself may be a symbolic link.
  private static func isHeld(_ path: String, in folder: URL) -> Bool {
    let home = folder.resolvingSymlinksInPath().path
    let named = folder.appending(path: path).path
    guard let kind = kind(named) else { return true }
    let target = URL(filePath: named).resolvingSymlinksInPath().path
    let inside = home.hasSuffix("/") ? home : home + "/"
    guard target.utf8.starts(with: inside.utf8) else { return false }
    return (kind == .typeSymbolicLink ? self.kind(target) : kind) == .typeRegular
  }

  /// What stands under a path, a link being a link; nil for nothing.
  private static func kind(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "unreadable" }
    switch error {
    case .keyNotFound(let key, _): return "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let path = context.codingPath.reduce(into: "") { path, key in
        if let index = key.intValue {
          path += "[\(index)]"
        } else {
          path += (path.isEmpty ? "" : ".") + key.stringValue
        }
      }
      return "'\(path)' is of another type than expected"
    case .dataCorrupted(let context) where context.debugDescription.hasPrefix("found "):
      return context.debugDescription
    default: return "it is not well-formed"
    }
  }

  /// True for a relative path that stays below its folder: the Data Package rule.
  ///
  /// It is read by its bytes, as the file system does: with an accent behind it, a bar is another
  /// character to Swift and still a bar to the system.
  static func isInside(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    // A backslash, a colon and NUL.
    guard !bytes.contains(where: { $0 == 0x5C || $0 == 0x3A || $0 == 0 }) else { return false }
    return bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8) }
  }

  /// The package as text, keys in a fixed order.
  public static func text(_ package: DataPackage) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(package)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
