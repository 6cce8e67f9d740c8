import Evidence
import FoundationEssentials
import Importers
import Places
import Store

/// `placewise adopt`: published files become a shipped data set.
enum AdoptCommand: Command {
  static let spec = CommandSpec(
    "adopt", "turn published files into a shipped data set", arguments: "FILE…",
    count: 1...1000,
    options: [
      .init("--dataset", value: "NAME", "the data set's folder below datasets/"),
      .init("--title", value: "TEXT", "the data set's title, where it is new"),
      .init("--name", value: "NAME", "the resource's name (default: from layout and period)"),
      .init("--layout", value: "LAYOUT", "read the files by this layout"),
      .init("--period", value: "PERIOD", "the period of all rows, such as 2024-25"),
      .init("--units", value: "UNITS", "pounds, thousands or millions"),
      .init("--measure", value: "ID", "what the column of values measures"),
      .init("--column", value: "ROLE=NAME", repeats: true, "which column holds what (mapped)"),
      .init("--published", value: "DATE", "the day of publication, such as 2025-10-09"),
      .init("--publisher", value: "TEXT", "who published the files"),
      .init("--publication", value: "TEXT", "the publication's title"),
      .init("--url", value: "URL", "where it was published"),
      .init("--keep", value: "PATTERN", repeats: true, "only measures that fit, such as ro3.*.net"),
      .init("--since", value: "YEAR", "only periods from this year on"),
      .init("--country", value: "CODE", "only places of this country, such as E92000001"),
    ],
    examples: [
      "placewise adopt RSX_2025-26.csv --dataset revenue-outturn --published 2026-10-08",
      "placewise adopt population-count.csv --dataset population --since 2010",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    guard let dataset = arguments.value("--dataset"), Adoption.isName(dataset) else {
      throw CommandFailure(
        .usage, "'adopt' needs --dataset NAME, a name of small letters, digits and dashes")
    }
    if let name = arguments.value("--name"), !Adoption.isName(name) {
      throw CommandFailure(
        .usage, "found --name \(name), expected a name of small letters, digits and dashes")
    }
    let datasets = try Datasets(session.workspace)
    let register = try datasets.register().register
    let catalogue = CatalogueFiles(workspace: session.workspace)
    var adoption = try Adoption(
      dataset: dataset, workspace: session.workspace, register: register,
      measures: try catalogue.measures(), arguments: arguments)
    let options = try ImportArguments.options(arguments)
    var code = ExitCode.done
    for path in arguments.positional {
      let file = try OpenedFile(path)
      let reading = try FileReading(
        file, register: register, breaks: SeriesBreaks([]), options: options, dataset: dataset)
      let ledger = reading.extract.ledger
      let name = try adoption.add(reading)
      session.console.say(
        "\(path): \(reading.source.layout): \(ledger.read) rows = \(ledger.loaded) loaded"
          + " + \(ledger.rejected) rejected + \(ledger.skipped) skipped → \(name)")
      for reject in reading.extract.rejects {
        session.console.warn("\(path):\(reject.line): \(reject.reason)")
        code = .rejects
      }
    }
    try adoption.write()
    return code
  }
}

/// The options that say how a file is read, shared by the commands that read files.
enum ImportArguments {
  /// Reads the options from a command line.
  static func options(_ arguments: Arguments) throws -> ImportOptions {
    var options = ImportOptions()
    options.layout = arguments.value("--layout")
    options.measure = arguments.value("--measure")
    options.published = arguments.value("--published")
    if let day = options.published, Day(day) == nil {
      throw CommandFailure(.usage, "found --published \(day), expected a day such as 2025-10-09")
    }
    if let period = arguments.value("--period") {
      guard let found = ImportOptions.period(named: period) else {
        throw CommandFailure(.usage, "found --period \(period), expected one such as 2024-25")
      }
      options.period = found
    }
    if let units = arguments.value("--units") {
      guard let scale = ImportOptions.scale(named: units) else {
        throw CommandFailure(
          .usage, "found --units \(units), expected pounds, thousands or millions")
      }
      options.scale = scale
    }
    for pair in arguments.all("--column") {
      guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
        throw CommandFailure(.usage, "found --column \(pair), expected ROLE=NAME")
      }
      options.columns[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
    }
    return options
  }
}
