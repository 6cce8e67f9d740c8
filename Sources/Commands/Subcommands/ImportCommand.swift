import Evidence
import FoundationEssentials
import Importers
import Places
import Store

/// `placewise import`: loads files by hand, all or none.
enum ImportCommand: Command {
  static let spec = CommandSpec(
    "import", "load files into the database: all of them or none", arguments: "FILE…",
    count: 1...10_000,
    options: [
      .init("--dry-run", "say what would be loaded, and load nothing"),
      .init("--strict", "refuse a file of which a row would be rejected"),
      .init("--keep-going", "load each file by itself, whatever becomes of the others"),
    ] + ReadingArguments.options,
    examples: [
      "placewise import RSX_2025-26.csv --dry-run",
      "placewise import homes.csv --layout mapped --column place=Council --column value=Homes "
        + "--measure local.homes --period 2024-25",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let inputs = try ImportInputs(session)
    let reading = try ReadingArguments(arguments, inputs.register)
    for path in arguments.positional { try refuseProtected(path) }
    let batch = ImportBatch(
      importer: FileImporter(
        inputs: inputs, reading: reading, isStrict: arguments.isSet("--strict"),
        waitedFor: InputFile.waitedFor(arguments.positional)),
      isDryRun: arguments.isSet("--dry-run"), keepsGoing: arguments.isSet("--keep-going"),
      session: session)
    return try Interruption.deferring { try batch.run(arguments.positional) }
  }

  /// The package file beside a file; nil where there is none, or another's that says nothing of
  /// protection.
  private static func package(_ file: String) throws -> DataPackage? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    do { return try DataPackageFile.read(file) } catch {
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      // What cannot be understood may ask for protection all the same.
      guard !text.contains("placewise") else { throw error }
      return nil
    }
  }

  /// A file whose package file asks for protection is loaded with its whole data set or not at all.
  private static func refuseProtected(_ path: String) throws {
    let name = Adoption.lastPart(path)
    let file = (String(path.utf8.dropLast(name.utf8.count)) ?? "") + DataPackageFile.name
    guard let package = try package(file), case .rule = package.placewise?.disclosure,
      package.resources.contains(where: { $0.path == name })
    else { return }
    throw CommandFailure(
      .inputRefused,
      "\(path): \(file) asks for figures to be hidden, which needs the whole data set; put the folder "
        + "below datasets/ and run 'placewise build'")
  }
}
