import Evidence
import FoundationEssentials
import Indicators
import Places
import Reporter
import Store

/// All figures of a database or of a folder of reports, as they are printed.
struct FigureSet {
  /// The indicators, in their order.
  let indicators: [String]
  private let source: Source

  /// Where the figures stand.
  private enum Source {
    case folder(String)
    case table(IndicatorTable, [String: Indicator], TidyRows, Register)
  }

  /// The tables of a folder of reports.
  init(reports folder: String) {
    source = .folder(folder)
    indicators = Workspace.names(in: Workspace.join(folder, "tables"))
      .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
  }

  /// The values of a database.
  init(reading connection: borrowing Connection, _ known: [Indicator], _ register: Register) throws
  {
    let table = try IndicatorReader.table(connection, Catalogue())
    let rows = TidyRows(
      ReportContext(
        catalogue: Catalogue(), register: register, table: IndicatorTable(), sources: [],
        version: Placewise.version))
    source = .table(
      table,
      Dictionary(
        known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      rows, register)
    indicators = known.map(\.id)
  }

  /// The rows of an indicator.
  func rows(_ indicator: String) -> FigureRows {
    switch source {
    case .folder(let folder):
      let path = Workspace.join(folder, "tables/\(indicator).csv")
      guard let data = try? Data(contentsOf: URL(filePath: path)) else { return FigureRows() }
      return FigureRows(table: [UInt8](data))
    case .table(let table, let known, let rows, let register):
      var found = FigureRows()
      guard let same = known[indicator].map(TidyRows.Constants.init) else { return found }
      for value in table.series(of: indicator).joined() {
        found.add(rows.fields(value, same, register[value.place]))
      }
      return found
    }
  }

  /// What moved from one set to another, by indicator, place and period.
  static func moves(from old: FigureSet, to new: FigureSet) -> [FigureMove] {
    let known = Set(new.indicators)
    let all = new.indicators + old.indicators.filter { !known.contains($0) }
    return all.flatMap { indicator -> [FigureMove] in
      if let same = areSame(indicator, old, new), same { return [] }
      return FigureRows.moves(indicator, from: old.rows(indicator), to: new.rows(indicator))
    }
  }

  /// Whether the values of an indicator are the same to the last bit, which is found out quickly;
  /// nil where it cannot be.
  private static func areSame(_ indicator: String, _ old: FigureSet, _ new: FigureSet) -> Bool? {
    guard case .table(let before, let known, _, _) = old.source,
      case .table(let after, let knownNow, _, _) = new.source
    else { return nil }
    guard let first = known[indicator], let second = knownNow[indicator],
      first.decimals == second.decimals, first.isMoney == second.isMoney
    else { return false }
    return before.series(of: indicator) == after.series(of: indicator)
  }
}
