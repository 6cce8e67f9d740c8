import Dispatch
import Synchronization

/// A short queue between a thread that makes something and one that takes it, in order.
///
/// The maker waits while too much is there, so memory does not grow with the work.
public final class HandOver<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  private let looks: Int

  /// A queue with room for `length`; whoever waits looks so often again before going to sleep.
  ///
  /// To be woken takes longer than a small piece of work.
  public init(length: Int, looks: Int = 0) {
    self.looks = looks
    // Started from 0, as a semaphore may not end below the value it was made with.
    for _ in 0..<length { free.signal() }
  }

  /// Waits for room and hands something over; false where nobody wants more.
  ///
  /// What is handed over is not held here any more, so that its taker may change it in place.
  public func send(_ element: consuming Element) -> Bool {
    wait(for: free)
    var given: Element? = consume element
    let isWanted = state.withLock { state in
      if state.isCancelled { return false }
      if let element = given.take() { state.waiting.append(element) }
      return true
    }
    if isWanted { filled.signal() }
    return isWanted
  }

  /// Waits for the next; the maker says in what it hands over which is the last.
  public func next() -> Element {
    wait(for: filled)
    let element = state.withLock { $0.waiting.removeFirst() }
    free.signal()
    return element
  }

  private func wait(for semaphore: DispatchSemaphore) {
    for _ in 0..<looks where semaphore.wait(timeout: .now()) == .success { return }
    semaphore.wait()
  }

  /// Says that nothing more is wanted.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.waiting = []
    }
    free.signal()
  }
}
