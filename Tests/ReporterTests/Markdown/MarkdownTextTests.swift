import Testing

@testable import Reporter

@Suite("Markdown text")
struct MarkdownTextTests {
  @Test(
    "keeps ordinary names as they are",
    arguments: [
      "Stoke-on-Trent", "King's Lynn and West Norfolk", "Bristol, City of", "St. Helens",
      "Barking & Dagenham", "Newcastle upon Tyne (North)", "Ynys Môn", "Bath/Wells", "Café",
      "Adults: total",
    ])
  func plain(name: String) {
    #expect(MarkdownText.escape(name) == name)
  }

  @Test(
    "makes hostile names harmless",
    arguments: [
      ("a|b", "a&#124;b"), ("`code`", "&#96;code&#96;"), ("**b**", "&#42;&#42;b&#42;&#42;"),
      ("<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"),
      ("[x](javascript:alert(1))", "&#91;x&#93;(javascript&#58;alert(1))"),
      ("![i](http://e.example)", "&#33;&#91;i&#93;(http&#58;//e.example)"),
      ("www.evil.example", "www&#46;evil.example"), ("a@b.example", "a&#64;<!-- -->b.example"),
      ("&lt;b&gt;", "&#38;lt;b&#38;gt;"), ("\\", "&#92;"), ("# h", "&#35; h"),
      ("- item", "&#45; item"), ("1. one", "1&#46; one"), ("12) x", "12&#41; x"),
      ("> q", "&#62; q"), ("~~s~~", "&#126;&#126;s&#126;&#126;"), ("line1\r\nline2", "line1 line2"),
      ("\u{1B}[2J", "\u{FFFD}&#91;2J"), ("\u{202E}gnp.exe", "\u{FFFD}gnp.exe"),
      ("  padded  ", "padded"), ("", ""), (" ", ""), ("${HOME}", "&#36;&#123;HOME&#125;"),
      ("a\u{0}b", "a\u{FFFD}b"), (":smile:", "&#58;smile&#58;"), ("===", "&#61;=="),
      ("(x)", "&#40;x)"), ("wow!", "wow&#33;"), ("a -- b", "a &#45;- b"), ("+", "&#43;"),
    ])
  func hostile(name: String, source: String) {
    #expect(MarkdownText.escape(name) == source)
    #expect(MarkdownText.escape(MarkdownText.unescape(source)) == source)
  }

  @Test(
    "gives back the text that was escaped, and leaves alone what is no entity",
    arguments: [
      ("NHS &#91;ICB&#93; &#35;1", "NHS [ICB] #1"), ("a&#64;<!-- -->b.uk", "a@b.uk"),
      ("A & B", "A & B"), ("&#;", "&#;"), ("&#x41;", "&#x41;"),
      ("&#99999999999;", "&#99999999999;"),
      ("&#55296;", "&#55296;"), ("&#38;#35;", "&#35;"), ("&#42", "&#42"),
    ])
  func unescapes(source: String, text: String) {
    #expect(MarkdownText.unescape(source) == text)
  }

  @Test("escapes what is interpolated and keeps what is written")
  func interpolation() throws {
    let name = "A*B"
    let amount = try #require(Rounded.money(pence: 48_800))
    let text: MarkdownText = "**\(name)** spent \(amount) in \(YearText(2024)) on \(1234) people"
    let bare = NumberKey.strip(text.source)
    #expect(bare == "**A&#42;B** spent £488 in 2024 to 2025 on 1,234 people")
    let nested: MarkdownText = "\(MarkdownText.strong(text)) and\nmore"
    #expect(nested.source == "**\(text.source)** and more")
  }

  @Test("links only to relative paths and web addresses")
  func links() {
    #expect(MarkdownText.link("x", to: "a b/ü(1).md").source == "[x](a%20b/%C3%BC%281%29.md)")
    #expect(
      MarkdownText.link("x", to: "https://www.gov.uk/a?b=c").source
        == "[x](https://www.gov.uk/a?b=c)")
    #expect(MarkdownText.link("x", to: "javascript:alert(1)").source == "x")
    #expect(MarkdownText.link("x", to: "//e.example").source == "x")
    #expect(MarkdownText.link("x", to: "").source == "x")
    #expect(
      MarkdownText.picture("figures/a.svg", alt: "A [b]").source
        == "![A &#91;b&#93;](figures/a.svg)")
    #expect(MarkdownText.code("a`b|c").source == "`a'b\\|c`")
    #expect(MarkdownText.anchor("Who spends: 65p of each £1?") == "who-spends-65p-of-each-1")
  }
}
