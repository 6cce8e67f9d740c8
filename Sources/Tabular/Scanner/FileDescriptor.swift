import Glibc

/// An open file that is closed when it is no longer held.
final class FileDescriptor {
  /// The number the operating system knows it by.
  let number: Int32
  private let isOwned: Bool

  /// Opens a file for reading.
  init(opening path: String) throws(SystemFailure) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if number < 0 { throw SystemFailure(errno) }
    self.number = number
    isOwned = true
  }

  /// Uses a file that somebody else closes.
  init(borrowing number: Int32) {
    self.number = number
    isOwned = false
  }

  deinit {
    if isOwned { close(number) }
  }
}

extension SystemFailure {
  /// The failure that the C library reports by this number.
  init(_ code: Int32) {
    reason = unsafe String(cString: strerror(code))
  }
}
