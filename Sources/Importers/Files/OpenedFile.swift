import FoundationEssentials
import Store
import Tabular

/// A file's bytes with the digest that names them.
public struct OpenedFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes, in hexadecimal.
  public let sha256: String

  /// Longer files are read row by row or not at all.
  public static let longest = 1 << 30

  /// Reads a file.
  ///
  /// - Throws: `ImportError` where there is none, it is a folder, it may not be read, it is empty
  ///   or it is not text in rows.
  public init(_ path: String) throws(ImportError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ImportError(.unreadable, path: path, "there is no such file")
    }
    if isFolder {
      throw ImportError(.folder, path: path, "this is a folder; name the CSV files in it")
    }
    try self.init(.file(path), path: path)
  }

  /// Reads a source to its end: a file, or what is piped in.
  public init(_ source: ByteSource, path: String) throws(ImportError) {
    self.path = path
    do { bytes = try source.whole(limit: Self.longest) } catch {
      guard error.kind == .cannotRead else {
        throw ImportError(
          .malformed, path: path, line: error.line, column: error.column, error.description)
      }
      throw ImportError(
        .unreadable, path: path, "the file may not be read: \(error.detail ?? "no reason is given")"
      )
    }
    sha256 = SHA256.hex(of: bytes)
    try Self.check(bytes, path)
  }

  /// Takes bytes that are already in memory.
  public init(path: String, bytes: [UInt8]) throws(ImportError) {
    self.path = path
    self.bytes = bytes
    sha256 = SHA256.hex(of: bytes)
    try Self.check(bytes, path)
  }

  private static func check(_ bytes: [UInt8], _ path: String) throws(ImportError) {
    guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
      throw ImportError(.empty, path: path, "the file is empty; expected a header row and data")
    }
    let starts: [(magic: [UInt8], what: String, kind: ImportError.Kind)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook (.xlsx or .ods)", .workbook),
      ([0xD0, 0xCF, 0x11, 0xE0], "a workbook (.xls)", .workbook),
      ([0x25, 0x50, 0x44, 0x46], "a PDF", .notCSV),
      ([0x1F, 0x8B], "a compressed file (.gz)", .notCSV),
      ([0x3C, 0x21, 0x44, 0x4F, 0x43], "a web page", .notCSV),
      ([0x3C, 0x68, 0x74, 0x6D, 0x6C], "a web page", .notCSV),
      ([0x3C, 0x3F, 0x78, 0x6D, 0x6C], "an XML file", .notCSV),
      ([0x89, 0x50, 0x4E, 0x47], "a picture", .notCSV),
    ]
    for start in starts where bytes.starts(with: start.magic) {
      let advice =
        start.kind == .workbook
        ? "open it, choose the sheet with the data, and save that sheet as CSV (UTF-8)"
        : "expected CSV text"
      throw ImportError(start.kind, path: path, "this is \(start.what): \(advice)")
    }
  }
}
