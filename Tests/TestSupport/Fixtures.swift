import Foundation

/// Where tests find published files and conformance cases that are not part of this repository.
public enum Reference {
  /// The folder named by `PLACEWISE_REFERENCE`, or `../shared` beside the package; nil when absent.
  public static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["PLACEWISE_REFERENCE"]
    let url =
      named.map { URL(fileURLWithPath: $0) }
      ?? package.deletingLastPathComponent().appendingPathComponent("shared")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// True when the published files are there, for `.enabled(if:)` traits.
  public static var isPresent: Bool { folder != nil }

  /// The root of this package, found from this source file.
  public static var package: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }
}

/// A folder of its own for one test, removed by `remove()`.
public struct Scratch {
  /// The folder.
  public let url: URL

  /// Makes an empty folder below the system's temporary folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "placewise-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Deletes the folder and what is in it.
  public func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
