import Evidence
import Importers
import Indicators
import Places
import Store

/// The figures of a tidy CSV, each explained; the evidence is read once for all of them.
struct FigureList {
  private let lineages: [Lineage]

  /// Explains every figure of a file.
  ///
  /// - Throws: `ImportError` with the line of a figure that there is not.
  init(_ path: String, _ session: Session) throws {
    guard let table = try CatalogueTable(path, columns: ["areacd", "indicator", "period"]) else {
      throw ImportError(.unreadable, path: path, "there is no such file")
    }
    let connection = try session.openDatabase()
    let catalogue = try session.catalogue()
    let register = try Register(reading: connection)
    let values = try IndicatorReader.table(connection, catalogue)
    let cube = try ExplainCommand.cube(register, catalogue, connection)
    let explanations = try table.rows.map { row in
      guard let place = register[table.text(row, "areacd")] else {
        throw table.refusal(row, "areacd", expected: "the code of a place")
      }
      guard let indicator = catalogue.indicator(table.text(row, "indicator")) else {
        throw table.refusal(row, "indicator", expected: "an indicator of the catalogue")
      }
      return Explanation(
        indicator, place, try table.period(row, "period"), cube: cube, catalogue: catalogue,
        register: register)
    }
    var cells = try InputCells(session.workspace, connection)
    let found = try cells.find(each: explanations.map(\.inputs), connection)
    lineages = zip(explanations, found).map { explanation, cells in
      Lineage(
        explanation: explanation,
        value: values.value(
          explanation.indicator.id, explanation.place.code, explanation.period),
        cells: cells, register: register)
    }
  }

  /// An array of what `explain` says of each, in the order of the file.
  ///
  /// - Throws: `CommandFailure` with code 2 where another format is asked for.
  func json(_ style: OutputStyle) throws -> String {
    guard style.format == .json || style.format == .table else {
      throw CommandFailure(.usage, "--figures answers as JSON only")
    }
    return "[" + lineages.map { String($0.json.dropLast()) }.joined(separator: ",\n") + "]\n"
  }
}
