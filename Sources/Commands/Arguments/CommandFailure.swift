import Importers
import Indicators
import Store

/// Why a command stopped: a sentence for standard error and an exit code.
public struct CommandFailure: Error, Sendable, CustomStringConvertible {
  /// The exit code.
  public let code: ExitCode
  /// The sentence.
  public let message: String

  /// Makes a failure.
  public init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The sentence.
  public var description: String { message }

  /// The failure that an error of a floor below means for the shell.
  public init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let refusal as ImportError: self.init(.inputRefused, refusal.description)
    case let store as StoreError:
      self.init(store.isStorageFailure ? .outputFailed : .databaseRefused, store.description)
    case let file as FileError: self.init(.outputFailed, "\(file)")
    case let formula as FormulaError: self.init(.inputRefused, formula.description)
    default: self.init(.outputFailed, "\(error)")
    }
  }
}
