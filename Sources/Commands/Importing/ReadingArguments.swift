import Importers
import Places
import Tabular

/// What a command line says of files: layout and options, and how their bytes are read.
struct ReadingArguments {
  /// The options of the commands that read files.
  static let options: [CommandSpec.Option] =
    [
      .init("--layout", value: "LAYOUT", "read the files by this layout (default: found out)"),
      .init("--place", value: "PLACE", "the one place that all rows are about"),
      .init("--period", value: "PERIOD", "the period of all rows: 2024-25, 2024, 2024-04-01/P1Y"),
      .init("--units", value: "UNITS", "what one unit of money is: pounds, thousands or millions"),
      .init("--published", value: "DATE", "the day of publication, such as 2025-10-09"),
      .init("--measure", value: "ID", "what the column of values measures"),
      .init(
        "--column", value: "ROLE=NAME", repeats: true,
        "which column holds what (layouts mapped and payments: amount, date, supplier, …)"),
    ] + DialectArguments.options

  /// What layouts may know beyond the file.
  let options: ImportOptions
  private let dialect: Dialect?

  /// Reads them; the place is looked up where there is a register.
  init(_ arguments: Arguments, _ register: Register?) throws {
    dialect = try DialectArguments.dialect(arguments)
    var options = try ImportArguments.options(arguments)
    if let name = options.layout, Layouts.named(name) == nil {
      let known = Layouts.all.map(\.id).joined(separator: ", ")
      throw CommandFailure(.usage, "there is no layout '\(name)'; known are \(known)")
    }
    if let place = arguments.value("--place"), let register {
      options.place = try PlaceArgument.resolve(place, in: register).code
    }
    self.options = options
  }

  /// How the command line says that bytes are read, or nil.
  var namedDialect: Dialect? { dialect }

  /// How a file's bytes are read: as the command line says, or as the file's first part shows.
  ///
  /// Nil means the usual: commas, or what else gives columns where a comma gives none.
  func dialect(for file: OpenedFile) -> Dialect? {
    if let dialect { return dialect }
    let sniffed = Dialect.sniff(file.bytes)
    return sniffed.isFounded && sniffed.dialect.delimiter != 0x2C ? sniffed.dialect : nil
  }
}
