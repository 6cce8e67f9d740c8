/// What a command takes: the one place from which its parser and its help are made.
public struct CommandSpec: Sendable {
  /// An option.
  public struct Option: Sendable {
    /// The name with its dashes.
    public let name: String
    /// A second name, such as `-o`.
    public let short: String?
    /// What stands for the value in the help; nil for a flag.
    public let value: String?
    /// One line.
    public let help: String
    /// True where the option may be given several times.
    public let repeats: Bool

    /// Makes an option.
    public init(
      _ name: String, short: String? = nil, value: String? = nil, repeats: Bool = false,
      _ help: String
    ) {
      self.name = name
      self.short = short
      self.value = value
      self.repeats = repeats
      self.help = help
    }
  }

  /// The command's name.
  public let name: String
  /// One line for the list of commands.
  public let summary: String
  /// The arguments after the name: `FILE…`, `[PLACE…]`, `PLACE`.
  public let arguments: String
  /// How few arguments will do, and how many at most.
  public let count: ClosedRange<Int>
  /// Its own options.
  public let options: [Option]
  /// An example with what it does.
  public let examples: [String]

  /// Makes a description.
  public init(
    _ name: String, _ summary: String, arguments: String = "", count: ClosedRange<Int> = 0...0,
    options: [Option] = [], examples: [String]
  ) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.count = count
    self.options = options
    self.examples = examples
  }

  /// Options that every command takes.
  public static let global: [Option] = [
    Option("--workspace", value: "DIR", "the folder with datasets/ and reports/ (default: .)"),
    Option("--db", value: "FILE", "the database (default: placewise.db in the workspace)"),
    Option(
      "--format", value: "FORMAT",
      "table, markdown, csv or json; html for a page of report, plan or compare"),
    Option("--output", short: "-o", value: "FILE", "write there instead of to standard output"),
    Option("--bom", "begin CSV with a byte order mark, so that spreadsheets read it right"),
    Option("--raw", "write CSV for machines, without protection from spreadsheet formulae"),
    Option("--quiet", "say nothing but errors"),
    Option("--verbose", "say more"),
    Option("--no-color", "no colours on a terminal"),
    Option("--help", short: "-h", "this help"),
  ]
}
