import CSQLite
import Glibc

/// What is done to folders and the files in them.
enum Folder {
  /// True when there is something under a path, be it a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The kind and the permissions of what is under a path.
  static func mode(of path: String) throws(FileError) -> mode_t {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      throw FileError(operation: "look at", path: path, number: errno)
    }
    return status.st_mode
  }

  /// True when a folder is under a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// True when a path can be replaced by renaming: it is a file, or nothing yet.
  ///
  /// A device, a pipe or what the system shows of an open file must be written to as it is.
  static func isReplaceable(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return false }
    var status = stat()
    return unsafe stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder in the order of their bytes, without `.` and `..`.
  static func entries(of path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw FileError(operation: "open the folder", path: path, number: errno)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else {
      throw FileError(operation: "read the folder", path: path, number: errno)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Renames, replacing a file that is there.
  static func rename(_ old: String, to new: String) throws(FileError) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw FileError(operation: "replace", path: new, number: errno)
    }
  }

  /// Removes a file, a link or a folder with all that is in it; nothing there is well too.
  static func remove(_ path: String) throws(FileError) {
    if unsafe unlink(path) == 0 || errno == ENOENT { return }
    guard isFolder(path) else {
      throw FileError(operation: "remove", path: path, number: errno)
    }
    for name in try entries(of: path) { try remove("\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else {
      throw FileError(operation: "remove", path: path, number: errno)
    }
  }

  /// Copies a file with its permissions; the new file must not exist.
  static func copy(file old: String, to new: String) throws(FileError) {
    let source = unsafe placewise_open(old, O_RDONLY, 0)
    guard source >= 0 else { throw FileError(operation: "open", path: old, number: errno) }
    defer { close(source) }
    let mode = try mode(of: old) & 0o7777
    let target = unsafe placewise_open(new, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard target >= 0 else { throw FileError(operation: "write", path: new, number: errno) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(source, into: &buffer, path: old)
      guard count > 0 else { break }
      try write(buffer.span.extracting(first: count), to: target, path: new)
    }
    guard fchmod(target, mode) == 0 else {
      throw FileError(operation: "write", path: new, number: errno)
    }
  }

  /// Copies a symbolic link as it is; the new link must not exist.
  static func copy(link old: String, to new: String) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe buffer.withUnsafeMutableBytes { buffer in
      let text = unsafe buffer.bindMemory(to: CChar.self)
      return unsafe text.baseAddress.map { unsafe readlink(old, $0, text.count) } ?? 0
    }
    guard count >= 0 else { throw FileError(operation: "read", path: old, number: errno) }
    let target = String(decoding: buffer.prefix(count), as: UTF8.self)
    guard unsafe symlink(target, new) == 0 else {
      throw FileError(operation: "write", path: new, number: errno)
    }
  }

  /// Reads what fits; 0 at the end.
  static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], path: String
  ) throws(FileError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw FileError(operation: "read", path: path, number: errno) }
    }
  }

  /// Writes all bytes.
  static func write(
    _ bytes: Span<UInt8>, to descriptor: Int32, path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(operation: "write", path: path, number: errno) }
      written += count
    }
  }

  /// Writes the names in a folder to the disk.
  static func synchronise(_ path: String) throws(FileError) {
    let descriptor = unsafe placewise_open(path, O_RDONLY | O_DIRECTORY, 0)
    guard descriptor >= 0 else {
      throw FileError(operation: "open the folder", path: path, number: errno)
    }
    defer { close(descriptor) }
    // Some file systems know no fsync of folders; they have nothing to write either.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(operation: "write the folder", path: path, number: errno)
    }
  }
}
