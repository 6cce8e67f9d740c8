/// The columns of one measure in the wide form: its values and, where it has them, its limits.
///
/// Beside the column `ascof.3a` may stand `ascof.3a:lower`, `ascof.3a:upper`, `ascof.3a:count` and
/// `ascof.3a:denominator`.
struct WideColumn: Hashable {
  /// What may stand beside a value.
  enum Part: String, CaseIterable {
    case lower, upper, count, denominator
  }

  /// The measure's id.
  let measure: String
  /// The value's column, 0-based.
  let value: Int
  private var parts: [Int?] = Array(repeating: nil, count: Part.allCases.count)

  init(measure: String, value: Int) {
    self.measure = measure
    self.value = value
  }

  /// The column of a part, 0-based, or nil.
  subscript(_ part: Part) -> Int? {
    get { parts[Self.position(part)] }
    set { parts[Self.position(part)] = newValue }
  }

  private static func position(_ part: Part) -> Int {
    switch part {
    case .lower: 0
    case .upper: 1
    case .count: 2
    case .denominator: 3
    }
  }

  /// True where any part stands beside the value.
  var hasParts: Bool { parts.contains { $0 != nil } }

  /// The heading of a part.
  static func heading(_ measure: String, _ part: Part) -> String { "\(measure):\(part.rawValue)" }

  /// The measures of a header; a part whose measure does not stand before it is one of its own.
  static func columns(_ header: [String], from first: Int) -> [WideColumn] {
    var columns: [WideColumn] = []
    for (index, name) in header.enumerated().dropFirst(first) {
      if let colon = name.lastIndex(of: ":"),
        let part = Part(rawValue: String(name[colon...].dropFirst())),
        let owner = columns.lastIndex(where: { $0.measure == name[..<colon] })
      {
        columns[owner][part] = index
      } else {
        columns.append(WideColumn(measure: name, value: index))
      }
    }
    return columns
  }
}
