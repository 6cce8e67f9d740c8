import Places

/// What `--as-of` means: everything as it was known on a day.
enum DayArgument {
  /// The option, for commands that can look back.
  static let option = CommandSpec.Option(
    "--as-of", value: "DATE",
    "as known on that day: only what was published by then, such as 2025-01-31")

  /// The day that a command line asks for, or nil.
  ///
  /// - Throws: `CommandFailure` with code 2 for anything that is no day.
  static func asOf(_ arguments: Arguments) throws -> Day? {
    guard let text = arguments.value(option.name) else { return nil }
    guard let day = Day(text) else {
      throw CommandFailure(
        .usage, "found \(option.name) \(text), expected a day such as 2025-01-31")
    }
    return day
  }
}
