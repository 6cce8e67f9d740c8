import Glibc
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
    if let capture = Capture.current {
      return try OpenedFile(path: standardInput, bytes: capture.input)
    }
    return try OpenedFile(path: standardInput, bytes: pipedBytes())
  }

  /// All of standard input: a pipe, a terminal or a file.
  private static func pipedBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    // The C library reads in blocks; taking one byte at a time from it needs no pointer.
    while true {
      let next = getchar_unlocked()
      guard next >= 0 else { return bytes }
      bytes.append(UInt8(truncatingIfNeeded: next))
    }
  }
}
