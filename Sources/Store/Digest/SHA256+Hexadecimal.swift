import CSQLite
import Glibc

extension SHA256 {
  /// The digest of some text's UTF-8 bytes in lower-case hexadecimal.
  public static func hex(of text: String) -> String { hex(of: text.utf8.span) }

  /// The digest of some bytes in lower-case hexadecimal.
  public static func hex(of bytes: [UInt8]) -> String { hex(of: bytes.span) }

  /// The digest of some bytes in lower-case hexadecimal.
  public static func hex(of bytes: Span<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return hex(digest.finalize())
  }

  /// The digest of a file in lower-case hexadecimal.
  ///
  /// The file is read in pieces, so its size does not matter to the memory.
  public static func hex(ofFile path: String) throws(FileError) -> String {
    let descriptor = unsafe placewise_open(path, O_RDONLY, 0)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path, number: errno) }
    defer { close(descriptor) }
    var digest = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try Folder.read(descriptor, into: &buffer, path: path)
      guard count > 0 else { return hex(digest.finalize()) }
      digest.update(buffer.span.extracting(first: count))
    }
  }

  /// Bytes in lower-case hexadecimal.
  public static func hex(_ bytes: [UInt8]) -> String {
    let digits: [16 of UInt8] = [
      0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, 0x62, 0x63, 0x64, 0x65,
      0x66,
    ]
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
