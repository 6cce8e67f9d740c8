import Evidence
import Places
import Tabular

/// Reads the rows of an Explore Local Statistics file.
///
/// Codes that ended stay in the file with a note. Where both the old and the new code of one
/// council have the same figure it is loaded once; where a joint area has a code of its own its
/// figure is given, marked estimated, to those of its councils that have none.
struct ExploreLocalRows {
  private struct At {
    let area, name, indicator, period, value, measure, unit, lower, upper, status: Int
    let notes: [Int]
    let width: Int
  }

  /// Rows, places and measures.
  var reading: ServiceReading
  private let at: At
  private var once = FigureKeys()
  private var periods: [String: PublishedPeriod] = [:]
  private var ids: [[String]: String] = [:]
  private var texts = NoteTally()
  private var joint: [(row: Row, figure: Observation, members: [String])] = []
  private var old = 0

  init(_ header: Row, _ columns: Columns, _ context: ImportContext) {
    reading = ServiceReading(context)
    reading.rows.extract.publisher = "Office for National Statistics"
    reading.rows.extract.title = "Explore Local Statistics"
    func at(_ name: String) -> Int { columns[name] ?? 0 }
    self.at = At(
      area: at("areacd"), name: at("areanm"), indicator: at("indicator"), period: at("period"),
      value: at("observation"), measure: at("measure"), unit: at("unit"), lower: at("lci_95"),
      upper: at("uci_95"), status: at("status"),
      notes: header.fields.indices.filter { Columns.key(header[$0]) == "notes" },
      width: header.count)
  }

  /// Reads one row.
  mutating func read(_ row: Row) {
    if reading.rows.rejectIfRagged(row, expected: at.width) { return }
    let code = row[at.area]
    let members = CombinedArea.members[code]
    guard let place = members?[0] ?? reading.place(code, row[at.name], in: row) else { return }
    guard let period = period(row[at.period]) else {
      reading.rows.reject(
        row, field: at.period + 1,
        "found '\(row[at.period])', expected a period such as 2023-04-01/P1Y")
      return
    }
    var figure = Observation(
      place: place, period: period.period, measure: measure(row), value: nil,
      status: period.status, line: row.line, field: at.value + 1)
    let text = row[at.value]
    guard let value = CellText.number(text) ?? (text.isEmpty ? .some(.nan) : nil) else {
      reading.rows.reject(row, field: at.value + 1, "found '\(text)', expected a number")
      return
    }
    if !value.isNaN {
      figure.value = value
      figure.lower = CellText.number(row[at.lower])
      figure.upper = CellText.number(row[at.upper])
    }
    mark(row, &figure)
    if let members {
      joint.append((row, figure, members))
    } else {
      keep(figure, row)
    }
  }

  private mutating func period(_ text: String) -> PublishedPeriod? {
    if let known = periods[text] { return known }
    let found = PublishedPeriod(text)
    periods[text] = found
    return found
  }

  /// The status column holds a letter or, now and then, what belongs in the notes.
  private mutating func mark(_ row: Row, _ figure: inout Observation) {
    let text = CellText.trimmed(row[at.status])
    var notes = at.notes.map { CellText.trimmed(row[$0]) }
    if let status = Status(text) {
      figure.status.formUnion(status)
    } else {
      notes.append(text)
    }
    if figure.value == nil, !figure.status.isBlank { figure.status.insert(.notAvailable) }
    for note in notes where !note.isEmpty {
      texts.add(note, line: row.line)
      guard case .joint? = CombinedArea(note: note) else { continue }
      figure.status.insert(.estimated)
    }
  }

  private mutating func keep(_ figure: Observation, _ row: Row) {
    let index = reading.rows.extract.observations.count
    guard let before = once.insert(figure, at: index) else {
      reading.rows.load(figure)
      return
    }
    let first = reading.rows.extract.observations[before]
    if first.value == figure.value, first.lower == figure.lower, first.upper == figure.upper {
      old += 1
      reading.rows.extract.ledger.skip(.repeated)
    } else {
      reading.rows.load(figure)
    }
  }

  private mutating func measure(_ row: Row) -> String {
    let key = [row[at.indicator], row[at.measure], row[at.unit]]
    if let known = ids[key] { return known }
    var id = "els." + Slug.of(key[0])
    // A second measure of one indicator needs words of its own.
    if reading.measures.contains(id) { id += "." + Slug.of(key[1], words: 6) }
    ids[key] = id
    reading.measures.define(ExploreLocalMeasures.measure(id, key[0], key[1], unit: key[2]))
    return id
  }

  /// Ends the reading: joint figures go to councils that have none of their own.
  mutating func finish() -> Extract {
    for (row, figure, members) in joint { spread(figure, row, members) }
    if old > 0 { reading.note("\(old) rows stand under an old and a new code; loaded once") }
    reading.rows.extract.notes += texts.notes
    return reading.finish(Plausibility())
  }

  private mutating func spread(_ figure: Observation, _ row: Row, _ members: [String]) {
    var isUsed = false
    for member in members {
      var own = figure
      own.place = member
      own.status.insert(.estimated)
      guard once.insert(own, at: reading.rows.extract.observations.count) == nil else { continue }
      reading.rows.extract.observations.append(own)
      isUsed = true
    }
    if isUsed {
      reading.rows.extract.ledger.load()
      texts.add("Value of a joint area given to its councils", line: row.line)
    } else {
      reading.rows.extract.ledger.skip(.repeated)
    }
  }
}
