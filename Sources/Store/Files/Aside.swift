import CSQLite
import Glibc

/// The names of what is built aside, and the lock that says that somebody still builds it.
///
/// What is built aside stands in the same folder as what it replaces, so that it can be renamed, and
/// is called `.placewise-` and thirteen characters. Its maker holds a lock (`flock`) on it as long as
/// it lives; the system takes the lock from a process that is killed. So whatever has such a name
/// and no lock is left over from a killed run. See `Leftovers`.
enum Aside {
  static let prefix = ".placewise-"

  /// What SQLite adds to the name of a database for its companions.
  static let companions = ["-journal", "-wal", "-shm"]

  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Where the old content goes for a moment where two names cannot be exchanged.
  static func previous(of path: String) -> String {
    "\(folder(of: path))/\(prefix)previous-\(name(of: path))"
  }

  /// A name that is not taken, below the folder of `path`.
  static func random(beside path: String) -> String {
    let digits = String(UInt64.random(in: 0 ... .max), radix: 36)
    let padding = String(repeating: "0", count: 13 - digits.count)
    return "\(folder(of: path))/\(prefix)\(padding)\(digits)"
  }

  /// The name of what a leftover belongs to; nil when the name is not one of ours.
  ///
  /// SQLite also writes `-mj` and nine hexadecimal digits while it commits to several files at once.
  static func base(of name: String) -> String? {
    guard name.hasPrefix(prefix) else { return nil }
    let digits = name.dropFirst(prefix.count).prefix(13)
    let rest = name.dropFirst(prefix.count + 13)
    let isNumbered =
      rest.hasPrefix("-mj") && rest.utf8.count == 12 && rest.dropFirst(3).allSatisfy(\.isHexDigit)
    guard rest.isEmpty || companions.contains(String(rest)) || isNumbered else { return nil }
    let isOurs =
      digits.utf8.count == 13 && digits.utf8.allSatisfy { (48...57) ~= $0 || (97...122) ~= $0 }
    return isOurs ? prefix + digits : nil
  }

  /// The path that is replaced: where a symbolic link leads to, so that the link stays.
  static func resolved(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    guard let target = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(target) }
    return unsafe String(cString: target)
  }

  /// Makes something under a name of ours and locks it.
  ///
  /// `make` is told the name and returns a descriptor, or -1 with `errno` set.
  static func make(
    beside path: String, _ make: (String) -> Int32
  ) throws(FileError) -> (path: String, descriptor: Int32) {
    for _ in 0..<100 {
      let name = random(beside: path)
      let descriptor = make(name)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else {
        throw FileError(operation: "write to the folder", path: folder(of: path), number: errno)
      }
      // Between the making and the lock it looks left over: another run may have removed it.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(name, descriptor) {
        return (name, descriptor)
      }
      close(descriptor)
    }
    throw FileError(operation: "write to the folder", path: folder(of: path), number: EEXIST)
  }

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var (named, opened) = (stat(), stat())
    guard unsafe lstat(path, &named) == 0, unsafe fstat(descriptor, &opened) == 0 else {
      return false
    }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }
}
