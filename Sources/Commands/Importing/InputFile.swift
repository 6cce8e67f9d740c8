import FoundationEssentials
import Importers
import Tabular

/// A file that a command line names, or `-` for standard input.
enum InputFile {
  /// What messages call standard input.
  static let standardInput = "standard input"

  /// The bytes' source: nothing is opened yet.
  static func source(_ path: String) -> ByteSource {
    guard path == "-" else { return .file(path) }
    return Capture.current.map { .bytes($0.input) } ?? .standardInput
  }

  /// The bytes with their digest; standard input is read to its end.
  ///
  /// - Throws: `ImportError` where the file cannot be read, is empty or is no text in rows.
  static func open(_ path: String) throws(ImportError) -> OpenedFile {
    guard path == "-" else { return try OpenedFile(path) }
    return try OpenedFile(source(path), path: standardInput)
  }

  /// The files among some for which somebody else may have to be waited for: standard input, pipes
  /// and devices, read to their end.
  ///
  /// They are read before anything is begun: a request to stop then ends the program at once, and
  /// no other command is kept from the database meanwhile.
  static func waitedFor(_ paths: [String]) -> [String: Result<OpenedFile, ImportError>] {
    var read: [String: Result<OpenedFile, ImportError>] = [:]
    for path in paths where isWaitedFor(path) && read[path] == nil {
      do { read[path] = .success(try open(path)) } catch { read[path] = .failure(error) }
    }
    return read
  }

  private static func isWaitedFor(_ path: String) -> Bool {
    if path == "-" { return true }
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    var isFolder = false
    return FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) && !isFolder
      && RegularFile.size(target) == nil
  }
}
