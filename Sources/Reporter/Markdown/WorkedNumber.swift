/// A printed number that no published row holds, on its way to a row of its own.
///
/// It travels in Markdown text where the key of a published number does, with the value from before
/// it was rounded, so that the CSV is the source and the print its rounding. `WorkedNumbers` gives
/// it its row.
struct WorkedNumber: Equatable {
  /// The value as a CSV has it, with its sign, not rounded.
  let value: String
  /// What is counted: `£`, `%`, `percentage points`.
  let unit: String
  let origin: NumberOrigin
  /// What the print does beside rounding to its last digit: see `NumberKey.form`.
  let form: String
  /// The published rows that it was worked out from.
  let parts: [NumberKey]

  /// A number as it is printed by a text.
  init(_ number: Rounded, as text: String) {
    value = number.exactCSV
    unit = number.unit.name
    origin = number.origin
    form = NumberKey.form(of: number, as: text)
    parts = number.keys
  }

  /// Reads a number as it travels; nil for text that is none of ours.
  init?(parcel: String) {
    var parts = parcel.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.first?.hasPrefix("=") == true else { return nil }
    let fields = parts.removeFirst().dropFirst()
      .split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 5 else { return nil }
    value = fields[0]
    unit = fields[1]
    form = fields[2]
    origin = NumberOrigin(fields[3], source: fields[4])
    self.parts = NumberKey.keys(in: parcel)
  }

  /// The number as it travels.
  var parcel: String {
    let fields = [value, unit, form, origin.basis, origin.source].map(Self.tamed)
    return (["=" + fields.joined(separator: "~")] + parts.map(\.parcel)).joined(separator: ";")
  }

  /// A text without what parts fields, keys and cells.
  private static func tamed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x7E || $0 == 0x3B || $0 == 0x7C }) else { return text }
    return text.replacing("~", with: "-").replacing(";", with: ",").replacing("|", with: "/")
  }
}

extension NumberUnit {
  /// What is counted, for a CSV field.
  var name: String {
    switch self {
    case .none: ""
    case .pounds: "£"
    case .pence: "p"
    case .percent: "%"
    case .percentagePoints: "percentage points"
    case .per(let base): "per " + NumberText.grouped(base)
    case .named(_, let plural): plural
    }
  }
}
