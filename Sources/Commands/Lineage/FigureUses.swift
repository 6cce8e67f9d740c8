import Evidence
import Indicators
import Places
import Reporter
import Store

/// Every figure that rests on some cells of loaded files: lineage read the other way round.
struct FigureUses {
  /// A cell as it is named on a command line.
  private struct Position: Hashable {
    let path: String
    let line: Int
    let column: Int

    /// Reads `FILE:LINE:COLUMN`.
    init(_ text: String) throws {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 2, let column = Int(parts[parts.count - 1]),
        let line = Int(parts[parts.count - 2])
      else {
        throw CommandFailure(.usage, "found --cell \(text), expected FILE:LINE:COLUMN")
      }
      path = parts.dropLast(2).joined(separator: ":")
      self.line = line
      self.column = column
    }

    init(_ path: String, _ line: Int, _ column: Int) {
      self.path = path
      self.line = line
      self.column = column
    }

    var text: String { "\(path):\(line):\(column)" }
  }

  private let cells: [Position]
  private let keys: [Position: LineageKey]
  private let catalogue: Catalogue
  private let register: Register
  private let table: IndicatorTable
  private let cube: FigureCube

  /// Finds the figures that stand in cells.
  ///
  /// - Throws: `CommandFailure` with code 2 where none was loaded from one.
  init(_ session: Session, _ texts: [String]) throws {
    cells = try texts.map { try Position($0) }
    let connection = try session.openDatabase()
    catalogue = try session.catalogue()
    register = try Register(reading: connection)
    table = try IndicatorReader.table(connection, catalogue)
    cube = try ExplainCommand.cube(register, catalogue, connection)
    let held = try Self.figures(in: Set(cells), connection)
    for cell in cells where held[cell] == nil {
      throw CommandFailure(
        .usage, "\(cell.text): no figure was loaded from there; 'placewise explain' names cells")
    }
    let newest = try Self.newest(Set(held.values), connection)
    keys = held.filter { newest[$0.value] == $0.key }
    for cell in cells where keys[cell] == nil {
      session.console.say("\(cell.text): nothing rests on it, a later release has the figure too")
    }
  }

  /// One row for each cell and each figure that rests on it.
  func grid() -> Grid {
    var tracer = LineageTracer(
      watching: Set(keys.values), cube: cube, catalogue: catalogue, register: register)
    var rows: [LineageKey: [[Cell]]] = [:]
    for indicator in catalogue.indicators where tracer.mayRead(indicator) {
      for value in table.series(of: indicator.id).joined() {
        guard let place = register[value.place] else { continue }
        for key in tracer.inputs(of: indicator, place, value.period) {
          rows[key, default: []].append([
            .text(place.code), .text(place.name), .text(indicator.id), .text(value.period.iso),
            .number(value.value), .number(value.lower), .words(value.status.text),
          ])
        }
      }
    }
    var grid = Grid(["cell", "place", "name", "indicator", "period", "value", "lower", "status"])
    for cell in cells {
      for row in keys[cell].flatMap({ rows[$0] }) ?? [] { grid.append([.text(cell.text)] + row) }
    }
    return grid
  }

  private static let columns = """
    SELECT s.path, o.line, o.field, o.place, o.period_start, o.period_months, o.measure
    FROM observation o JOIN source s ON s.id = o.source
    """

  /// The figures that were loaded from cells.
  private static func figures(
    in cells: Set<Position>, _ connection: borrowing Connection
  ) throws -> [Position: LineageKey] {
    var found: [Position: LineageKey] = [:]
    let lines = Set(cells.map(\.line))
    let rows = try connection.prepare(columns)
    while try rows.step() {
      guard lines.contains(rows.int(1)) else { continue }
      let cell = Position(rows.text(0), rows.int(1), rows.int(2))
      if cells.contains(cell), let key = key(rows) { found[cell] = key }
    }
    return found
  }

  /// The cells of the newest release of figures.
  private static func newest(
    _ keys: Set<LineageKey>, _ connection: borrowing Connection
  ) throws -> [LineageKey: Position] {
    var found: [LineageKey: Position] = [:]
    let measures = Set(keys.map(\.measure))
    let rows = try connection.prepare(
      "\(columns) ORDER BY s.vintage, s.origin = 'user', s.id, o.rowid")
    while try rows.step() {
      guard measures.contains(rows.text(6)), let key = key(rows), keys.contains(key) else {
        continue
      }
      found[key] = Position(rows.text(0), rows.int(1), rows.int(2))
    }
    return found
  }

  private static func key(_ rows: borrowing Statement) -> LineageKey? {
    guard let start = Day(rows.text(4)) else { return nil }
    return LineageKey(
      measure: rows.text(6), place: rows.text(3),
      period: Period(start: start, months: rows.int(5)))
  }
}
