import Evidence
import Tabular

/// What a cell of a crime table says.
enum CrimeCell {
  /// A number, or the reason for which there is none; nil for anything else.
  ///
  /// `[x]` is not available, `[u]` a base under 50, `[u1]` a rate withheld for few residents.
  static func read(_ text: String) -> (value: Double?, status: Status)? {
    let text = CellText.trimmed(text)
    if let value = CellText.groupedNumber(text) { return (value, []) }
    switch text {
    case "", "[x]", "[X]": return (nil, .notAvailable)
    case "[u]", "[u1]": return (nil, [.notAvailable, .unreliable])
    case "[z]", "[ z ]": return (nil, .notApplicable)
    case "[c]": return (nil, .confidential)
    default: return nil
    }
  }

  /// The refusal of a cell that says neither.
  static func reject(_ row: Row, _ index: Int) -> Reject {
    Reject(
      line: row.line, field: index + 1,
      reason: "found '\(row[index])', expected a number or a marker such as [x]", raw: row[index])
  }
}
