import Store

/// `placewise verify`: whether database, data sets and reports are what they were made to be.
enum VerifyCommand: Command {
  static let spec = CommandSpec(
    "verify", "check the database, the data sets' files and the reports for damage and drift",
    examples: ["placewise verify", "placewise verify --format json"])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    _ = try OutputStyle(arguments)
    let connection = try session.openDatabase()
    var checks = Verification()
    let steps: [(String, () throws -> [String])] = [
      ("database pages", { try connection.integrityCheck() }),
      ("references", { try connection.foreignKeyCheck() }),
      ("schema", { try Database.migrator.differences(in: connection).map(\.description) }),
      ("row ledgers", { try Verification.ledgers(connection) }),
      ("content of tables", { try Verification.digests(connection) }),
      ("payments", { try Verification.payments(connection) }),
      ("data sets", { Verification.datasets(session.workspace) }),
      ("lock", { try Verification.lock(session.workspace) }),
      ("disclosure", { try Verification.disclosure(session.workspace, connection) }),
      ("reports", { try Verification.reports(session.workspace, connection) }),
    ]
    let progress = Progress("verify", total: steps.count, console: session.console)
    for (name, step) in steps {
      // Damage can stop SQLite itself; that is a finding as well.
      do { checks.add(name, try step()) } catch let error as StoreError {
        checks.add(name, [error.description])
      }
      progress.step(name)
    }
    progress.finish()
    try session.write(checks.grid)
    guard checks.failures > 0 else {
      session.console.say("\(steps.count) checks passed")
      return .done
    }
    session.console.fail("\(checks.failures) of \(steps.count) checks failed")
    return .checkFailed
  }
}
