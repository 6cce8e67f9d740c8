import Evidence
import FoundationEssentials
import Importers
import Indicators
import Places
import Store
import Tabular

/// Finds the cells of the files behind the inputs of a figure.
struct InputCells {
  private let workspace: Workspace
  private let sources: [Int: StoredSource]
  private let protections: [Int: String]
  private var tables: [String: Table] = [:]
  private var origins: [String: SourceTables] = [:]

  init(_ workspace: Workspace, _ connection: borrowing Connection) throws {
    self.workspace = workspace
    sources = Dictionary(
      try EvidenceReader.sources(connection).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    protections = try EvidenceReader.notes(beginning: ProtectedDatasets.mark, connection)
  }

  /// The cells of the inputs of several figures, found together.
  mutating func find(
    each lists: [[LineageRead]], _ connection: borrowing Connection
  ) throws -> [[InputCell]] {
    var seen: Set<LineageKey> = []
    let reads = lists.joined().filter { seen.insert($0.key).inserted }
    var known: [LineageKey: InputCell] = [:]
    for cell in try find(Array(reads), connection) {
      known[LineageKey(measure: cell.measure, place: cell.place, period: cell.period)] = cell
    }
    return lists.map { $0.compactMap { known[$0.key] } }
  }

  /// The cell of each input, in their order; those that were computed on the way have none.
  mutating func find(
    _ reads: [LineageRead], _ connection: borrowing Connection
  ) throws -> [InputCell] {
    var wanted: [Key: Int] = [:]
    for (index, read) in reads.enumerated() {
      wanted[Key(read.measure, read.place, read.period.start.iso, read.period.months)] = index
    }
    var found: [Int: InputCell] = [:]
    let measures = Set(reads.map(\.measure)).sorted()
    let marks = measures.map { _ in "?" }.joined(separator: ", ")
    // The newest vintage comes last and stays, as in the computation.
    let rows = try connection.prepare(
      """
      SELECT o.place, o.period_start, o.period_months, o.measure, o.value, o.status, o.source,
        o.line, o.field, COALESCE(m.unit, '')
      FROM observation o JOIN source s ON s.id = o.source LEFT JOIN measure m ON m.id = o.measure
      WHERE o.measure IN (\(marks))
      ORDER BY s.vintage, s.origin = 'user', s.id, o.rowid
      """)
    for (index, measure) in measures.enumerated() { try rows.bind(measure, at: index + 1) }
    while try rows.step() {
      let key = Key(rows.text(3), rows.text(0), rows.text(1), rows.int(2))
      guard let index = wanted[key], let source = sources[rows.int(6)] else { continue }
      found[index] = InputCell(
        measure: key.measure, place: key.place, period: reads[index].period,
        value: rows.optionalDouble(4), unit: rows.text(9), status: rows.text(5), source: source,
        line: rows.int(7), column: rows.int(8), protection: protections[rows.int(6)])
    }
    var cells: [InputCell] = []
    for index in found.keys.sorted() {
      guard var cell = found[index] else { continue }
      complete(&cell)
      cells.append(cell)
    }
    return cells
  }

  /// Measure, place and period.
  private struct Key: Hashable {
    let measure: String
    let place: String
    let start: String
    let months: Int

    init(_ measure: String, _ place: String, _ start: String, _ months: Int) {
      self.measure = measure
      self.place = place
      self.start = start
      self.months = months
    }
  }

  /// Reads the cell's text from our file, and the publisher's line from the row it stands in.
  private mutating func complete(_ cell: inout InputCell) {
    let isShipped = !cell.source.source.isUsersOwn
    let path =
      isShipped
      ? Workspace.join(workspace.folder, cell.source.source.path) : cell.source.source.path
    guard let table = table(path), let row = Self.row(at: cell.line, in: table) else { return }
    if !cell.isHidden, cell.column >= 1, cell.column <= row.count {
      cell.raw = row[cell.column - 1]
    }
    guard isShipped, let header = table.rows.first?.fields,
      let lineAt = header.firstIndex(of: "source_line"), lineAt < row.count,
      let line = Int(row[lineAt])
    else { return }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let name = String(parts.last ?? "")
    guard let tables = origin(folder), let entry = tables.publisherCell(of: name, cell.measure)
    else { return }
    var column = entry.column
    if let columnAt = header.firstIndex(of: "source_column"), columnAt < row.count {
      column = Int(row[columnAt]) ?? column
    }
    cell.origin = InputCell.Origin(
      file: entry.file, sha256: entry.sha256, line: line, column: column)
  }

  private static func row(at line: Int, in table: Table) -> Row? {
    // Rows are in the order of their lines.
    var low = 0
    var high = table.rows.count
    while low < high {
      let middle = (low + high) / 2
      if table.rows[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < table.rows.count && table.rows[low].line == line ? table.rows[low] : nil
  }

  private mutating func table(_ path: String) -> Table? {
    if let known = tables[path] { return known }
    guard let opened = try? OpenedFile(path),
      let table = try? FileReading.table(opened, dialect: Dialect())
    else { return nil }
    tables[path] = table
    return table
  }

  private mutating func origin(_ folder: String) -> SourceTables? {
    if let known = origins[folder] { return known }
    let read = try? SourceTables(folder)
    origins[folder] = read
    return read
  }
}
