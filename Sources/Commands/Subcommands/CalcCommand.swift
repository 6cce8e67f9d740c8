import Disclosure
import FoundationEssentials
import Importers
import Indicators
import Statistics
import Tabular

/// `placewise calc`: a statistic for every row of a CSV of one's own.
enum CalcCommand: Command {
  static let spec = CommandSpec(
    "calc", "a statistic for every row of a CSV of one's own", arguments: "METHOD FILE",
    count: 0...2,
    options: [
      .init("--list", "the methods, with the columns that each one reads and writes"),
      .init("--by", value: "COLUMNS", "long form: the columns that name an area, joined by commas"),
    ],
    examples: [
      "placewise calc --list", "placewise calc crude_rate rates.csv -o rates-with-intervals.csv",
      "placewise calc dsr_dobson bands.csv --by area   # one row per area and age band",
      "placewise calc sick_pay earnings.csv   # under each row of sick-pay-scenarios.csv",
      "placewise calc disclosure table.json",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    if arguments.isSet("--list") {
      try session.write(list(try sickPay(session)))
      return .done
    }
    guard arguments.positional.count == 2 else {
      throw CommandFailure(.usage, "'calc' needs METHOD and FILE, or --list")
    }
    let (name, path) = (arguments.positional[0], arguments.positional[1])
    let output = Output(path: arguments.value("--output"))
    if name == "disclosure" { return try disclosure(path, output) }
    if name == "sick_pay" {
      let method = try sickPay(session)
      guard !method.outputs.isEmpty else {
        throw CommandFailure(
          .inputRefused,
          "\(session.workspace.catalogue): there is no sick-pay-scenarios.csv; name a workspace that "
            + "has one with --workspace DIR")
      }
      return try RowCalculation(method: method).run(path, output, session.console)
    }
    guard let method = Calculator.method(named: name) else {
      let nearest = Calculator.nearest(to: name)
      let hint =
        nearest.isEmpty
        ? "'placewise calc --list' lists them"
        : "did you mean \(nearest.joined(separator: " or "))?"
      throw CommandFailure(.usage, "there is no method '\(name)'; \(hint)")
    }
    if let by = arguments.value("--by") {
      let names = by.split(separator: ",").map(String.init)
      return try LongCalculation(method: method, by: names).run(path, output, session.console)
    }
    return try RowCalculation(method: method).run(path, output, session.console)
  }

  /// Sick pay under the scenarios of the workspace's catalogue.
  private static func sickPay(_ session: Session) throws -> CalculationMethod {
    let scenarios = try CatalogueFiles(workspace: session.workspace).scenarios()
    return Calculator.sickPay(scenarios.map { ($0.id, $0.rule) })
  }

  private static func list(_ sickPay: CalculationMethod) -> Grid {
    var grid = Grid(["method", "reads", "writes", "what it computes"])
    for method in Calculator.methods + [sickPay] {
      grid.append([
        .words(method.name), .words(method.inputs.map(\.name).joined(separator: ", ")),
        .words(method.outputs.map(\.name).joined(separator: ", ")), .words(method.summary),
      ])
    }
    grid.append([
      .words("disclosure"), .words("a case file in JSON"), .words("JSON"),
      .words("which cells of a table must be hidden, and what its readers can work out"),
    ])
    return grid
  }

  private static func disclosure(_ path: String, _ output: Output) throws -> ExitCode {
    let file = try InputFile.open(path)
    do {
      let answer = try DisclosureCase(json: Data(file.bytes)).answer()
      try output.write(answer.json() + "\n")
      return .done
    } catch let error as DisclosureError {
      throw CommandFailure(.inputRefused, "\(path): \(error)")
    }
  }
}
