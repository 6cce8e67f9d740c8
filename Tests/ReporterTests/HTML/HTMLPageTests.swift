import Testing

@testable import Reporter

@Suite("A report as a web page")
struct HTMLPageTests {
  private static func page(
    _ figures: [ReportFile] = [], _ write: (inout MarkdownDocument) -> Void
  ) -> String {
    var document = MarkdownDocument()
    document.heading(1, "Title")
    write(&document)
    return HTMLPage(document, title: "A <b> & C", figures: figures).render()
  }

  @Test(
    "names cannot act in the page",
    arguments: [
      "<script>alert(1)</script>", "a & b", "*x*", "[a](b)", "\"quoted\" `code`", "\u{E000}k",
    ]
  )
  func escapesNames(name: String) {
    let page = Self.page { $0.paragraph("Said by \(name).") }
    #expect(!page.contains("<script"))
    #expect(!page.contains("<em>") && !page.contains("<strong>") && !page.contains("<a href=\"b"))
    #expect(!page.contains("<code>") && !page.contains("<data"))
    #expect(page.contains("<title>A &lt;b&gt; &amp; C</title>"))
  }

  @Test("tables say which cells name columns and rows, and numbers stand right")
  func marksTables() {
    let page = Self.page { document in
      var table = MarkdownTable([.init("Place"), .number("Value")])
      table.append(["Leeds | York", "£1"])
      document.table(table)
    }
    #expect(page.contains("<th scope=\"col\">Place</th><th scope=\"col\" class=\"n\">Value</th>"))
    #expect(page.contains("<th scope=\"row\">Leeds | York</th><td class=\"n\">£1</td>"))
  }

  @Test("a figure is part of the page with its words; a missing one is its words alone")
  func embedsFigures() {
    let file = ReportFile(path: "figures/a.svg", text: "<svg/>")
    let page = Self.page([file]) {
      $0.figure("figures/a.svg", alt: "A line \"up\" [c].")
      $0.figure("figures/b.svg", alt: "Not drawn.")
    }
    // RFC 4648: the text of the bytes of `<svg/>`, as `base64` of GNU coreutils gives it.
    #expect(page.contains("src=\"data:image/svg+xml;base64,PHN2Zy8+\""))
    #expect(page.contains("alt=\"A line &quot;up&quot; &#91;c&#93;.\""))
    #expect(page.contains("<em>Not drawn.</em>"))
  }

  @Test("headings, lists, notes, quotations and code keep their meaning")
  func keepsBlocks() {
    var notes = MarkdownFootnotes()
    let mark = notes.mark("p")
    let page = Self.page { document in
      for name in ["One", "Two", "Three"] { document.heading(2, "\(name)") }
      document.list(["a", "**b**"])
      document.list(["first"], isNumbered: true)
      document.callout("Warning", "Mind the gap.")
      document.code("x < y")
      document.paragraph("Value " + mark + " and `code`.")
      document.footnotes(notes)
    }
    #expect(page.contains("<nav aria-label=\"Contents\">"))
    #expect(page.contains("<a href=\"#section-2\">Two</a>"))
    #expect(page.contains("<h2 id=\"section-2\">Two</h2>"))
    #expect(page.contains("<li><strong>b</strong></li>"))
    #expect(page.contains("<ol>\n<li>first</li>\n</ol>"))
    #expect(page.contains("<blockquote><p><strong>Warning:</strong> Mind the gap.</p>"))
    #expect(page.contains("<pre><code>x &lt; y</code></pre>"))
    #expect(page.contains("[p]<sup><a href=\"#note-p\" aria-label=\"Note p\">p</a></sup>"))
    #expect(page.contains("<p id=\"note-p\"><strong>p</strong> Provisional"))
  }

  @Test("a number carries the row that it stands for, which Markdown does not show")
  func carriesKeys() throws {
    var number = try #require(Rounded.money(pounds: 488, to: .whole))
    number.keys = [NumberKey(indicator: "asc_share", period: "2024-04-01/P1Y")]
    var document = MarkdownDocument()
    document.paragraph("It cost \(number).")
    #expect(document.render() == "It cost £488.\n")
    let page = HTMLPage(document, title: "", figures: []).render()
    #expect(
      page.contains(
        "It cost <data class=\"k\" value=\"asc_share 2024-04-01/P1Y\">£488</data>."))
  }
}
