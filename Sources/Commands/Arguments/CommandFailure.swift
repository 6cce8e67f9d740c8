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
    case let refusal as ImportError: self.init(.inputRefused, Self.sentence(refusal))
    case let store as StoreError where store.isBusy:
      self.init(
        .databaseRefused,
        "another command is writing to the database; try again when it has ended (\(store.code))")
    case let store as StoreError where store.kind == .older:
      self.init(
        .databaseRefused,
        "\(store.description); run 'placewise build', which keeps what was imported by hand")
    case let store as StoreError where store.isReadOnly:
      self.init(
        .outputFailed,
        "\(store.description); name another database with --db FILE, or ask for leave to write here"
      )
    case let store as StoreError:
      self.init(store.isStorageFailure ? .outputFailed : .databaseRefused, store.description)
    case let file as FileError: self.init(.outputFailed, "\(file)")
    case let formula as FormulaError: self.init(.inputRefused, formula.description)
    default: self.init(.outputFailed, "\(error)")
    }
  }

  /// The sentence of a refusal, which says where only once.
  private static func sentence(_ refusal: ImportError) -> String {
    guard let line = refusal.line, let column = refusal.column else { return refusal.description }
    let place = "line \(line), column \(column): "
    guard refusal.message.hasPrefix(place) else { return refusal.description }
    let message = String(refusal.message.dropFirst(place.count))
    return ImportError(
      refusal.kind, path: refusal.path, line: line, column: column, message
    ).description
  }
}
