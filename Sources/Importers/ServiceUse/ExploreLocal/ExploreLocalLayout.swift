import Evidence
import Places
import Tabular

/// One row for each figure, as the Office for National Statistics gives local statistics out.
///
/// `areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes`
/// in any order, a second `notes` allowed. This product's own tidy form begins with the same
/// columns: a sheet with any column of our own, or whose `indicator` holds an id such as
/// `outturn.asc.net` and not a title, is left to `tidy`.
public struct ExploreLocalLayout: Layout {
  /// `explore-local`.
  public let id = "explore-local"
  /// One line for `inspect`.
  public let summary = "ONS Explore Local Statistics: one row per figure, indicators by title"
  /// The publisher's columns.
  static let columns: Set<String> = [
    "areacd", "areanm", "geography", "indicator", "period", "observation", "measure", "unit",
    "lci_95", "uci_95", "status", "notes",
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has exactly the publisher's columns and titles for indicators.
  public func recognise(_ sheet: Table) -> Recognition {
    guard let header = sheet.rows.first, header.count <= 13 else { return .none }
    let keys = header.fields.map(Columns.key)
    guard Set(keys) == Self.columns else { return .none }
    guard let at = keys.firstIndex(of: "indicator"), sheet.rows.count > 1 else { return .none }
    return Self.isIdentifier(sheet.rows[1][at]) ? .none : .match
  }

  /// True for lower-case words joined by dots, as ids of measures are.
  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.contains(0x2E)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F
      }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let header = sheet.rows.first else { throw ImportError(.empty, "there are no rows") }
    let columns = Columns(sheet, headerRow: 0)
    let missing = columns.missing(Self.columns.sorted())
    guard missing.isEmpty else {
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var rows = ExploreLocalRows(header, columns, context)
    rows.reading.rows.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() where !rows.reading.rows.skipIfBlank(row) { rows.read(row) }
    return rows.finish()
  }
}
