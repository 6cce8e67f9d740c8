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
      .init(
        "--update-lock",
        "accept changed inputs and note them in datasets/placewise.lock (--check: accept only)"),
      DayArgument.option,
      .init("--fresh", "start from datasets/ alone, without files imported by hand"),
      .init("--all", "reports for every place, not only those of publications.csv"),
    ],
    examples: [
      "placewise build", "placewise build --check", "placewise build --update-lock",
      "placewise build --as-of 2025-01-31 --workspace copy",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let workspace = session.workspace
    let asOf = try DayArgument.asOf(arguments)
    let locked = try LockedInputs(
      workspace, acceptsChanges: arguments.isSet("--update-lock"), console: session.console)
    let isOverdue = try DatasetFreshness.tell(workspace, on: asOf, session.console)
    if arguments.isSet("--check") {
      let code = try BuildCheck(workspace: workspace, console: session.console).run(
        locked, asOf: asOf, session)
      return isOverdue ? max(code, .checkFailed) : code
    }
    let isPartial = !arguments.positional.isEmpty
    if !arguments.isSet("--fresh"), !arguments.isSet("--all"), !isPartial,
      try ReportFolder.isCurrent(workspace, locked.inputs.known(on: asOf))
    {
      // A run that was killed when its work was done may have left the old content aside.
      for path in [workspace.database, workspace.reports] {
        try Leftovers.clear(beside: path)
      }
      try locked.write(workspace, console: session.console)
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
      Plan(
        workspace: workspace, locked: locked, asOf: asOf, carried: carried,
        places: arguments.positional, isWhole: arguments.isSet("--all")),
      session.console, replacement.temporaryPath, folder.temporaryPath)
    // Only the named places are written anew; nothing else is removed.
    if isPartial { try folder.carryOver() }
    try locked.write(workspace, console: session.console)
    try folder.synchronise()
    try replacement.swap()
    try folder.swap()
    try replacement.commit()
    try folder.commit()
    let time = (ContinuousClock.now - began).components
    let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
    session.console.say(
      "built \(workspace.database) from \(outcome.sources.count) files: "
        + "\(outcome.table.count) values of \(outcome.catalogue.indicators.count) indicators; "
        + "reports in \(workspace.reports)/ (\(DecimalOutput.fixed(seconds, 1)) s)")
    return outcome.hasRejects ? .rejects : .done
  }

  /// What is to be built.
  private struct Plan {
    let workspace: Workspace
    let locked: LockedInputs
    let asOf: Day?
    let carried: String?
    let places: [String]
    let isWhole: Bool

    /// What is written.
    func extent(_ register: Register) throws -> ReportSet.Extent {
      if isWhole {
        return .every(
          register.places.filter { place in
            place.isCurrent && (place.tier.isCouncil || place.tier == .combined)
              && place.country == "E92000001" || place.code == "E92000001"
          })
      }
      if places.isEmpty { return .published }
      return .only(try places.map { try PlaceArgument.resolve($0, in: register) })
    }
  }

  private static func build(
    _ plan: Plan, _ console: Console, _ database: String, _ reports: String
  ) throws -> DatabaseBuild.Outcome {
    let connection = try Database.make(database)
    var build = DatabaseBuild(workspace: plan.workspace, console: console)
    build.asOf = plan.asOf
    build.acceptsChanges = plan.locked.acceptsChanges
    let outcome = try build.fill(
      connection, inputs: plan.locked.inputs, carryingFrom: plan.carried)
    try connection.begin()
    let set = ReportSet(outcome.context, try plan.extent(outcome.register))
    try ReportFolder.write(set, to: reports, connection)
    try Database.writeDigests(connection, known: outcome.digests)
    try connection.commit()
    return outcome
  }
}
