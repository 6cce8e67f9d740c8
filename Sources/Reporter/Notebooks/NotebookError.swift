/// Why a notebook could not be read or run: a sentence and the line it is about.
public struct NotebookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line in the notebook, from 1.
  public let line: Int
  /// What was found, what was expected.
  public let message: String

  /// Names a line and what is wrong there.
  public init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }

  /// The sentence with its line.
  public var description: String { "\(line): \(message)" }
}
