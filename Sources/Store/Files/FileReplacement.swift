import Glibc

/// Writes a file so that its readers see the old content or the new, and never a part.
///
/// The content goes into a temporary file in the same folder; `commit` writes it to the disk, then
/// renames it. Without a commit nothing has happened, and the temporary file is removed.
@safe public struct FileReplacement: ~Copyable {
  /// The file that is replaced.
  public let path: String

  /// The file that is written meanwhile, in the same folder.
  public let temporaryPath: String

  private let descriptor: Int32

  /// Makes an empty temporary file beside `path`.
  public init(path: String) throws(FileError) {
    let folder = Self.folder(of: path)
    for _ in 0..<100 {
      let name = "\(folder)/.placewise-\(Self.randomName())"
      let descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else {
        throw FileError(operation: "write to the folder", path: folder, number: errno)
      }
      self.path = path
      self.temporaryPath = name
      self.descriptor = descriptor
      return
    }
    throw FileError(operation: "write to the folder", path: folder, number: EEXIST)
  }

  deinit {
    unsafe unlink(temporaryPath)
    close(descriptor)
  }

  /// Adds bytes to the temporary file.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let done = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if done < 0, errno == EINTR { continue }
      guard done >= 0 else { throw FileError(operation: "write", path: path, number: errno) }
      written += done
    }
  }

  /// Adds bytes to the temporary file.
  public func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }

  /// Adds text in UTF-8 to the temporary file.
  public func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

  /// Puts the temporary file in the place of the file, for good: it is on the disk when this returns.
  public consuming func commit() throws(FileError) {
    guard fsync(descriptor) == 0 else {
      throw FileError(operation: "write", path: path, number: errno)
    }
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw FileError(operation: "replace", path: path, number: errno)
    }
    try Self.synchronise(folder: Self.folder(of: path))
  }

  /// Writes a whole file.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let replacement = try FileReplacement(path: path)
    try replacement.write(bytes)
    try replacement.commit()
  }

  /// Writes a whole file.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func randomName() -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 36)
    return String(repeating: "0", count: 13 - digits.count) + digits
  }

  private static func synchronise(folder: String) throws(FileError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(operation: "open the folder", path: folder, number: errno)
    }
    defer { close(descriptor) }
    // Some file systems know no fsync of folders; they have nothing to write either.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(operation: "write the folder", path: folder, number: errno)
    }
  }
}
