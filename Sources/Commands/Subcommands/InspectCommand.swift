import Evidence
import Importers
import Places
import Tabular

/// `placewise inspect`: what a file is and what would be loaded from it; nothing is changed.
enum InspectCommand: Command {
  static let spec = CommandSpec(
    "inspect", "say what a CSV file is and what would be loaded; changes nothing",
    arguments: "FILE", count: 1...1,
    options: ReadingArguments.options + [
      .init("--summary", "of payments: sums by body, year and service, straight from the file"),
      .init("--rows", "print every record and finding as JSON, for programs"),
      .init("--header", value: "yes|no", "with --rows: the first record names the columns"),
      .init("--max-field", value: "BYTES", "with --rows: refuse longer fields"),
    ],
    examples: [
      "placewise inspect RSX_2024-25.csv",
      "placewise inspect payments.csv --summary --format csv",
      "placewise inspect spend.csv --rows --format json --delimiter ';'",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let path = arguments.positional[0]
    if arguments.isSet("--rows") { return try printRows(path, arguments, session) }
    _ = try OutputStyle(arguments)
    let inputs = ImportInputs.forInspection(session)
    let reading = try ReadingArguments(arguments, inputs?.register)
    if arguments.isSet("--summary") {
      try session.write(try PaymentSummaryTable.grid(path, reading, inputs))
      return .done
    }
    if path != "-", let large = PaymentSummaryTable.largeFile(path, reading, inputs) {
      try session.write(FileInspection.facts(of: large, try large.look()))
      return .done
    }
    let file = try InputFile.open(path)
    var inspection = FileInspection(file)
    do {
      try inspection.readTable(reading)
      if let inputs {
        try inspection.read(reading, inputs)
      } else {
        try inspection.recognise()
        session.console.warn(
          "there is no place register here, so the rows were not read; name a workspace with "
            + "--workspace DIR")
      }
    } catch {
      inspection.facts.add("refused", error.message)
      try session.write(inspection.facts)
      throw error
    }
    try session.write(inspection.facts)
    return .done
  }

  /// Prints the records as the reader of CSV sees them, or its error.
  private static func printRows(
    _ path: String, _ arguments: Arguments, _ session: Session
  ) throws -> ExitCode {
    guard [nil, "json"].contains(arguments.value("--format")) else {
      throw CommandFailure(.usage, "--rows prints JSON; leave --format out or say --format json")
    }
    let dialect = try DialectArguments.dialect(arguments) ?? Dialect()
    let inspection = InspectionJSON(InputFile.source(path), dialect: dialect)
    var error: CSVError?
    if session.output.path == nil {
      error = try inspection.write { try session.output.write($0) }
    } else {
      // A file is written whole or not at all.
      var bytes: [UInt8] = []
      error = inspection.write { bytes += $0 }
      try session.output.write(bytes)
    }
    guard let error else { return .done }
    throw CommandFailure(
      error.kind == .invalidDialect ? .usage : .inputRefused, "\(path): \(error)")
  }
}
