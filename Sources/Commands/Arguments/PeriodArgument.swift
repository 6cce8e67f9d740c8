import Evidence
import Importers

/// What the word PERIOD means on a command line, `latest` apart.
enum PeriodArgument {
  /// The period that a text means.
  ///
  /// - Throws: `CommandFailure` with code 2 and an example.
  static func resolve(_ text: String) throws -> Period {
    if let period = ImportOptions.period(named: text) { return period }
    throw CommandFailure(
      .usage, "found the period '\(text)', expected one such as 2024-25, mid-2024 or latest")
  }
}
