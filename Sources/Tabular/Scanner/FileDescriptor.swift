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

  /// What tells whether a file was changed since; nil for a pipe or a device.
  var stamp: FileStamp? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Reads what fits; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(SystemFailure) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(number, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw SystemFailure(errno) }
    }
  }
}

/// The size of a file and when it was last written to.
struct FileStamp: Equatable {
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}

extension SystemFailure {
  /// The failure that the C library reports by this number.
  init(_ code: Int32) {
    reason = unsafe String(cString: strerror(code))
  }
}
