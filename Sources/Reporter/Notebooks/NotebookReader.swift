/// Takes a notebook apart, line by line.
struct NotebookReader {
  private(set) var blocks: [NotebookBlock] = []
  private(set) var pieces: [Notebook.Piece] = []

  private let lines: [String]
  private var index = 0
  /// Plain text not yet made a piece.
  private var text = ""
  /// The block whose result has not been met yet, with the lines read behind it.
  private var waiting: Int?

  init(_ text: String) {
    var lines: [String] = []
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      lines.append(String(Substring(line.last == 13 ? line.dropLast() : line)))
    }
    // The last line feed ends a line and begins none.
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
  }

  mutating func read() throws(NotebookError) {
    while index < lines.count {
      let line = lines[index]
      if let fence = Fence(opening: line) {
        settleWaiting()
        try read(fence)
      } else if line == Notebook.begin {
        try readResult()
      } else if line == Notebook.end {
        throw NotebookError(line: index + 1, "found the end of a result without its beginning")
      } else {
        if !isBetween(line) { settleWaiting() }
        try readSentence(line)
        index += 1
      }
    }
    settleWaiting()
    flush()
    try refuseTwins()
  }

  /// True for lines that may stand between a block and its result.
  private func isBetween(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 == 32 } || line == "</details>"
  }

  /// Puts the result of a block that never had one where it belongs: behind the fold that the block
  /// stands in, or else right behind the block.
  private mutating func settleWaiting() {
    guard let block = waiting else { return }
    waiting = nil
    let mark = "\u{0}"
    guard let place = text.firstRange(of: mark) else { return }
    let fold = text[place.upperBound...].firstRange(of: "</details>\n")
    let before = String(text[..<place.lowerBound])
    let between = String(text[place.upperBound..<(fold?.upperBound ?? place.upperBound)])
    let rest = String(text[(fold?.upperBound ?? place.upperBound)...])
    text = before + between
    flush()
    pieces.append(.result(block: block, old: nil))
    text = rest
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    pieces.append(.text(text))
    text = ""
  }

  /// Reads a fenced block; what is not run stays text.
  private mutating func read(_ fence: Fence) throws(NotebookError) {
    let start = index
    var body: [String] = []
    text += lines[index] + "\n"
    index += 1
    while index < lines.count, !fence.isClosed(by: lines[index]) {
      body.append(lines[index])
      text += lines[index] + "\n"
      index += 1
    }
    guard index < lines.count else {
      throw NotebookError(line: start + 1, "the block that opens here is never closed")
    }
    text += lines[index] + "\n"
    index += 1
    let words = fence.info.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first, let kind = NotebookBlock.Kind(rawValue: first) else { return }
    let info = words.count > 1 ? words[1] : ""
    if info == "no-run" { return }
    if kind == .sql, !info.isEmpty {
      throw NotebookError(
        line: start + 1, "found '\(info)' behind sql, expected nothing or no-run")
    }
    blocks.append(
      try NotebookBlock(
        kind, info: info, lines: body, line: start + 1, number: blocks.count + 1))
    waiting = blocks.count - 1
    text += "\u{0}"
  }

  /// Reads the result of the block above.
  private mutating func readResult() throws(NotebookError) {
    guard let block = waiting else {
      throw NotebookError(line: index + 1, "found a result without a block above it")
    }
    waiting = nil
    text = text.replacing("\u{0}", with: "")
    flush()
    let start = index
    var old: [String] = []
    index += 1
    while index < lines.count, lines[index] != Notebook.end {
      old.append(lines[index])
      index += 1
    }
    guard index < lines.count else {
      throw NotebookError(
        line: start + 1, "the result that begins here has no end; write \(Notebook.end) behind it")
    }
    index += 1
    if old.first == "" { old.removeFirst() }
    if old.last == "" { old.removeLast() }
    pieces.append(.result(block: block, old: old.joined(separator: "\n")))
  }

  /// Reads the numbers in a line.
  private mutating func readSentence(_ line: String) throws(NotebookError) {
    var rest = line[...]
    while let opening = rest.firstRange(of: "<!--=") {
      guard let close = rest[opening.upperBound...].firstRange(of: "-->"),
        let end = rest[close.upperBound...].firstRange(of: "<!--/=-->")
      else {
        throw NotebookError(
          line: index + 1, "the value that begins here has no end; write <!--/=--> behind it")
      }
      guard opening.lowerBound > line.startIndex else {
        throw NotebookError(
          line: index + 1,
          "a value begins the line, which Markdown takes for a block of its own; put a word before it"
        )
      }
      text += rest[..<opening.lowerBound]
      flush()
      let source = String(rest[opening.upperBound..<close.lowerBound])
      let reference = try NotebookReference(source, line: index + 1)
      pieces.append(.value(reference, old: String(rest[close.upperBound..<end.lowerBound])))
      rest = rest[end.upperBound...]
    }
    text += rest + "\n"
  }

  private func refuseTwins() throws(NotebookError) {
    var seen: Set<String> = []
    for block in blocks where !seen.insert(block.name).inserted {
      throw NotebookError(
        line: block.line, "two blocks are named '\(block.name)'; every name stands once")
    }
  }
}

/// The opening of a fenced block.
private struct Fence {
  let info: String
  private let sign: Character
  private let length: Int

  /// Reads an opening fence; nil for any other line.
  init?(opening line: String) {
    let text = line.drop { $0 == " " }
    guard line.utf8.count - text.utf8.count < 4, let sign = text.first, sign == "`" || sign == "~"
    else { return nil }
    let run = text.prefix { $0 == sign }
    let info = text.dropFirst(run.count)
    guard run.count >= 3, sign == "~" || !info.contains("`") else { return nil }
    self.sign = sign
    length = run.count
    var words = info.drop { $0 == " " }
    while words.last == " " { words.removeLast() }
    self.info = String(words)
  }

  /// True for a line that closes the block.
  func isClosed(by line: String) -> Bool {
    let text = line.drop { $0 == " " }
    let run = text.prefix { $0 == sign }
    return line.utf8.count - text.utf8.count < 4 && run.count >= length
      && text.dropFirst(run.count).allSatisfy { $0 == " " }
  }
}
