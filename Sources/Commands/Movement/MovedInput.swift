import Evidence
import Indicators
import Places
import Reporter
import Store

/// An input that is another in one database than in an earlier one, with where it stands.
struct MovedInput {
  let key: LineageKey
  let old: Indicators.Figure?
  let new: Indicators.Figure?
  /// File, line and column, in the later database where it is held there.
  var place = ""

  /// The move in words.
  func text(_ register: Register, isMoney: Bool) -> String {
    let name = register[key.place]?.name ?? key.place
    let at = place.isEmpty ? "" : "\(place): "
    return "\(at)\(key.measure) of \(name), \(key.period.label): \(Self.text(old, isMoney)) → "
      + Self.text(new, isMoney)
  }

  private static func text(_ figure: Indicators.Figure?, _ isMoney: Bool) -> String {
    guard let figure else { return "not held" }
    let mark = figure.status.text.isEmpty ? "" : " [\(figure.status.text)]"
    guard let value = figure.value else { return mark.isEmpty ? "blank" : String(mark.dropFirst()) }
    if isMoney { return "£" + DecimalOutput.fixed(value / 100, 2) + mark }
    return (NumberText.shortest(value) ?? "") + mark
  }

  /// Adds where each stands, from a database; those found already stay.
  static func locate(
    _ inputs: inout [LineageKey: MovedInput], _ connection: borrowing Connection
  ) throws {
    guard inputs.values.contains(where: { $0.place.isEmpty }) else { return }
    let rows = try connection.prepare(
      """
      SELECT o.place, o.period_start, o.period_months, o.measure, s.path, o.line, o.field
      FROM observation o JOIN source s ON s.id = o.source
      ORDER BY s.vintage DESC, s.origin = 'user' DESC, s.id DESC, o.rowid DESC
      """)
    let measures = Set(inputs.keys.map(\.measure))
    while try rows.step() {
      let measure = rows.text(3)
      guard measures.contains(measure), let start = Day(rows.text(1)) else { continue }
      let key = LineageKey(
        measure: measure, place: rows.text(0), period: Period(start: start, months: rows.int(2)))
      // The newest vintage comes first.
      guard inputs[key]?.place.isEmpty ?? false else { continue }
      inputs[key]?.place = "\(rows.text(4)):\(rows.int(5)), column \(rows.int(6))"
    }
  }
}
