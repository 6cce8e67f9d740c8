import Dispatch
import Synchronization

/// A short queue between the thread that reads a file and the one that stores it.
final class BatchQueue: Sendable {
  private struct State {
    var waiting: [TidyBatch] = []
    var isCancelled = false
  }

  private static let length = 6
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  init() {
    // Started from 0, as a semaphore may not end below the value it was made with.
    for _ in 0..<Self.length { free.signal() }
  }

  /// Waits for room and hands a batch over; false where nobody wants more.
  func send(_ batch: TidyBatch) -> Bool {
    free.wait()
    let isWanted = state.withLock { state in
      if !state.isCancelled { state.waiting.append(batch) }
      return !state.isCancelled
    }
    if isWanted { filled.signal() }
    return isWanted
  }

  /// Waits for the next batch; there is one until that with the ending was given.
  func next() -> TidyBatch {
    filled.wait()
    let batch = state.withLock { $0.waiting.removeFirst() }
    free.signal()
    return batch
  }

  /// Says that no more batches are wanted.
  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.waiting = []
    }
    free.signal()
  }
}
