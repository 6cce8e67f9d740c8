import CSQLite
import Glibc

/// What runs that were killed have left in a folder.
///
/// The rule: everything called `.placewise-` and thirteen characters 0-9 a-z, with or without
/// `-journal`, `-wal` or `-shm`, is built aside by a run; whoever builds it holds a lock on it, which
/// ends with the process. Without a lock it is left over and is removed. `.placewise-previous-NAME`
/// is the old content of NAME: it is restored when NAME is absent, and removed when it is there.
/// Nothing else is touched.
public enum Leftovers {
  /// Removes or restores what killed runs left in a folder.
  ///
  /// A folder that does not exist has no leftovers. With `onlyAside` the old content of what is
  /// replaced is left alone, as another run may be replacing it now.
  ///
  /// - Returns: the names removed or restored, in the order of their bytes.
  /// - Throws: what the system reports.
  @discardableResult
  public static func clear(
    in folder: String, onlyAside: Bool = false
  ) throws(FileError) -> [String] {
    guard Folder.exists(folder) else { return [] }
    var cleared: [String] = []
    let previous = "\(Aside.prefix)previous-"
    for name in try Folder.entries(of: folder) where name.hasPrefix(Aside.prefix) {
      let path = "\(folder)/\(name)"
      if name.hasPrefix(previous) {
        if onlyAside { continue }
        let place = "\(folder)/\(name.dropFirst(previous.count))"
        if Folder.exists(place) {
          try Folder.remove(path)
        } else {
          try Folder.rename(path, to: place)
        }
      } else if let base = Aside.base(of: name), isAbandoned("\(folder)/\(base)") {
        try Folder.remove(path)
      } else {
        continue
      }
      cleared.append(name)
    }
    return cleared
  }

  /// Removes or restores what killed runs left beside a file or folder.
  public static func clear(beside path: String) throws(FileError) {
    try clear(in: Aside.folder(of: Aside.resolved(path)))
  }

  /// True when nobody holds the lock of what is built aside under a path.
  private static func isAbandoned(_ path: String) -> Bool {
    let descriptor = unsafe placewise_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}
