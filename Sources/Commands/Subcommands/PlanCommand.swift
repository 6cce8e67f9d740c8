import Indicators
import Places
import Reporter
import Store

/// `placewise plan`: one place's ten-year prevention plan.
enum PlanCommand: Command {
  static let spec = CommandSpec(
    "plan", "one place's ten-year prevention plan, or with its files in a folder",
    arguments: "PLACE", count: 0...1,
    options: [
      DayArgument.option,
      .init("--coverage", "instead: how often reality fell within projected ranges, as CSV"),
      WithArgument.option,
      BoundariesArgument.option,
    ],
    examples: [
      "placewise plan \"Greater Manchester\"", "placewise plan Leeds -o plan-folder",
      "placewise plan Leeds --format html -o plan.html",
      "placewise plan Leeds --with \"Bradford;Sheffield\"",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let boundaries = try BoundariesArgument.resolve(arguments)
    var context = try ReportSource.context(session, withPlans: true, on: boundaries)
    if arguments.isSet("--coverage") {
      let review = ProjectionReview(context.catalogue, context.table, learns: true)
      try Output(path: arguments.value("--output")).write(CoverageText.csv(review))
      return .done
    }
    guard !arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "'plan' needs PLACE")
    }
    let place = try PlaceArgument.resolve(arguments.positional[0], in: context.register)
    if let said = BoundariesArgument.remark(on: place, boundaries, context.register) {
      guard place.end == nil else {
        throw CommandFailure(.usage, said + "; a plan looks ten years ahead, so make it for those")
      }
      session.console.say(said)
    }
    context.further = try WithArgument.further(arguments, beside: place, in: context.register)
    guard PlaceReport.hasFigures(context, place) else {
      throw CommandFailure(
        .usage, try PlaceHoldingsMessage.text(place, session.openDatabase()))
    }
    if try session.wantsHTML() {
      try session.output.write(Array(PlanReport(context, place).page().utf8))
      return .done
    }
    let files = PlanReport(context, place).files()
    guard let folder = arguments.value("--output") else {
      let text = files.first { $0.path == "plan.md" }?.bytes ?? []
      try Output().write(text)
      return .done
    }
    try FolderOutput.write(files, to: folder)
    session.console.say("\(place.name): \(files.count) files in \(folder)/")
    return .done
  }
}
