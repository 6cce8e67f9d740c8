/// A Markdown document, block by block.
///
/// Blocks are parted by one blank line; the document ends with one line feed and holds no other control
/// character, so that the same content is the same bytes.
public struct MarkdownDocument: Sendable {
  private var blocks: [String] = []
  /// The file that holds the rows of keyed numbers.
  private let rows: String?

  /// Starts empty.
  ///
  /// - Parameter rows: the CSV beside the document, where its footnotes are to name the rows that
  ///   numbers stand for.
  public init(rows: String? = nil) {
    self.rows = rows
  }

  /// True without any block.
  public var isEmpty: Bool { blocks.isEmpty }

  /// Adds a heading; levels run from 1 to 6.
  public mutating func heading(_ level: Int, _ text: MarkdownText) {
    precondition((1...6).contains(level), "headings have levels 1 to 6")
    append(String(repeating: "#", count: level) + " " + text.source)
  }

  /// Adds a paragraph; nothing when it is empty.
  public mutating func paragraph(_ text: MarkdownText) {
    append(text.source)
  }

  /// Adds a list; nothing when it is empty.
  public mutating func list(_ items: [MarkdownText], isNumbered: Bool = false) {
    append(
      items.enumerated()
        .map { (isNumbered ? "\($0 + 1). " : "- ") + $1.source }
        .joined(separator: "\n"))
  }

  /// Adds a table; nothing when it has no rows.
  public mutating func table(_ table: MarkdownTable) {
    guard !table.isEmpty else { return }
    append(table.render())
  }

  /// Adds a figure on a line of its own, from a path relative to the document.
  public mutating func figure(_ path: String, alt: String) {
    append(MarkdownText.picture(path, alt: alt).source)
  }

  /// Adds a paragraph set apart, led by a strong word: `Warning`, `Note`.
  ///
  /// A plain quotation, not GitHub's alert, which other readers show as its bare syntax.
  public mutating func callout(_ lead: MarkdownText, _ text: MarkdownText) {
    append("> **\(lead.source):** " + text.source)
  }

  /// Adds a block of code or output; a fence longer than any in the text stands around it.
  ///
  /// - Parameters:
  ///   - text: the lines; control characters but line feeds and tabs are replaced.
  ///   - language: what GitHub colours it as; ASCII letters.
  public mutating func code(_ text: String, language: String = "") {
    var longest = 2
    var run = 0
    var body = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
      let isKept = scalar == "\n" || scalar == "\t" || !MarkdownText.isControl(scalar)
      body.append(isKept ? scalar : "\u{FFFD}")
    }
    while body.last == "\n" { body.removeLast() }
    let fence = String(repeating: "`", count: longest + 1)
    append(fence + language + "\n" + String(body) + "\n" + fence)
  }

  /// Adds the definitions of the footnotes used.
  public mutating func footnotes(_ notes: MarkdownFootnotes) {
    append(notes.render())
  }

  /// Adds all blocks of another document.
  public mutating func append(_ other: MarkdownDocument) {
    blocks += other.blocks
  }

  /// The text: LF line ends, one line feed at the end; empty without any block.
  public func render() -> String {
    guard !blocks.isEmpty else { return "" }
    let text =
      rows.map { NumberNotes.text(blocks, file: $0) }
      ?? NumberKey.strip(blocks.joined(separator: "\n\n"))
    return text + "\n"
  }

  /// The blocks with the keys of their numbers, for another form of the same document.
  var sourceBlocks: [String] { blocks }

  /// The same document with other blocks.
  func with(blocks: [String]) -> MarkdownDocument {
    var other = self
    other.blocks = blocks
    return other
  }

  /// The keys of all its numbers, in order.
  var keys: [NumberKey] { blocks.flatMap { NumberKey.parted($0).keys.joined() } }

  private mutating func append(_ block: String) {
    guard !block.isEmpty else { return }
    blocks.append(block)
  }
}
