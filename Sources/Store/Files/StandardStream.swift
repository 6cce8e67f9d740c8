import Glibc

/// The two streams that a program writes to, written without a buffer that could hide a failure.
public enum StandardStream: Int32, Sendable {
  /// Standard output: data.
  case output = 1
  /// Standard error: words.
  case error = 2

  /// True where the stream is a terminal.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all bytes.
  ///
  /// - Throws: `FileError` where the stream does not take them: a full disk, a reader that went
  ///   away (`EPIPE`, where the signal is ignored).
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    var written = 0
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      while written < buffer.count {
        let count = unsafe Glibc.write(rawValue, base + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        written += count
      }
    }
    if failure != 0 {
      throw FileError(
        operation: "write", path: self == .output ? "standard output" : "standard error",
        number: failure)
    }
  }

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }
}

/// What the system does to a process that must not leave things half done.
public enum Signals {
  /// Lets writing beyond a file-size limit or to a reader that went away fail with an error,
  /// instead of ending the process in the middle.
  public static func makeFailuresVisible() {
    _ = signal(SIGXFSZ, SIG_IGN)
    _ = signal(SIGPIPE, SIG_IGN)
  }
}
