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
    let heads = Self.cells(lines[0]).map(Self.plain)
    let rule = Self.cells(lines[1])
    for index in 2..<lines.count {
      var cells = Self.cells(lines[index])
      let name = Self.plain(cells[0])
      for column in cells.indices.dropFirst()
      where column < rule.count && rule[column].hasSuffix(":") {
        cells[column] = key(
          cells[column], "t\(tables)r\(index - 1)c\(column)", [name, heads[column]])
      }
      lines[index] = "| " + cells.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n")
  }

  /// A cell with a key around its first number, unless it has one.
  private mutating func key(_ cell: String, _ item: String, _ names: [String]) -> String {
    let bytes = Array(cell.utf8)
    guard !cell.unicodeScalars.contains(NumberKey.opening), let span = Self.number(in: bytes)
    else { return cell }
    let text = String(decoding: bytes[span], as: UTF8.self)
    guard let value = Self.csv(text) else { return cell }
    rows.add(section, item, printed: value, unit: Self.unit(text, cell), names: names)
    let key = NumberKey(indicator: item, period: String(section))
    return String(decoding: bytes[..<span.lowerBound], as: UTF8.self)
      + NumberKey.mark(text, [key])
      + String(decoding: bytes[span.upperBound...], as: UTF8.self)
  }

  /// Where the first number of a cell stands, with its sign, `£` and unit.
  ///
  /// Read as bytes: thousands of cells pass here at every build.
  private static func number(in bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.firstIndex(where: isDigit) else { return nil }
    var start = first
    for sign in ["£", "−", "+"] {
      // Only one sign stands before a number, and `£` behind it.
      let size = sign.utf8.count
      if start >= size, bytes[(start - size)..<start].elementsEqual(sign.utf8) {
        start -= size
        if sign != "£" { break }
      }
    }
    var end = first
    while end < bytes.count, isDigit(bytes[end]) || bytes[end] == 0x2C { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x2E, isDigit(bytes[end + 1]) {
      end += 1
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    }
    for unit in ["%", "p", " million"] where bytes[end...].starts(with: unit.utf8) {
      let next = end + unit.utf8.count
      // The p of pence, not that of a word.
      if unit == "p", next < bytes.count, isWord(bytes[next]) { continue }
      return start..<next
    }
    return start..<end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte > 0x7F
  }

  /// The cells of a row: no name in a plan holds a bar that is not an entity.
  private static func cells(_ line: String) -> [String] {
    line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// A printed number as a CSV has it: `£36.4 million` is 36400000.
  private static func csv(_ text: String) -> String? {
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

  private static func unit(_ text: String, _ cell: String) -> String {
    if text.contains("£") { return "£" }
    if text.hasSuffix("p") { return "pence" }
    if cell.contains("point") { return "points" }
    return text.hasSuffix("%") ? "%" : ""
  }

  /// A title as it reads: without keys, emphasis and references to notes.
  private static func plain(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(NumberKey.strip(text).utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x5B, 0x5E]),
        let end = bytes[index...].firstIndex(of: 0x5D), end > index + 2,
        bytes[(index + 2)..<end].allSatisfy({ isDigit($0) || ($0 >= 0x61 && $0 <= 0x7A) })
      {
        index = end
      } else if bytes[index] != 0x2A, bytes[index] != 0x5C {
        out.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
