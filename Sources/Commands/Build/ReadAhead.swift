import Dispatch
import Importers
import Synchronization

/// Reads files on another thread while the one before is being stored, in the order of the list.
///
/// Never more than a few are read ahead, so that memory does not grow with their number.
final class ReadAhead: Sendable {
  private final class Slot: Sendable {
    let result = Mutex<Result<FileReading, any Error>?>(nil)
    let isReady = DispatchSemaphore(value: 0)
  }

  /// How many files are in memory beside the one being stored.
  private static let depth = 2

  private let slots: [Slot]
  private let read: @Sendable (Int) throws -> FileReading

  /// Begins to read the first of `count` files.
  init(count: Int, _ read: @escaping @Sendable (Int) throws -> FileReading) {
    slots = (0..<count).map { _ in Slot() }
    self.read = read
    for index in 0..<min(Self.depth, count) { begin(index) }
  }

  private func begin(_ index: Int) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let result = Result { try read(index) }
      slots[index].result.withLock { $0 = result }
      slots[index].isReady.signal()
    }
  }

  /// The file of a number, once it has been read; each is asked for once, in order.
  ///
  /// - Throws: what reading it threw.
  func take(_ index: Int) throws -> FileReading {
    slots[index].isReady.wait()
    if index + Self.depth < slots.count { begin(index + Self.depth) }
    let result = slots[index].result.withLock { slot in
      defer { slot = nil }
      return slot
    }
    guard let result else { throw CommandFailure(.outputFailed, "a file was asked for twice") }
    return try result.get()
  }
}
