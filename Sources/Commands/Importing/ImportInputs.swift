import Evidence
import Importers
import Indicators
import Places
import Store

/// What reading a file needs beside the file: places, measures, and where definitions changed.
struct ImportInputs {
  /// All places.
  let register: Register
  /// The measures of the catalogue.
  let measures: [Measure]
  /// Where definitions changed.
  let breaks: SeriesBreaks

  /// Reads them from the workspace: places as every command does, the rest from the catalogue.
  init(_ session: Session) throws {
    register = try session.register()
    let files = CatalogueFiles(workspace: session.workspace)
    measures = try files.measures()
    breaks = try files.breaks()
  }

  /// Reads them, or nil outside a workspace: a file can be looked at anywhere.
  static func forInspection(_ session: Session) -> ImportInputs? { try? ImportInputs(session) }

  /// The measures by id.
  var titles: [String: Measure] {
    Dictionary(measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
