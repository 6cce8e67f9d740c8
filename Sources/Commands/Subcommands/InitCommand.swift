import Places
import Reporter

/// `placewise init`: a new workspace.
enum InitCommand: Command {
  static let spec = CommandSpec(
    "init", "make a new workspace, with the data sets of this one", arguments: "DIR", count: 1...1,
    options: [
      .init(
        "--place", value: "PLACE", repeats: true,
        "a place that gets a report and a plan; several times for several"),
      .init(
        "--empty", "take only what every build needs: places, population, deflators, catalogue"),
    ],
    examples: [
      "placewise init leeds --place Leeds", "placewise init mine --empty --workspace placewise",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let (register, rows) = try Datasets(session.workspace).register()
    guard !rows.places.isEmpty else {
      throw CommandFailure(
        .inputRefused,
        "\(session.workspace.datasets): there are no data sets here to begin with; name the folder "
          + "of a workspace with --workspace DIR")
    }
    let places = try arguments.all("--place").map { try PlaceArgument.resolve($0, in: register) }
    let path = arguments.positional[0]
    let workspace = NewWorkspace(
      source: session.workspace, places: places, isEmpty: arguments.isSet("--empty"))
    let count = try workspace.write(to: path)
    session.console.say(
      "\(path): a workspace with \(Plural.of(count, "folder")) of data sets; next: placewise build "
        + "--workspace \(path)")
    return .done
  }
}
