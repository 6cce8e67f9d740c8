import CSQLite
import Synchronization

/// Stops the statements of one connection from another thread.
///
/// It may be kept longer than the connection, and then does nothing. It takes a lock, so it must not
/// be used within a signal handler; a thread that waits for signals may use it.
public final class Interrupter: Sendable {
  /// The address of the connection while it is open: a number, as pointers are not `Sendable`.
  private let address: Mutex<UInt?>

  init(_ pointer: OpaquePointer) {
    address = Mutex(UInt(bitPattern: pointer))
  }

  /// Makes the statements that run now throw `SQLITE_INTERRUPT`.
  public func interrupt() {
    address.withLock { address in
      guard let address, let pointer = unsafe OpaquePointer(bitPattern: address) else { return }
      unsafe sqlite3_interrupt(pointer)
    }
  }

  /// Forgets the connection, which is about to be closed.
  func detach() {
    address.withLock { $0 = nil }
  }
}
