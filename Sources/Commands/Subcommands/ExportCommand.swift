import Reporter
import Store

/// `placewise export`: everything computed, in a form that other tools read.
enum ExportCommand: Command {
  static let spec = CommandSpec(
    "export", "write everything computed into a folder, for other tools", arguments: "DIR",
    count: 1...1,
    options: [
      .init(
        "--as", value: "FORM",
        "datapackage (tidy CSV, Data Package v2, CSV on the Web), postgres (schema.sql and files for "
          + "COPY) or datasette (a database and metadata.json)")
    ],
    examples: [
      "placewise export figures --as datapackage", "placewise export figures-sql --as postgres",
    ])

  /// What an export is for.
  private enum Form: String, CaseIterable {
    case datapackage
    case postgres
    case datasette
  }

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = arguments.value("--as") else {
      throw CommandFailure(.usage, "'export' needs --as FORM: one of \(known)")
    }
    guard let form = Form(rawValue: text) else {
      throw CommandFailure(.usage, "there is no form '\(text)'; known are \(known)")
    }
    let folder = ExportFolder(path: arguments.positional[0])
    let connection = try session.openDatabase()
    guard try connection.number("SELECT count(*) FROM indicator_value") > 0 else {
      throw CommandFailure(
        .databaseRefused, "\(connection.path): it holds no values yet; run 'placewise build'")
    }
    let written = try write(form, to: folder, session, connection)
    session.console.say(
      "\(folder.path): \(written.files) files, \(DecimalOutput.fixed(Double(written.bytes) / 1e6, 1)) MB"
    )
    return .done
  }

  private static func write(
    _ form: Form, to folder: ExportFolder, _ session: Session, _ connection: borrowing Connection
  ) throws -> (files: Int, bytes: Int) {
    switch form {
    case .datapackage:
      let export = PackageExport(try ReportSource.context(session))
      return try folder.write { try export.write(&$0, connection) }
    case .postgres:
      let export = try PostgresExport(connection)
      return try folder.write { try export.write(&$0, connection) }
    case .datasette:
      return try folder.write { try DatasetteExport().write(&$0, connection) }
    }
  }
}
