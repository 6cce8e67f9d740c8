import Store
import Synchronization

/// The digest of a file's bytes, taken while they are read.
final class DigestOfPieces: Sendable {
  private let state = Mutex((digest: SHA256(), bytes: 0))

  func add(_ piece: Span<UInt8>) {
    state.withLock { state in
      state.digest.update(piece)
      state.bytes += piece.count
    }
  }

  func finish() -> (sha256: String, bytes: Int) {
    state.withLock { state in (SHA256.hex(state.digest.finalize()), state.bytes) }
  }
}
