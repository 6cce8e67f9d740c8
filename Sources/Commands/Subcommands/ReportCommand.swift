import Places
import Reporter

/// `placewise report`: one place's report.
enum ReportCommand: Command {
  static let spec = CommandSpec(
    "report", "one place's report on standard output, or with its files in a folder",
    arguments: "PLACE", count: 1...1,
    options: [
      DayArgument.option,
      .init(
        "--suppliers", value: "none|organisations",
        "who may be named of those paid (default: none)"),
      WithArgument.option,
      BoundariesArgument.option,
    ],
    examples: [
      "placewise report Leeds", "placewise report \"Greater Manchester\" -o report-folder",
      "placewise report Leeds --format html -o leeds.html",
      "placewise report Leeds --with Bradford --with core-cities",
      "placewise report footprint-surrey",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let boundaries = try BoundariesArgument.resolve(arguments)
    var context = try ReportSource.context(session, on: boundaries)
    context.namesOrganisations = try SupplierArgument.namesOrganisations(arguments)
    let place = try PlaceArgument.resolve(arguments.positional[0], in: context.register)
    if let said = BoundariesArgument.remark(on: place, boundaries, context.register) {
      session.console.say(said)
    }
    context.further = try WithArgument.further(arguments, beside: place, in: context.register)
    guard PlaceReport.hasFigures(context, place) else {
      throw CommandFailure(
        .usage, try PlaceHoldingsMessage.text(place, session.openDatabase()))
    }
    if try session.wantsHTML() {
      try session.output.write(Array(PlaceReport(context, place).page().utf8))
      return .done
    }
    let files = PlaceReport(context, place).files()
    guard let folder = arguments.value("--output") else {
      let text = files.first { $0.path == "report.md" }?.bytes ?? []
      try Output().write(text)
      return .done
    }
    try FolderOutput.write(files, to: folder)
    session.console.say("\(place.name): \(files.count) files in \(folder)/")
    return .done
  }
}
