/// What the manual says beyond the descriptions of the commands.
enum Manual {
  /// One line.
  static let summary = "local public-service figures, from published files to reports"

  /// What the program does, in paragraphs.
  static let description = [
    "placewise loads the CSV files that UK public bodies publish (council spending, service use, "
      + "sick pay, payments) into one SQLite database, computes prevention indicators for every "
      + "English council, combined authority, region and the nation, and writes reports as "
      + "Markdown, HTML, SVG and CSV.",
    "Every row of every file is accounted for: it is loaded, rejected with line and reason, or "
      + "skipped with a reason. A marker such as [x] never becomes 0.",
    "Data goes to standard output; progress, warnings and summaries go to standard error. After "
      + "any exit status but 0 and 3 the database and the reports are as they were.",
  ]

  /// Variables of the environment that are looked at.
  static let environment: [(name: String, meaning: String)] = [
    ("NO_COLOR", "where it is set and not empty, no colours are used"),
    ("TERM", "where it is 'dumb', neither colours nor a progress bar are used"),
  ]

  /// Files of a workspace.
  static let files: [(name: String, meaning: String)] = [
    ("placewise.db", "the database, which 'placewise build' makes anew from the data sets"),
    ("datasets/", "the data sets, each with a datapackage.json, and the catalogue"),
    ("reports/", "what 'placewise build' writes"),
  ]

  /// The reference of the commands as it stands in the README: a table in Markdown.
  static var markdown: String {
    var text = "| command | does | options of its own |\n| --- | --- | --- |\n"
    for command in CommandList.all {
      let spec = command.spec
      let usage = [spec.name, spec.arguments].filter { !$0.isEmpty }.joined(separator: " ")
      let options = spec.options.map { code($0.usage) }.joined(separator: " ")
      text += "| \(code(usage)) | \(spec.summary) | \(options) |\n"
    }
    let global = CommandSpec.global.map { code($0.usage) }.joined(separator: " ")
    return text + "\nEvery command also takes \(global).\n"
  }

  /// The exit codes as they stand in the README: a table in Markdown.
  static var exitCodes: String {
    var text = "| exit | means |\n| --: | --- |\n"
    for code in ExitCode.allCases { text += "| \(code.rawValue) | \(code.meaning) |\n" }
    return text
  }

  /// Words as code in a table, where a vertical bar must not end the cell.
  private static func code(_ text: String) -> String {
    "`" + text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      + "`"
  }
}
