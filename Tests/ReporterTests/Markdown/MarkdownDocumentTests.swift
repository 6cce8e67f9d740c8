import Testing

@testable import Reporter

@Suite("A Markdown document")
struct MarkdownDocumentTests {
  @Test("is blocks parted by blank lines with one line feed at the end")
  func blocks() {
    var notes = MarkdownFootnotes()
    var table = MarkdownTable([.init("Place"), .number("£ million"), .init("Mark", .centre)])
    table.append(["\("A|B")", "3.4", notes.mark("pc")])
    table.append(["\("C")", notes.mark("c")])
    var document = MarkdownDocument()
    document.heading(1, "Title")
    document.paragraph("")
    document.callout("Warning", "Mind.")
    document.table(table)
    document.table(MarkdownTable([.init("empty")]))
    document.list(["one", "two"])
    document.list(["one", "two"], isNumbered: true)
    document.figure("figures/trend.svg", alt: "Line chart.")
    document.code("a\r\n```\n\n", language: "sql")
    document.footnotes(notes)
    #expect(
      document.render() == """
        # Title

        > **Warning:** Mind.

        | Place | £ million | Mark |
        | --- | --: | :-: |
        | A&#124;B | 3.4 | \\[c][^c] \\[p][^p] |
        | C | \\[c] |  |

        - one
        - two

        1. one
        2. two

        ![Line chart.](figures/trend.svg)

        ````sql
        a
        ```
        ````

        [^c]: Confidential: not shown, to protect people.
        [^p]: Provisional: may be revised by its publisher.

        """)
    #expect(MarkdownDocument().render().isEmpty)
  }

  @Test("keeps a bare bar of our own prose inside its cell")
  func bars() {
    var table = MarkdownTable([.init("a"), .init("b")])
    table.append(["x | y \\| z", "\\\\|"])
    #expect(table.render().hasSuffix("| x \\| y \\| z | \\\\\\| |"))
  }

  @Test("prints only the footnotes used, in their fixed order")
  func footnotes() {
    var notes = MarkdownFootnotes([
      .init("real", "Prices of the last year."), .init("net", "Net of fees."),
    ])
    #expect(notes.isEmpty)
    #expect(notes.render().isEmpty)
    #expect(notes.reference("net").source == "[^net]")
    #expect(notes.reference("real").source == "[^real]")
    #expect(notes.render() == "[^real]: Prices of the last year.\n[^net]: Net of fees.")
    #expect(notes.mark("q").isEmpty)
  }
}
