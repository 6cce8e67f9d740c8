import FoundationEssentials
import Indicators
import Places
import Store

/// `placewise diff`: every figure that moved, and why.
enum DiffCommand: Command {
  static let spec = CommandSpec(
    "diff", "every figure that moved between two databases, days, workspaces or reports, and why",
    arguments: "OLD NEW", count: 2...2,
    options: [
      .init("--standings", "also where only notes, comparison or trend changed"),
      .init("--update-lock", "accept inputs that are not those of the lock; nothing is written"),
    ],
    examples: [
      "placewise diff 2025-06-30 2025-12-31", "placewise diff earlier.db placewise.db",
      "placewise diff placewise.db . --format csv -o moves.csv",
      "placewise diff old-reports reports",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let style = try OutputStyle(arguments)
    let old = try MovementOperand(arguments.positional[0], session)
    defer { old.remove() }
    let new = try MovementOperand(arguments.positional[1], session)
    defer { new.remove() }
    let (before, after) = (try old.side(), try new.side())
    var moves = FigureSet.moves(from: try figures(old, before), to: try figures(new, after))
    var isExplained = false
    if let before, let after {
      isExplained = true
      if moves.contains(where: { !$0.isStanding }) {
        var causes = try MoveCauses(from: before, to: after, try catalogue(session))
        causes.explain(&moves)
      } else {
        for index in moves.indices { moves[index].causes = [.others] }
      }
    }
    let listed = arguments.isSet("--standings") ? moves : moves.filter { !$0.isStanding }
    if !listed.isEmpty || style.format != .table {
      try session.write(FigureMove.grid(listed, withCauses: isExplained))
    }
    tell(moves, isExplained, session.console)
    return moves.isEmpty ? .done : .checkFailed
  }

  private static func figures(
    _ operand: MovementOperand, _ side: MovementSide?
  ) throws -> FigureSet {
    if case .reports(let folder) = operand { return FigureSet(reports: folder) }
    guard let side else { return FigureSet(reports: "") }
    return try side.figures()
  }

  /// What the catalogue says of measures and lines; of the workspace that is named second.
  private static func catalogue(_ session: Session) throws -> Catalogue {
    let named = Workspace(folder: session.arguments.positional[1])
    return try CatalogueFiles(workspace: named.exists ? named : session.workspace).catalogue()
  }

  private static func tell(_ moves: [FigureMove], _ isExplained: Bool, _ console: Console) {
    guard !moves.isEmpty else {
      console.say("no figure moved")
      return
    }
    let figures = moves.filter { !$0.isStanding }
    var counts: [(name: String, count: Int)] = []
    for move in figures {
      let name = move.causes.map(\.rawValue).joined(separator: " and ")
      if let at = counts.firstIndex(where: { $0.name == name }) {
        counts[at].count += 1
      } else {
        counts.append((name, 1))
      }
    }
    let causes = counts.map { "\($0.count) \($0.name.isEmpty ? "of unknown cause" : $0.name)" }
    let beside = moves.count - figures.count
    console.say(
      "\(Plural.of(figures.count, "figure")) moved"
        + (isExplained && !figures.isEmpty ? ": \(causes.joined(separator: ", "))" : "")
        + (beside > 0 ? "; of \(beside) more only notes, comparison or trend (--standings)" : ""))
    if !isExplained {
      console.say("reports do not hold their inputs: compare databases or days to learn causes")
    }
  }
}
