import Dispatch
import Synchronization

/// A value that one thread makes while others go on until they need it.
public final class LateValue<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isReady = DispatchSemaphore(value: 0)

  /// A value that is not there yet.
  public init() {}

  /// Gives the value, once; nil where there will be none.
  public func set(_ made: Value?) {
    value.withLock { $0 = made }
    isReady.signal()
  }

  /// Waits for the value.
  public func wait() -> Value? {
    isReady.wait()
    // For the next who waits.
    isReady.signal()
    return value.withLock { $0 }
  }
}
