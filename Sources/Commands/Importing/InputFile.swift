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
    guard path == "-" else {
      guard RegularFile.size(path) == nil else { return try OpenedFile(path) }
      return try Interruption.waiting { () throws(ImportError) in try OpenedFile(path) }
    }
    return try Interruption.waiting { () throws(ImportError) in
      try OpenedFile(source(path), path: standardInput)
    }
  }
}
