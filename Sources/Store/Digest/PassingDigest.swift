import Synchronization

/// A SHA-256 digest of bytes as they go by.
///
/// A processor with instructions for it takes the digest on the spot, while the bytes are near; for
/// any other the work is done by a `HashingThread`.
public final class PassingDigest: Sendable {
  private struct Passed {
    var digest = SHA256()
    var bytes = 0
  }

  private let passed = Mutex(Passed())
  private let thread: HashingThread?

  /// Begins with nothing.
  public convenience init() { self.init(onThread: !SHA256.hasInstructions) }

  /// A digest for which it is said where the work is done, so that both ways are tested.
  init(onThread: Bool) { thread = onThread ? HashingThread() : nil }

  /// Adds bytes.
  public func add(_ bytes: Span<UInt8>) {
    if let thread { return thread.add(bytes) }
    passed.withLock { passed in
      passed.digest.update(bytes)
      passed.bytes += bytes.count
    }
  }

  /// The digest of all that was added so far, and how many bytes that was.
  public func finish() -> (sha256: String, bytes: Int) {
    if let thread { return thread.finish() }
    let all = passed.withLock { $0 }
    return (SHA256.hex(all.digest.finalize()), all.bytes)
  }
}
