import CSQLite
import Glibc

/// Writes a file so that its readers see the old content or the new, and never a part.
///
/// The content goes into a temporary file in the same folder; `commit` writes it to the disk, then
/// renames it. Without a commit nothing has happened, and the temporary file is removed.
///
/// Several replacements become one with `swap`: each is put in place, the old content is kept aside
/// and comes back unless `commit` follows.
public struct FileReplacement: ~Copyable {
  /// The file that is replaced; the target when a symbolic link was named.
  public let path: String

  /// The file that is written meanwhile, in the same folder.
  public var temporaryPath: String { change.aside }

  private let descriptor: Int32
  private var change: Swap
  private var isDone = false

  /// Makes an empty temporary file beside `path`.
  ///
  /// - Parameters:
  ///   - named: the file to replace, which need not exist.
  ///   - followsLink: whether a symbolic link stays and the file that it leads to is replaced;
  ///     otherwise the link itself is.
  /// - Throws: when it is a folder, a device or a pipe, or nothing can be made in its folder.
  public init(path named: String, followsLink: Bool = true) throws(FileError) {
    let path = followsLink ? Aside.resolved(named) : named
    if Folder.isFolder(path) { throw FileError(operation: "replace", path: path, number: EISDIR) }
    // Also under the name given: standard output may be a file, and must stay the same one.
    guard Folder.isReplaceable(named), Folder.isReplaceable(path) else {
      throw FileError(operation: "replace", path: path, number: EOPNOTSUPP)
    }
    let made = try Aside.make(beside: path) { name in
      unsafe placewise_open(name, O_RDWR | O_CREAT | O_EXCL, 0o666)
    }
    // The new file is as open to others as the old was.
    if let mode = try? Folder.mode(of: path), mode & S_IFMT == S_IFREG {
      fchmod(made.descriptor, mode & 0o777)
    }
    self.path = path
    descriptor = made.descriptor
    change = Swap(path: path, aside: made.path)
  }

  deinit {
    var change = change
    if !isDone { try? change.undo() }
    try? change.clear()
    close(descriptor)
  }

  /// Adds bytes to the temporary file.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    try Folder.write(bytes, to: descriptor, path: path)
  }

  /// Adds bytes to the temporary file.
  public func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }

  /// Adds text in UTF-8 to the temporary file.
  public func write(_ text: String) throws(FileError) { try write(text.utf8.span) }

  /// Puts the new content in place and keeps the old until `commit`.
  ///
  /// When the replacement is let go without `commit`, the old content comes back.
  public mutating func swap() throws(FileError) {
    guard fsync(descriptor) == 0 else {
      throw FileError(operation: "write", path: path, number: errno)
    }
    try change.put()
  }

  /// Puts the new content in place for good: it is on the disk when this returns.
  public consuming func commit() throws(FileError) {
    if case .before = change.state {
      guard fsync(descriptor) == 0 else {
        throw FileError(operation: "write", path: path, number: errno)
      }
      // A rename replaces the old file in one step, on every file system.
      try Folder.rename(temporaryPath, to: path)
    }
    isDone = true
    try Folder.synchronise(Aside.folder(of: path))
  }

  /// True where a file would be replaced; a device or a pipe is written to as it is.
  public static func replaces(_ path: String) -> Bool { Folder.isReplaceable(path) }

  /// Writes a whole file; a device or a pipe is written to as it is.
  public static func write(
    _ bytes: [UInt8], to path: String, followsLink: Bool = true
  ) throws(FileError) {
    try write(bytes.span, to: path, followsLink)
  }

  /// Writes a whole file in UTF-8; a device or a pipe is written to as it is.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(text.utf8.span, to: path, true)
  }

  private static func write(
    _ bytes: Span<UInt8>, to path: String, _ followsLink: Bool
  ) throws(FileError) {
    guard Folder.isReplaceable(path) || Folder.isFolder(path) else {
      let descriptor = unsafe placewise_open(path, O_WRONLY, 0)
      guard descriptor >= 0 else { throw FileError(operation: "write", path: path, number: errno) }
      defer { close(descriptor) }
      return try Folder.write(bytes, to: descriptor, path: path)
    }
    let replacement = try FileReplacement(path: path, followsLink: followsLink)
    try replacement.write(bytes)
    try replacement.commit()
  }
}
