/// A number in a sentence that comes from a block: `spend[Manchester].now as pounds`.
public struct NotebookReference: Hashable, Sendable {
  /// The name of the block.
  public let block: String
  /// The first cell of the row; nil where the block gives one row.
  public let row: String?
  /// The heading of the column.
  public let column: String
  /// How the number is written; nil as the table writes it.
  public let format: NotebookFormat?
  /// The text as it was written.
  public let source: String
  /// Where it stands, from 1.
  public let line: Int

  /// Reads a reference.
  ///
  /// - Throws: `NotebookError` where it is not understood.
  init(_ text: String, line: Int) throws(NotebookError) {
    source = text
    self.line = line
    var rest = text[...]
    if let words = rest.lastRange(of: " as ") {
      let name = String(rest[words.upperBound...])
      guard let format = NotebookFormat(name) else {
        throw NotebookError(line: line, NotebookFormat.refusal(name))
      }
      self.format = format
      rest = rest[..<words.lowerBound]
    } else {
      format = nil
    }
    block = String(rest.prefix { $0 != "[" && $0 != "." })
    rest = rest.dropFirst(block.count)
    if rest.first == "[", let end = rest.firstIndex(of: "]") {
      row = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...]
    } else {
      row = nil
    }
    column = rest.first == "." ? String(rest.dropFirst()) : ""
    guard NotebookBlock.isName(block), !column.isEmpty else {
      throw NotebookError(
        line: line,
        "found the value '\(text)', expected NAME.COLUMN or NAME[ROW].COLUMN, with 'as FORMAT' if "
          + "need be")
    }
  }
}

extension Substring {
  /// The last place where a text stands, or nil.
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
