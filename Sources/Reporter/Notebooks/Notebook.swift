/// A Markdown file whose fenced blocks are run and whose results stand below them.
///
/// What a run writes is marked, and nothing else is touched:
///
/// ```
/// <!-- placewise:result -->
/// | place | … |
/// <!-- placewise:end -->
/// ```
///
/// A number in a sentence stands between `<!--=NAME[ROW].COLUMN as FORMAT-->` and `<!--/=-->`; GitHub
/// shows neither mark. The same results give the same bytes, so a second run changes nothing.
public struct Notebook: Hashable, Sendable {
  /// A piece of the file, in order.
  enum Piece: Hashable, Sendable {
    /// Lines that stay, with their line ends.
    case text(String)
    /// The place of a block's result, with what stands there now; nil before the first run.
    case result(block: Int, old: String?)
    /// A number in a sentence, with what stands there now.
    case value(NotebookReference, old: String)
  }

  /// The line before a result.
  static let begin = "<!-- placewise:result -->"
  /// The line behind a result.
  static let end = "<!-- placewise:end -->"

  /// The blocks, in order.
  public let blocks: [NotebookBlock]
  let pieces: [Piece]
  private let lineEnd: String

  /// Reads a notebook.
  ///
  /// - Throws: `NotebookError` where a fence or a mark is not closed, or two blocks have one name.
  public init(_ text: String) throws(NotebookError) {
    let first = text.utf8.prefix { $0 != 10 }
    lineEnd = first.last == 13 ? "\r\n" : "\n"
    var reader = NotebookReader(text)
    try reader.read()
    blocks = reader.blocks
    pieces = reader.pieces
  }

  /// The numbers in sentences, in order.
  public var references: [NotebookReference] {
    pieces.compactMap { piece in
      if case .value(let reference, _) = piece { reference } else { nil }
    }
  }

  /// The results that stand in the file, by block; nil for a block that was never run.
  public var results: [String?] {
    var found = [String?](repeating: nil, count: blocks.count)
    for case .result(let block, let old) in pieces { found[block] = old }
    return found
  }

  /// The texts that stand for the numbers now, in order.
  public var values: [String] {
    pieces.compactMap { piece in
      if case .value(_, let old) = piece { old } else { nil }
    }
  }

  /// The file with new results.
  ///
  /// - Parameters:
  ///   - results: the Markdown below each block, in order, without a line feed at its end.
  ///   - values: the texts of the numbers in sentences, in order.
  /// - Returns: the text; the same as before where nothing changed.
  public func render(results: [String], values: [String]) -> String {
    precondition(results.count == blocks.count, "every block has one result")
    var out = ""
    var values = values[...]
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .result(let block, let old):
        // The first result of a block stands apart from it.
        if old == nil { out += "\n" }
        out += Self.begin + "\n"
        if !results[block].isEmpty { out += "\n" + results[block] + "\n\n" }
        out += Self.end + "\n"
      case .value(let reference, _):
        out += "<!--=" + reference.source + "-->" + (values.popFirst() ?? "") + "<!--/=-->"
      }
    }
    return lineEnd == "\n" ? out : out.replacing("\n", with: lineEnd)
  }
}
