import Dispatch
import Synchronization

/// A SHA-256 digest that is taken on a thread of its own, while its maker goes on.
///
/// Bytes are copied, and wait in memory that does not grow: who adds them faster than they can be
/// taken has to wait.
public final class HashingThread: Sendable {
  private static let pieceBytes = 1 << 18
  private static let pieces = 6

  private struct Hash {
    var digest: SHA256
    var bytes = 0
  }

  private let hash: Mutex<Hash>
  /// Pieces to be filled again; apart from the digest, so that nobody waits for it to get one.
  private let spare = Mutex<[[UInt8]]>([])
  private let queue = DispatchQueue(label: "placewise.digest", qos: .userInitiated)
  private let room = DispatchSemaphore(value: 0)

  /// Goes on from a digest.
  public init(_ digest: SHA256 = SHA256()) {
    hash = Mutex(Hash(digest: digest))
    // Started from 0, as a semaphore may not end below the value it was made with.
    for _ in 0..<Self.pieces { room.signal() }
  }

  /// Adds bytes.
  public func add(_ bytes: Span<UInt8>) {
    var start = 0
    while start < bytes.count {
      let count = min(Self.pieceBytes, bytes.count - start)
      add(piece: bytes.extracting(start..<start + count))
      start += count
    }
  }

  private func add(piece: Span<UInt8>) {
    room.wait()
    let count = piece.count
    var copy =
      spare.withLock { $0.popLast() } ?? [UInt8](repeating: 0, count: Self.pieceBytes)
    unsafe piece.withUnsafeBytes { source in
      unsafe copy.withUnsafeMutableBytes { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        unsafe to.copyMemory(from: from, byteCount: count)
      }
    }
    let bytes = copy
    queue.async { [self] in
      hash.withLock { hash in
        hash.digest.update(bytes.span.extracting(first: count))
        hash.bytes += count
      }
      spare.withLock { $0.append(bytes) }
      room.signal()
    }
  }

  /// The digest of all that was added so far, and how many bytes that was.
  public func finish() -> (sha256: String, bytes: Int) {
    let all = queue.sync { hash.withLock { (digest: $0.digest, bytes: $0.bytes) } }
    return (SHA256.hex(all.digest.finalize()), all.bytes)
  }
}
