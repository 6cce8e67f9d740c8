import Glibc

/// Why a file or folder could not be made, written or put in its place.
public struct FileError: Error, Sendable, Equatable {
  /// What was being done, as in "cannot *write*".
  public let operation: String

  /// The path that it was done to.
  public let path: String

  /// The number of the system's error, `errno`.
  public let number: Int32

  /// Names an operation, its path and the system's error.
  public init(operation: String, path: String, number: Int32) {
    self.operation = operation
    self.path = path
    self.number = number
  }

  /// True when there is no room: the disk, a quota or a file-size limit is exhausted.
  public var isFull: Bool { [ENOSPC, EDQUOT, EFBIG].contains(number) }

  /// True when the permission is lacking.
  public var isPermission: Bool { [EACCES, EPERM, EROFS].contains(number) }
}

extension FileError: CustomStringConvertible {
  /// One sentence, such as `cannot write reports/a.csv: No space left on device`.
  public var description: String {
    // Its text is the thread's own in the C library used here.
    let text = unsafe strerror(number).map { unsafe String(cString: $0) }
    return "cannot \(operation) \(path): \(text ?? "error \(number)")\(advice)"
  }

  /// What can be done about it, where that is plain.
  private var advice: String {
    guard operation.hasPrefix("write") || operation == "replace" else { return "" }
    return switch number {
    case ENOENT: "; make the folder first"
    case ENOTDIR: "; a file is where a folder is wanted"
    case EACCES, EPERM, EROFS: "; choose a place that you may write to"
    default: ""
    }
  }
}
