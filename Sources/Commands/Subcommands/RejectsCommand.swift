import Evidence
import Store

/// `placewise rejects`: what was not loaded, with line and reason.
enum RejectsCommand: Command {
  static let spec = CommandSpec(
    "rejects", "list the rows that were not loaded, with line and reason", arguments: "[SOURCE]",
    count: 0...1,
    options: [
      .init("--notes", "also what was noted: repairs, columns not used, totals that differ"),
      .init("--skipped", "also how many rows were skipped for which reason"),
    ],
    examples: ["placewise rejects", "placewise rejects 7 --notes --format csv"])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    _ = try OutputStyle(arguments)
    let connection = try session.openDatabase()
    let sources =
      try arguments.positional.first.map { try SourceArgument.resolve($0, connection) }
      ?? EvidenceReader.sources(connection)
    var grid = Grid(["source", "path", "line", "column", "kind", "text", "raw"])
    let rejects = try connection.prepare(
      "SELECT line, field, reason, raw FROM reject WHERE source = ? ORDER BY line, field, rowid")
    let notes = try connection.prepare(
      "SELECT line, text FROM note WHERE source = ? ORDER BY line, rowid")
    for stored in sources {
      let name: [Cell] = [.int(stored.id), .text(stored.source.path)]
      try rejects.bind(stored.id, at: 1)
      while try rejects.step() {
        let field = rejects.int(1)
        grid.append(
          name + [
            .int(rejects.int(0)), field > 0 ? .int(field) : .empty, .text("rejected"),
            .text(rejects.text(2)), .words(rejects.text(3)),
          ])
      }
      rejects.reset()
      if arguments.isSet("--skipped") { skipped(stored, name, &grid) }
      guard arguments.isSet("--notes") else { continue }
      try notes.bind(stored.id, at: 1)
      while try notes.step() {
        let line = notes.int(0)
        grid.append(
          name + [
            line > 0 ? .int(line) : .empty, .empty, .text("note"), .text(notes.text(1)), .empty,
          ])
      }
      notes.reset()
    }
    try session.write(grid)
    session.console.say(LedgerTotal(sources).sentence)
    return .done
  }

  private static func skipped(_ stored: StoredSource, _ name: [Cell], _ grid: inout Grid) {
    for part in stored.skipped.split(separator: ",") {
      let text = part.drop { $0 == " " }
      grid.append(name + [.empty, .empty, .text("skipped"), .text(String(text)), .empty])
    }
  }
}
