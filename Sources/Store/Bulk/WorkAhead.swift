import Dispatch
import Synchronization

/// Does numbered pieces of work on other threads and hands the results out in their order.
///
/// Never more than a few are ahead, so that memory does not grow with their number.
public final class WorkAhead<Value: Sendable, Failure: Error>: Sendable {
  private final class Slot: Sendable {
    let result = Mutex<Result<Value, Failure>?>(nil)
    let isReady = DispatchSemaphore(value: 0)
  }

  private let depth: Int
  private let slots: [Slot]
  private let work: @Sendable (Int) throws(Failure) -> Value

  /// Begins with the first of `count` pieces of work, `depth` at a time.
  public init(
    count: Int, depth: Int, _ work: @escaping @Sendable (Int) throws(Failure) -> Value
  ) {
    slots = (0..<count).map { _ in Slot() }
    self.depth = depth
    self.work = work
    for index in 0..<min(depth, count) { begin(index) }
  }

  private func begin(_ index: Int) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let result = Result { () throws(Failure) in try work(index) }
      slots[index].result.withLock { $0 = result }
      slots[index].isReady.signal()
    }
  }

  /// The result of a piece of work, once it is done; each is asked for once, in order.
  ///
  /// - Throws: what the work threw.
  public func take(_ index: Int) throws(Failure) -> Value {
    slots[index].isReady.wait()
    if index + depth < slots.count { begin(index + depth) }
    let result = slots[index].result.withLock { slot in
      defer { slot = nil }
      return slot
    }
    guard let result else { preconditionFailure("a result was asked for twice") }
    return try result.get()
  }
}
