import Synchronization

/// Takes what a command writes, and feeds what it reads, in place of the standard streams.
///
/// It is bound to a task, so that commands run side by side in one process do not mix.
final class Capture: Sendable {
  /// The capture of this task, or nil where the standard streams are used.
  @TaskLocal static var current: Capture?

  private struct Streams {
    var output: [UInt8] = []
    var error: [UInt8] = []
  }

  private let streams = Mutex(Streams())
  /// What stands on standard input.
  let input: [UInt8]

  /// Makes an empty capture with some bytes to read.
  init(input: [UInt8] = []) { self.input = input }

  /// What was written to standard output.
  var output: [UInt8] { streams.withLock { $0.output } }

  /// What was written to standard error, as text.
  var words: String { streams.withLock { String(decoding: $0.error, as: UTF8.self) } }

  /// Takes data.
  func take(output bytes: [UInt8]) { streams.withLock { $0.output += bytes } }

  /// Takes words.
  func take(error bytes: [UInt8]) { streams.withLock { $0.error += bytes } }
}
