import Evidence
import Tabular

/// What each column of a homelessness sheet holds, told from the cells stacked above it.
struct HomelessnessColumns {
  /// A column of figures.
  struct Column {
    let index: Int
    /// The measure without its family: `a1.prevention_duty`.
    let name: String
    let title: String
  }

  let all: [Column]
  /// Headings that no rule knows, as they stand.
  let byHeading: [String]

  /// Reads the header rows between the title and the first row of data.
  init(_ sheet: Table, above first: Int, table: HomelessnessTable) {
    let header = sheet.rows[1..<first]
    let width = sheet.rows[first].count
    var all: [Column] = []
    var unknown: [String] = []
    var group = ""
    var names: Set<String> = []
    for index in 2..<max(2, width) {
      let lines = header.map { CellText.trimmed($0[index]) }.filter { !$0.isEmpty }
      guard !lines.isEmpty else { continue }
      let keys = lines.map(CellText.key)
      let found: String
      if table == .ta1 {
        group = HomelessnessRules.group(keys) ?? group
        found = HomelessnessRules.name(keys, inGroup: group) ?? ""
      } else {
        found = HomelessnessRules.name(keys, table: table) ?? ""
      }
      let name = found.isEmpty ? Self.slug(lines, table) : found
      if found.isEmpty, table != .a3 { unknown.append(Self.oneLine(lines[lines.count - 1])) }
      guard !name.isEmpty, names.insert(name).inserted else { continue }
      all.append(
        Column(
          index: index, name: "\(table.rawValue).\(name)",
          title: Self.title(lines, name, table)))
    }
    self.all = all
    byHeading = unknown
  }

  /// The words of a heading that no rule knows; those of support needs stand in its first line.
  private static func slug(_ lines: [String], _ table: HomelessnessTable) -> String {
    Slug.of(table == .a3 ? lines[0] : lines[lines.count - 1])
  }

  private static func title(
    _ lines: [String], _ name: String, _ table: HomelessnessTable
  ) -> String {
    let words =
      table == .a3 && HomelessnessRules.isNeed(name)
      ? oneLine(lines[0]) : name.replacing("_", with: " ").replacing(".", with: ", ")
    let subject =
      switch table {
      case .a1: "Homelessness assessments"
      case .a3: "Households owed a duty, support needs"
      case .p1: "Prevention duties ended"
      case .p2: "Prevention duties ended with accommodation"
      case .r1: "Relief duties ended"
      case .r2: "Relief duties ended with accommodation"
      case .ta1: "Temporary accommodation"
      }
    return "\(subject): \(words)"
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
