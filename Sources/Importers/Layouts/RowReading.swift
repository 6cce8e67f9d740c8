import Evidence
import Places
import Tabular

/// What layouts with one figure or a few per row share: counting rows and finding places.
struct RowReading {
  /// What was found so far.
  var extract = Extract()
  private let register: Register
  private var known: [String: String] = [:]
  private var lastPeriod: (text: String, period: Period)?

  init(_ register: Register) { self.register = register }

  /// Counts the rows above and including the header.
  mutating func skipHeader(_ sheet: Table, headerRow: Int) {
    for index in 0...headerRow {
      let isBlank = sheet.rows[index].fields.allSatisfy { $0.isEmpty }
      extract.ledger.skip(isBlank ? .blank : index == headerRow ? .header : .preamble)
    }
  }

  /// True, and counted, where a row holds nothing.
  mutating func skipIfBlank(_ row: Row) -> Bool {
    guard row.fields.allSatisfy({ CellText.trimmed($0).isEmpty }) else { return false }
    extract.ledger.skip(.blank)
    return true
  }

  /// The current code of a place given by code or, failing that, by name.
  mutating func place(code: String, name: String = "") -> String? {
    let key = code.isEmpty ? name : code
    if let found = known[key] { return found }
    var place = code.isEmpty ? nil : register.place(code: code)
    if place == nil, code.isEmpty { place = register.place(named: name) }
    guard let place else { return nil }
    known[key] = place.code
    return place.code
  }

  /// A period as ISO 8601, mostly that of the row before.
  mutating func period(iso text: String) -> Period? {
    if let lastPeriod, lastPeriod.text == text { return lastPeriod.period }
    guard let period = Period(iso: text) else { return nil }
    lastPeriod = (text, period)
    return period
  }

  /// Refuses a row, with the sentence that says why.
  mutating func reject(_ row: Row, field: Int, _ reason: String) {
    extract.ledger.reject()
    extract.rejects.append(
      Reject(
        line: row.line, field: field, reason: reason, raw: row.fields.joined(separator: ",")))
  }

  /// Keeps the row's figures and counts it as loaded.
  mutating func load(_ observations: Observation...) {
    extract.ledger.load()
    extract.observations += observations
  }

  /// Refuses a row of another length than the header's; true where it was refused.
  mutating func rejectIfRagged(_ row: Row, expected: Int) -> Bool {
    guard row.fields.count != expected else { return false }
    reject(
      row, field: min(row.fields.count, expected) + 1,
      "found \(row.fields.count) fields, expected \(expected) as in the header")
    return true
  }
}
