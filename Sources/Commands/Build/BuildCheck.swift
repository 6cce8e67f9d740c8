import FoundationEssentials
import Places
import Reporter
import Store

/// `build --check`: builds in a temporary folder and compares, leaving everything as it is.
struct BuildCheck {
  let workspace: Workspace
  let console: Console
  /// More moved figures than this are counted, not listed.
  private static let most = 200

  /// Compares the reports with what the data sets alone give.
  func run(_ locked: LockedInputs, asOf: Day?, _ session: Session) throws -> ExitCode {
    let temporary = try TemporaryFolder.make(for: "check")
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let connection = try Database.make("\(temporary)/placewise.db")
    var build = DatabaseBuild(workspace: workspace, console: console)
    build.asOf = asOf
    build.acceptsChanges = locked.acceptsChanges
    let outcome = try build.fill(connection, inputs: locked.inputs, carryingFrom: nil)
    var drift = Drift()
    var expected: Set<String> = []
    try ReportSet(outcome.context).forEach { file in
      expected.insert(file.path)
      drift.compare(file, in: workspace.reports)
    }
    drift.compare(leftIn: workspace.reports, expected: expected)
    guard !drift.isEmpty else {
      console.say("\(workspace.reports)/ is what the data sets give: \(expected.count) files")
      return .done
    }
    let figures = drift.moves.filter { !$0.isStanding }
    let style = try OutputStyle(session.arguments)
    if style.format == .table {
      try session.output.write(TerminalText.safe(text(drift, figures)))
    } else {
      try session.write(FigureMove.grid(figures, withCauses: false))
    }
    let beside = drift.moves.count - figures.count
    console.fail(
      "\(Plural.of(figures.count, "figure")) moved"
        + (beside > 0 ? " (of \(beside) more only notes, comparison or trend)" : "")
        + " and \(Plural.of(drift.files.count, "file")) differ from what the data sets alone give; "
        + "'placewise build --fresh' writes them anew, without files imported by hand")
    return .checkFailed
  }

  /// The figures that moved, then the files that differ.
  private func text(_ drift: Drift, _ figures: [FigureMove]) -> String {
    var lines = figures.prefix(Self.most).map(\.line)
    if figures.count > Self.most {
      lines.append("… and \(figures.count - Self.most) more figures; --format csv lists all")
    }
    lines += drift.files.map { "\(workspace.reports)/\($0.path) \($0.why)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
