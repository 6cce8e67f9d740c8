/// Gives every number of a document that is no published figure a row of the CSV beside it.
///
/// The rows are numbered within their section in the order of the page: `s4n10` is the tenth of
/// section 4, which a spreadsheet does not take for a number. A row says beside it where it stands:
/// the names of its row and column in a table, else the words around it.
struct WorkedNumbers {
  /// A number with where it stands.
  struct Row {
    /// The section: how many headings of the second level stand above; 0 before the first.
    let section: Int
    /// The name of the row: `s4n10`.
    let item: String
    let number: WorkedNumber
    /// The row of its table, or the words around it.
    let row: String
    /// The column of its table; `""` outside one.
    let column: String
  }

  /// The file that the rows stand in; `""` for the one that holds all figures of the page.
  private let file: String
  private var section = 0
  private var count = 0
  private(set) var rows: [Row] = []

  /// Begins a document.
  init(file: String) {
    self.file = file
  }

  /// The blocks of a document with a key for every number.
  mutating func keyed(_ blocks: [String]) -> [String] {
    blocks.map { block in
      if block.hasPrefix("## ") {
        section += 1
        count = 0
      }
      guard block.utf8.contains(0xEE) else { return block }
      if block.hasPrefix("| ") { return table(block) }
      return block.split(separator: "\n", omittingEmptySubsequences: false)
        .map { keyed(String($0), names: nil) }.joined(separator: "\n")
    }
  }

  private mutating func table(_ block: String) -> String {
    var lines = block.split(separator: "\n").map(String.init)
    let heads = Self.cells(lines[0]).map(Self.plain)
    for index in lines.indices where lines[index].utf8.contains(0xEE) {
      var cells = Self.cells(lines[index])
      let name = index == 0 ? "" : Self.plain(cells[0])
      for column in cells.indices {
        let head = column < heads.count ? heads[column] : ""
        cells[column] = keyed(cells[column], names: (name, head))
      }
      lines[index] = "| " + cells.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n")
  }

  /// A line or cell with keys in place of the numbers that travel in it.
  private mutating func keyed(_ text: String, names: (row: String, column: String)?) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard NumberKey.isMark(0x80, bytes, index), index + 3 < bytes.count, bytes[index + 3] == 0x3D,
        let middle = bytes[index...].indices.first(where: { NumberKey.isMark(0x81, bytes, $0) }),
        let number = WorkedNumber(
          parcel: String(decoding: bytes[(index + 3)..<middle], as: UTF8.self))
      else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let names = names ?? (Self.words(around: index..<middle, bytes), "")
      let key = add(number, names)
      out += Array((String(NumberKey.opening) + key.parcel).utf8)
      index = middle
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func add(
    _ number: WorkedNumber, _ names: (row: String, column: String)
  ) -> NumberKey {
    count += 1
    let item = "s\(section)n\(count)"
    rows.append(
      Row(section: section, item: item, number: number, row: names.row, column: names.column))
    return NumberKey(indicator: item, period: "", file: file)
  }

  /// The words around a number, which is shown as `…`.
  private static func words(around mark: Range<Int>, _ bytes: [UInt8]) -> String {
    let end =
      bytes[mark.upperBound...].indices.first { NumberKey.isMark(0x82, bytes, $0) } ?? bytes.count
    let before = plain(String(decoding: bytes[..<mark.lowerBound], as: UTF8.self))
    let after = plain(String(decoding: bytes[min(end + 3, bytes.count)...], as: UTF8.self))
    return String(before.drop { "#->. 0123456789".contains($0) }.suffix(48)) + "…"
      + String(after.prefix(32))
  }

  /// The cells of a row; a bar within one has a backslash before it.
  private static func cells(_ line: String) -> [String] {
    line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// A text as it reads: without keys, emphasis, entities and references to notes.
  private static func plain(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(NumberKey.strip(text).utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x5B, 0x5E]),
        let end = bytes[index...].firstIndex(of: 0x5D), end > index + 2
      {
        index = end
      } else if bytes[index] != 0x2A, bytes[index] != 0x5C {
        out.append(bytes[index])
      }
      index += 1
    }
    return MarkdownText.unescape(String(decoding: out, as: UTF8.self))
  }
}
