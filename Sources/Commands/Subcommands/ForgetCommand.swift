import Evidence
import Importers
import Places
import Store

/// `placewise forget`: undoes an import.
enum ForgetCommand: Command {
  static let spec = CommandSpec(
    "forget", "undo an import; SOURCE is \(SourceArgument.help)", arguments: "SOURCE…",
    count: 1...1000,
    examples: ["placewise forget 7", "placewise forget homes.csv"])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let connection = try session.openDatabase(.readWrite)
    var sources: [StoredSource] = []
    for text in arguments.positional {
      for source in try SourceArgument.resolve(text, connection) where !sources.contains(source) {
        sources.append(source)
      }
    }
    if let shipped = sources.first(where: { !$0.source.isUsersOwn }) {
      throw CommandFailure(
        .usage,
        "\(shipped.source.path) belongs to the data set '\(shipped.source.dataset)', which every build "
          + "loads anew; take it out of \(session.workspace.datasets)/ to leave it out")
    }
    let kept = Set(try CatalogueFiles(workspace: session.workspace).measures().map(\.id))
    try Interruption.deferring {
      try connection.transaction {
        for source in sources { try remove(source, keeping: kept, connection) }
        if sources.contains(where: { $0.source.layout == "payments" }) {
          try PaymentLoader.sweep(connection)
        }
        try ImportMarks.write(connection)
        try Interruption.check()
      }
    }
    for source in sources {
      session.console.say("forgot source \(source.id): \(source.source.path)")
    }
    session.console.say("run 'placewise build' to compute indicators and reports without it")
    return .done
  }

  /// Takes a source out with all that came with it.
  private static func remove(
    _ stored: StoredSource, keeping kept: Set<String>, _ connection: borrowing Connection
  ) throws {
    let id = stored.id
    let brought = try connection.texts(
      "SELECT DISTINCT measure FROM observation WHERE source = \(id) ORDER BY measure")
    let areas = try connection.texts(
      """
      SELECT code FROM place WHERE kind = '\(PlaceKind.otherArea.rawValue)'
        AND code IN (SELECT place FROM observation WHERE source = \(id)) ORDER BY code
      """)
    for table in ["observation", "payment", "payment_source", "reject", "note"] {
      try connection.execute("DELETE FROM \(table) WHERE source = \(id)")
    }
    try OtherAreaWriter.sweep(areas, in: connection)
    let spellings = try connection.prepare("DELETE FROM place_alias WHERE source = ?")
    try spellings.bind(Release.mark(stored.source.path), at: 1)
    try spellings.run()
    try connection.execute("DELETE FROM source WHERE id = \(id)")
    let measure = try connection.prepare(
      """
      DELETE FROM measure WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM observation WHERE measure = ?1)
      """)
    for name in brought where !kept.contains(name) {
      try measure.bind(name, at: 1)
      try measure.run()
    }
  }
}
