/// Gives every number of a plan’s tables that is no published figure a row of `plan.csv`.
///
/// Published figures carry the keys of their rows already. What the plan works out (targets, paths,
/// costs) is named by section, table, row and column, with their titles beside it.
struct PlanCells {
  private var section = 0
  private var tables = 0
  private(set) var rows: PlanRows

  init(_ rows: PlanRows) {
    self.rows = rows
  }

  /// The blocks of a plan with keys in the columns of numbers of its tables.
  mutating func keyed(_ blocks: [String]) -> [String] {
    blocks.map { block in
      if block.hasPrefix("## ") {
        section = Int(block.dropFirst(3).prefix { $0.isNumber }) ?? section
        tables = 0
      }
      return block.hasPrefix("| ") ? table(block) : block
    }
  }

  private mutating func table(_ block: String) -> String {
    var lines = block.split(separator: "\n").map(String.init)
    guard lines.count > 2 else { return block }
    tables += 1
    let heads = Self.cells(lines[0])
    let rule = Self.cells(lines[1])
    for index in 2..<lines.count {
      var cells = Self.cells(lines[index])
      for column in cells.indices.dropFirst()
      where column < rule.count && rule[column].hasSuffix(":") {
        cells[column] = key(
          cells[column], "t\(tables)r\(index - 1)c\(column)", [cells[0], heads[column]])
      }
      lines[index] = "| " + cells.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n")
  }

  /// A cell with a key around its first number, unless it has one.
  private mutating func key(_ cell: String, _ item: String, _ names: [String]) -> String {
    guard !cell.unicodeScalars.contains(NumberKey.opening),
      let match = cell.firstMatch(
        of: /(\*\*)?([−+]?£?[0-9][0-9,]*(?:\.[0-9]+)?(?:%|p\b| million)?)/),
      let value = Self.csv(match.2)
    else { return cell }
    rows.add(
      section, item, printed: value, unit: Self.unit(match.2, cell), names: names.map(Self.plain))
    let key = NumberKey(indicator: item, period: String(section))
    return String(cell[..<match.2.startIndex]) + NumberKey.mark(String(match.2), [key])
      + String(cell[match.2.endIndex...])
  }

  /// The cells of a row: no name in a plan holds a bar that is not an entity.
  private static func cells(_ line: String) -> [String] {
    line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// A printed number as a CSV has it: `£36.4 million` is 36400000.
  private static func csv(_ text: Substring) -> String? {
    let isMillions = text.hasSuffix("million")
    let digits = text.filter { $0.isNumber || $0 == "." }
    let sign = text.hasPrefix("−") ? "-" : ""
    guard isMillions else { return digits.isEmpty ? nil : sign + digits }
    let parts = digits.split(separator: ".")
    guard let whole = parts.first else { return nil }
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    let all = whole + decimals + String(repeating: "0", count: max(0, 6 - decimals.count))
    let bare = all.drop { $0 == "0" }
    return bare.isEmpty ? "0" : sign + bare
  }

  private static func unit(_ text: Substring, _ cell: String) -> String {
    if text.contains("£") { return "£" }
    if text.hasSuffix("p") { return "pence" }
    if cell.contains("point") { return "points" }
    return text.hasSuffix("%") ? "%" : ""
  }

  /// A title as it reads: without keys, emphasis and references to notes.
  private static func plain(_ text: String) -> String {
    NumberKey.strip(text).replacing(#/\[\^[a-z0-9]+\]/#, with: "").replacing("*", with: "")
      .replacing("\\", with: "")
  }
}
