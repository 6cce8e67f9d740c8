import Testing

@testable import Reporter

@Suite("A name in a web page")
struct HTMLInlineTests {
  /// What a browser shows of text that has entities and no elements.
  private static func shown(_ html: String) -> String {
    var out = String.UnicodeScalarView()
    var rest = Substring(html).unicodeScalars
    let named: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "quot": "\"", "amp": "&"]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let end = rest.firstIndex(of: ";") else {
        out.append(scalar)
        continue
      }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      if let character = named[name] {
        out.append(character)
      } else if name.hasPrefix("#"), let code = UInt32(name.dropFirst()),
        let character = Unicode.Scalar(code)
      {
        out.append(character)
      }
    }
    return String(out)
  }

  @Test(
    "is shown as it is, blanks folded and control characters replaced",
    arguments: [
      ("\n\0\u{1B}[", "\u{FFFD}\u{FFFD}["), ("&#91;", "&#91;"), ("&amp;lt;", "&amp;lt;"),
      ("a@b.example", "a@b.example"), ("![i](x) **b** `c`", "![i](x) **b** `c`"),
      ("<!-- -->", "<!-- -->"), ("\\&#60;", "\\&#60;"), ("&", "&"), ("a \t\"b\"", "a \"b\""),
      ("\u{E000}k\u{E001}", "\u{FFFD}k\u{FFFD}"), ("[^1]", "[^1]"), ("&#0;&#x41;", "&#0;&#x41;"),
    ])
  func asItIs(name: String, expected: String) {
    #expect(Self.shown(HTMLInline().html(MarkdownText(escaping: name).source)) == expected)
  }
}
