import CSQLite
import Glibc

/// A file in a folder that is built aside: it gets to the disk, and into its place, with the folder.
///
/// Writing each file to the disk on its own would take longer than making all of them.
public enum PlainFile {
  /// Writes a whole file.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = unsafe placewise_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw FileError(operation: "write", path: path, number: errno) }
    var isOpen = true
    defer { if isOpen { close(descriptor) } }
    try Folder.write(bytes.span, to: descriptor, path: path)
    isOpen = false
    // Some file systems say only now that there was no room.
    guard close(descriptor) == 0 else {
      throw FileError(operation: "write", path: path, number: errno)
    }
  }
}
