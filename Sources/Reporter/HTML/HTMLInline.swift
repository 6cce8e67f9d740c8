import FoundationEssentials

/// What stands within a line of our Markdown, as HTML: only what our documents use.
struct HTMLInline {
  private let figures: [String: [UInt8]]

  init(figures: [String: [UInt8]] = [:]) {
    self.figures = figures
  }

  /// Plain text as HTML.
  static func text(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(MarkdownText.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }

  /// A line of Markdown as HTML.
  func html(_ source: String) -> String {
    var reader = Reader(source)
    var out = ""
    var isStrong = false
    while let scalar = reader.next() {
      switch scalar {
      case "\\": out += reader.next().map { Self.text(String($0)) } ?? "\\"
      case "&": out += reader.entity()
      case "*" where reader.take("*"):
        out += isStrong ? "</strong>" : "<strong>"
        isStrong.toggle()
      case "`": out += "<code>\(Self.text(reader.until("`") ?? ""))</code>"
      case "!" where reader.take("["): out += picture(&reader)
      case "[" where reader.take("^"): out += note(&reader)
      case "[": out += link(&reader)
      case NumberKey.opening: out += key(&reader)
      case NumberKey.closing: out += "</data>"
      case "<" where reader.take("!-- -->"): break
      default: out += Self.text(String(scalar))
      }
    }
    return isStrong ? out + "</strong>" : out
  }

  private func picture(_ reader: inout Reader) -> String {
    let alt = reader.bracketed() ?? ""
    let path = reader.take("(") ? reader.until(")") ?? "" : ""
    guard let bytes = figures[path] else { return "<em>\(html(alt))</em>" }
    return
      "<img alt=\"\(html(alt))\" src=\"data:image/svg+xml;base64,\(Data(bytes).base64EncodedString())\">"
  }

  private func link(_ reader: inout Reader) -> String {
    let words = reader.bracketed() ?? ""
    guard reader.take("(") else { return "[\(html(words))]" }
    return "<a href=\"\(Self.text(reader.until(")") ?? ""))\">\(html(words))</a>"
  }

  private func note(_ reader: inout Reader) -> String {
    let name = Self.text(reader.until("]") ?? "")
    return "<sup><a href=\"#note-\(name)\" aria-label=\"Note \(name)\">\(name)</a></sup>"
  }

  /// A number with the row that it stands for: `<data value="asc_share 2024-04-01/P1Y">`.
  private func key(_ reader: inout Reader) -> String {
    let keys = NumberKey.keys(in: reader.until(NumberKey.middle) ?? "")
    let names = keys.map(\.description).joined(separator: "; ")
    return "<data class=\"k\" value=\"\(Self.text(names))\">"
  }

  /// Reads a line character by character.
  private struct Reader {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    mutating func next() -> Unicode.Scalar? { rest.popFirst() }

    /// Takes a text where it comes next.
    mutating func take(_ text: String) -> Bool {
      guard rest.starts(with: text.unicodeScalars) else { return false }
      rest.removeFirst(text.unicodeScalars.count)
      return true
    }

    /// What stands before a character, which is taken too; nil where it does not come.
    mutating func until(_ end: Unicode.Scalar) -> String? {
      guard let index = rest.firstIndex(of: end) else { return nil }
      let found = String(rest[..<index])
      rest = rest[rest.index(after: index)...]
      return found
    }

    /// What stands before the bracket that closes the one just opened.
    mutating func bracketed() -> String? {
      var depth = 1
      var found = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if scalar == "\\", let escaped = rest.popFirst() {
          found.append(scalar)
          found.append(escaped)
          continue
        }
        if scalar == "[" { depth += 1 }
        if scalar == "]" { depth -= 1 }
        if depth == 0 { return String(found) }
        found.append(scalar)
      }
      return nil
    }

    /// A numeric entity as it stands, after its `&`; any other `&` as itself.
    mutating func entity() -> String {
      guard rest.first == "#", let end = rest.prefix(9).firstIndex(of: ";") else { return "&amp;" }
      let digits = rest[rest.index(after: rest.startIndex)..<end]
      guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
        return "&amp;"
      }
      rest = rest[rest.index(after: end)...]
      return "&#\(String(digits));"
    }
  }
}
