/// A table in GitHub's Markdown.
///
/// Every row is given as many cells as there are columns: a missing cell is empty, a surplus one is a
/// programming error. Numbers stand right.
public struct MarkdownTable: Hashable, Sendable {
  /// How a column stands.
  public enum Alignment: Hashable, Sendable {
    /// Names and words.
    case left
    /// Numbers.
    case right
    /// Marks.
    case centre
  }

  /// A column: its head and how it stands.
  public struct Column: Hashable, Sendable {
    /// The head, with the unit where the cells do not carry it.
    public let title: MarkdownText
    /// How its cells stand.
    public let alignment: Alignment

    /// Makes a column.
    public init(_ title: MarkdownText, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }

    /// A column of numbers.
    public static func number(_ title: MarkdownText) -> Self { Self(title, .right) }
  }

  /// The columns.
  public let columns: [Column]
  /// The rows.
  public private(set) var rows: [[MarkdownText]] = []

  /// Starts a table.
  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// True without rows.
  public var isEmpty: Bool { rows.isEmpty }

  /// Adds a row.
  public mutating func append(_ cells: [MarkdownText]) {
    precondition(cells.count <= columns.count, "a row has more cells than the table has columns")
    rows.append(cells + Array(repeating: "", count: columns.count - cells.count))
  }

  /// The lines, without a final line feed.
  public func render() -> String {
    var lines = [Self.line(columns.map { Self.cell($0.title) })]
    lines.append(Self.line(columns.map { Self.rule($0.alignment) }))
    for row in rows { lines.append(Self.line(row.map(Self.cell))) }
    return lines.joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func rule(_ alignment: Alignment) -> String {
    switch alignment {
    case .left: "---"
    case .right: "--:"
    case .centre: ":-:"
    }
  }

  /// A cell with any bare bar made harmless: a table splits at bars before anything else is read.
  private static func cell(_ text: MarkdownText) -> String {
    guard text.source.utf8.contains(0x7C) else { return text.source }
    var out = ""
    var isEscaped = false
    for scalar in text.source.unicodeScalars {
      if scalar == "|", !isEscaped { out += "\\" }
      isEscaped = scalar == "\\" && !isEscaped
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
