import Evidence
import Places
import Tabular

/// What the layouts of service use share: counting rows, finding places, keeping figures once.
///
/// A figure is known by place, period and measure. Old and new codes of one council lead to the
/// same place, so a figure that stands under both is counted as repeated and loaded once.
struct ServiceReading {
  /// Rows, places and the ledger.
  var rows: RowReading
  /// The measures met so far.
  var measures = MeasureList()
  /// The register, for names and members.
  let register: Register
  /// Areas that the register lacks.
  private var areas = OtherAreas()
  private let breaks: SeriesBreaks
  private var unknown: [String: Unknown] = [:]
  private var unknownOrder: [String] = []

  /// Rows about areas that the register lacks.
  private struct Unknown {
    var rows = 0
    let line: Int
    let example: String
  }

  init(_ context: ImportContext) {
    rows = RowReading(context.register)
    register = context.register
    breaks = context.breaks
    rows.extract.published = context.options.published ?? ""
  }

  /// The current code of a place, or the code of an area that only this file brings.
  ///
  /// Nil, and counted as not used, for what is neither.
  mutating func place(_ code: String, _ name: String = "", in row: Row) -> String? {
    if let place = rows.place(code: code) { return place }
    if let region = Self.regions[code] { return region }
    if let area = areas.code(code, name) { return area }
    skip(row, area: code, name)
    return nil
  }

  /// The code of an area that has no published one; `kind` says what it is.
  mutating func area(named name: String, _ kind: String) -> String {
    areas.code(named: name, kind)
  }

  /// Counts a row about an area that this product does not hold.
  mutating func skip(_ row: Row, area code: String, _ name: String = "") {
    rows.extract.ledger.skip(.unused)
    let kind = Self.kind(code)
    if unknown[kind] == nil {
      unknownOrder.append(kind)
      let example = name.isEmpty ? code : code.isEmpty ? name : "\(code) \(name)"
      unknown[kind] = Unknown(line: row.line, example: example)
    }
    unknown[kind]?.rows += 1
  }

  /// Regions under the codes of the international territorial levels: the same ground.
  private static let regions = [
    "TLC": "E12000001", "TLD": "E12000002", "TLE": "E12000003", "TLF": "E12000004",
    "TLG": "E12000005", "TLH": "E12000006", "TLI": "E12000007", "TLJ": "E12000008",
    "TLK": "E12000009",
  ]

  /// What a code that the register lacks belongs to, by its first characters.
  private static func kind(_ code: String) -> String {
    let kinds = [("E67", "combined areas (E67)"), ("K99", "places not known (K99)")]
    if let found = kinds.first(where: { code.hasPrefix($0.0) }) { return found.1 }
    return code.utf8.count == 9
      ? "areas with codes \(code.prefix(3))" : "areas without an ONS code"
  }

  /// Adds a note about a line, or about the file as a whole.
  mutating func note(_ text: String, line: Int = 0) {
    rows.extract.notes.append(Note(line: line, text))
  }

  /// Hands over the areas that only this file brings, and says how many of a kind they are.
  private mutating func noteAreas() {
    rows.extract.areas = areas.all
    var kinds: [(kind: String, count: Int, example: Place)] = []
    for area in areas.all {
      let kind = area.note ?? ""
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].count += 1
      } else {
        kinds.append((kind, 1, area))
      }
    }
    for (kind, count, example) in kinds {
      note(
        "areas that the place register lacks, kept under their own codes: \(count) of the kind "
          + "'\(kind)' (first: \(example.code) \(example.name))")
    }
  }

  /// Ends the reading: says what was left out, marks breaks and looks whether the figures agree.
  mutating func finish(_ plausibility: Plausibility) -> Extract {
    for kind in unknownOrder {
      guard let found = unknown[kind] else { continue }
      let rows = found.rows == 1 ? "1 row is" : "\(found.rows) rows are"
      note(
        "\(rows) not used: about \(kind), which the place register lacks "
          + "(first: \(found.example))", line: found.line)
    }
    noteAreas()
    rows.extract.measures = measures.all
    rows.extract.plausibility = plausibility
    plausibility.check(&rows.extract, register: register)
    breaks.mark(&rows.extract.observations)
    return rows.extract
  }
}
