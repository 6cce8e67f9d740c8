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

  /// The current code of a place; nil, and counted as not used, where the register lacks it.
  mutating func place(_ code: String, _ name: String = "", in row: Row) -> String? {
    if let place = rows.place(code: code) { return place }
    if let region = Self.regions[code] { return region }
    skip(row, area: code, name)
    return nil
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
    let kinds = [
      ("E38", "NHS sub-board areas (E38)"), ("E54", "NHS integrated care boards (E54)"),
      ("E40", "NHS regions (E40)"), ("E22", "community safety partnerships (E22)"),
      ("W15", "Welsh police forces (W15)"), ("W14", "Welsh partnerships (W14)"),
      ("E67", "combined areas (E67)"), ("K99", "places not known (K99)"),
      ("TL", "international territorial levels (TL)"),
    ]
    if let found = kinds.first(where: { code.hasPrefix($0.0) }) { return found.1 }
    let bytes = Array(code.utf8)
    if bytes.count == 6, (0x41...0x5A).contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    {
      return "general practices and primary care networks"
    }
    return bytes.count == 9 ? "areas with codes \(code.prefix(3))" : "areas without an ONS code"
  }

  /// Adds a note about a line, or about the file as a whole.
  mutating func note(_ text: String, line: Int = 0) {
    rows.extract.notes.append(Note(line: line, text))
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
    rows.extract.measures = measures.all
    rows.extract.plausibility = plausibility
    plausibility.check(&rows.extract, register: register)
    breaks.mark(&rows.extract.observations)
    return rows.extract
  }
}
