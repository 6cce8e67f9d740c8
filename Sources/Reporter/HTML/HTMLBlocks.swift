/// The blocks of our Markdown as HTML: headings, paragraphs, lists, tables, quotations, code, notes.
struct HTMLBlocks {
  private let inline: HTMLInline
  private var sections: [(id: String, text: String)] = []
  private var ids: Set<String> = []

  init(_ inline: HTMLInline) {
    self.inline = inline
  }

  /// One block.
  mutating func html(_ block: String) -> String {
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return "" }
    if first.hasPrefix("#") { return heading(first) }
    if first.hasPrefix("```") { return code(lines) }
    if first.hasPrefix("| "), lines.count > 1 { return table(lines) }
    if first.hasPrefix("- ") { return list(lines.map { String($0.dropFirst(2)) }, "ul") }
    if first.hasPrefix("1. ") {
      return list(lines.map { String($0.drop { $0 != " " }.dropFirst()) }, "ol")
    }
    if first.hasPrefix("> ") {
      let text = lines.map { String($0.dropFirst(2)) }.joined(separator: " ")
      return "<blockquote><p>\(inline.html(text))</p></blockquote>"
    }
    if first.hasPrefix("[^") { return notes(lines) }
    return "<p>\(inline.html(block))</p>"
  }

  /// The list of the sections so far; `""` for fewer than three.
  var contents: String {
    guard sections.count > 2 else { return "" }
    let items = sections.map { "<li><a href=\"#\($0.id)\">\($0.text)</a></li>" }
    return "<nav aria-label=\"Contents\"><ul>\n" + items.joined(separator: "\n") + "\n</ul></nav>"
  }

  private mutating func heading(_ line: String) -> String {
    let level = line.prefix { $0 == "#" }.count
    let text = inline.html(String(line.dropFirst(level + 1)))
    guard level == 2 else { return "<h\(level)>\(text)</h\(level)>" }
    var id = "section-\(sections.count + 1)"
    while !ids.insert(id).inserted { id += "-" }
    sections.append((id, Self.plain(text)))
    return "<h2 id=\"\(id)\">\(text)</h2>"
  }

  /// A heading for the list of contents: without links and keys.
  private static func plain(_ html: String) -> String {
    var out = ""
    var isInside = false
    for character in html {
      if character == "<" { isInside = true }
      if !isInside { out.append(character) }
      if character == ">" { isInside = false }
    }
    return out
  }

  private func code(_ lines: [String]) -> String {
    let body = lines.dropFirst().dropLast().joined(separator: "\n")
    return "<pre><code>\(HTMLInline.text(body))</code></pre>"
  }

  private func list(_ items: [String], _ tag: String) -> String {
    "<\(tag)>\n" + items.map { "<li>\(inline.html($0))</li>" }.joined(separator: "\n")
      + "\n</\(tag)>"
  }

  private func notes(_ lines: [String]) -> String {
    let items = lines.map { line in
      let parts = line.dropFirst(2).split(separator: "]", maxSplits: 1)
      let name = HTMLInline.text(String(parts.first ?? ""))
      let text = parts.count > 1 ? String(parts[1].dropFirst(2)) : ""
      return "<p id=\"note-\(name)\"><strong>\(name)</strong> \(inline.html(text))</p>"
    }
    return "<section class=\"notes\" aria-label=\"Notes\">\n" + items.joined(separator: "\n")
      + "\n</section>"
  }

  /// A table: its first column names the rows.
  private func table(_ lines: [String]) -> String {
    let rows = lines.map(Self.cells)
    let isNumber = rows.count > 1 ? rows[1].map { $0.hasSuffix(":") && !$0.hasPrefix(":") } : []
    func style(_ column: Int) -> String {
      column < isNumber.count && isNumber[column] ? " class=\"n\"" : ""
    }
    var out =
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>\n<thead><tr>"
    for (column, cell) in (rows.first ?? []).enumerated() {
      out += "<th scope=\"col\"\(style(column))>\(inline.html(cell))</th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for row in rows.dropFirst(2) {
      out += "<tr>"
      for (column, cell) in row.enumerated() {
        out +=
          column == 0
          ? "<th scope=\"row\"\(style(column))>\(inline.html(cell))</th>"
          : "<td\(style(column))>\(inline.html(cell))</td>"
      }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table></div>"
  }

  /// The cells of a row; a bar after a backslash belongs to its cell.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars.dropFirst() {
      if scalar == "|", !isEscaped {
        cells.append(trimmed(cell))
        cell = .init()
        continue
      }
      isEscaped = scalar == "\\" && !isEscaped
      cell.append(scalar)
    }
    return cells
  }

  private static func trimmed(_ text: String.UnicodeScalarView) -> String {
    var text = Substring(String(text))
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
