import Evidence
import FoundationEssentials
import Importers
import Indicators
import Places
import Reporter
import Store

/// `placewise build`: the main job.
enum BuildCommand: Command {
  static let spec = CommandSpec(
    "build", "import what changed, compute indicators, write reports", arguments: "[PLACE…]",
    count: 0...1000,
    options: [
      .init("--check", "write nothing; exit 1 and say which figures moved"),
      .init("--fresh", "start from datasets/ alone, without files imported by hand"),
      .init("--all", "reports for every place, not only those of publications.csv"),
    ],
    examples: ["placewise build", "placewise build --check"])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let workspace = session.workspace
    let inputs = try BuildInputs(workspace)
    if arguments.isSet("--check") {
      return try BuildCheck(workspace: workspace, console: session.console).run(inputs)
    }
    if !arguments.isSet("--fresh"), !arguments.isSet("--all"), arguments.positional.isEmpty,
      try ReportFolder.isCurrent(workspace, inputs)
    {
      session.console.say(
        "nothing has changed: \(workspace.database) and \(workspace.reports)/ are current")
      return .done
    }
    let began = ContinuousClock.now
    let carried =
      !arguments.isSet("--fresh") && FileManager.default.fileExists(atPath: workspace.database)
      ? workspace.database : nil
    var replacement = try DatabaseReplacement(path: workspace.database, replacing: carried == nil)
    var folder = try DirectoryReplacement(path: workspace.reports)
    let outcome = try build(
      workspace, inputs, session.console, carried, replacement.temporaryPath, folder.temporaryPath)
    try replacement.swap()
    try folder.swap()
    try replacement.commit()
    try folder.commit()
    let seconds =
      Double((ContinuousClock.now - began).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - began).components.seconds)
    session.console.say(
      "built \(workspace.database) from \(outcome.sources.count) files: "
        + "\(outcome.table.count) values of \(outcome.catalogue.indicators.count) indicators; "
        + "reports in \(workspace.reports)/ (\(DecimalOutput.fixed(seconds, 1)) s)")
    return outcome.hasRejects ? .rejects : .done
  }

  private static func build(
    _ workspace: Workspace, _ inputs: BuildInputs, _ console: Console, _ carried: String?,
    _ database: String, _ reports: String
  ) throws -> DatabaseBuild.Outcome {
    let connection = try Database.make(database)
    let outcome = try DatabaseBuild(workspace: workspace, console: console)
      .fill(connection, inputs: inputs, carryingFrom: carried)
    let context = ReportContext(
      catalogue: outcome.catalogue, register: outcome.register, table: outcome.table,
      sources: outcome.sources, version: Placewise.version)
    try connection.begin()
    try ReportFolder.write(ReportSet(context), to: reports, connection)
    try Database.writeDigests(connection)
    try connection.commit()
    return outcome
  }
}
