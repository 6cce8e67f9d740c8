import CSQLite
import Glibc

/// Replaces a folder with all that is in it in one step.
///
/// The new folder is built aside, in the folder of the old; `commit` changes the two names for each
/// other, so that there is no moment without a folder where the file system can do that (Linux:
/// ext4, xfs, btrfs, tmpfs), and removes the old. Where it cannot, the old is renamed, then the new;
/// `Leftovers` restores the old when a run was killed between the two.
///
/// Without a commit nothing has happened, and the new folder is removed. Several replacements become
/// one with `swap`.
public struct DirectoryReplacement: ~Copyable {
  /// The folder that is replaced; the target when a symbolic link was named.
  public let path: String

  /// The folder that is filled meanwhile.
  public var temporaryPath: String { change.aside }

  private let descriptor: Int32
  private var change: Swap
  private var isDone = false
  private var isOnDisk = false

  /// Makes an empty folder beside `path`, after what killed runs left there was cleared.
  public init(path: String) throws(FileError) {
    let path = Aside.resolved(path)
    try Leftovers.clear(in: Aside.folder(of: path))
    if Folder.exists(path), !Folder.isFolder(path) {
      throw FileError(operation: "replace", path: path, number: ENOTDIR)
    }
    let made = try Aside.make(beside: path) { name in
      guard unsafe mkdir(name, 0o777) == 0 else { return -1 }
      return unsafe placewise_open(name, O_RDONLY | O_DIRECTORY, 0)
    }
    if let mode = try? Folder.mode(of: path) { fchmod(made.descriptor, mode & 0o777) }
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

  /// Copies from the old folder what is to stay.
  ///
  /// Files that are in the new folder already are left as they are; symbolic links are copied as
  /// links. `isKept` is told the path below the folder of each file and folder; a folder that is
  /// not kept is not looked into.
  public func carryOver(where isKept: (String) -> Bool = { _ in true }) throws(FileError) {
    guard Folder.exists(path) else { return }
    try carryOver("", isKept)
  }

  /// Puts the new folder in place and keeps the old until `commit`.
  ///
  /// When the replacement is let go without `commit`, the old folder comes back.
  public mutating func swap() throws(FileError) {
    if !isOnDisk { try synchronise() }
    try change.put()
  }

  /// Writes the new folder to the disk, so that a `swap` that follows is but a change of names.
  ///
  /// Called before another replacement is swapped, it keeps the moment between the two short.
  public mutating func synchronise() throws(FileError) {
    guard placewise_synchronise(descriptor) == 0 else {
      throw FileError(operation: "write", path: path, number: errno)
    }
    isOnDisk = true
  }

  /// Puts the new folder in place for good and removes the old.
  public consuming func commit() throws(FileError) {
    try swap()
    isDone = true
    try Folder.synchronise(Aside.folder(of: path))
  }

  private func carryOver(_ below: String, _ isKept: (String) -> Bool) throws(FileError) {
    for name in try Folder.entries(of: path + below) {
      let place = "\(below)/\(name)"
      guard isKept(String(place.dropFirst())) else { continue }
      let (old, new) = (path + place, temporaryPath + place)
      let mode = try Folder.mode(of: old)
      switch mode & S_IFMT {
      case S_IFDIR:
        guard unsafe mkdir(new, mode & 0o777) == 0 || errno == EEXIST else {
          throw FileError(operation: "write", path: new, number: errno)
        }
        try carryOver(place, isKept)
      case _ where Folder.exists(new): continue
      case S_IFLNK: try Folder.copy(link: old, to: new)
      default: try Folder.copy(file: old, to: new)
      }
    }
  }
}
