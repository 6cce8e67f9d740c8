import Testing

@testable import Reporter

@Suite("notebooks")
struct NotebookTests {
  private let text = """
    # Title

    Manchester spent <!--=spend[Manchester].now as pounds-->£1<!--/=--> in all.

    ```sql
    --: name spend
    --: show now pounds
    SELECT 1
    ```

    Then more.

    ```placewise compare asc_share
    #: name beside
    # why
    --among core-cities
    ```

    """

  @Test("a block without a result gets one below it, and the rest stays as it is")
  func firstRun() throws {
    let notebook = try Notebook(text)
    #expect(notebook.blocks.map(\.name) == ["spend", "beside"])
    #expect(notebook.blocks.map(\.line) == [5, 13])
    #expect(notebook.blocks[0].source == "SELECT 1")
    #expect(notebook.blocks[1].source == "compare asc_share\n--among core-cities")
    #expect(notebook.results == [nil, nil])
    #expect(notebook.values == ["£1"])
    let out = notebook.render(results: ["| a |", ""], values: ["£2"])
    #expect(out.contains("--><!--") == false)
    #expect(out.contains("as pounds-->£2<!--/=--> in all."))
    #expect(
      out.contains(
        "```\n\n<!-- placewise:result -->\n\n| a |\n\n<!-- placewise:end -->\n\nThen more."))
    #expect(out.hasSuffix("```\n\n<!-- placewise:result -->\n<!-- placewise:end -->\n"))
  }

  @Test("a second run with the same results changes no byte", arguments: ["\n", "\r\n"])
  func isIdempotent(_ lineEnd: String) throws {
    let results = ["| a |\n| --- |\n| 1 |", "words"]
    let notebook = try Notebook(text.replacing("\n", with: lineEnd))
    let once = notebook.render(results: results, values: ["£2"])
    let again = try Notebook(once)
    #expect(again.results == results)
    #expect(again.render(results: results, values: ["£2"]) == once)
    #expect(once.replacing("\r\n", with: "").contains("\n") == (lineEnd == "\n"))
  }

  @Test("the result of a folded block stands behind the fold")
  func fold() throws {
    let folded = """
      <details><summary>The query</summary>

      ```sql
      SELECT 1
      ```

      </details>

      After.

      """
    let out = try Notebook(folded).render(results: ["x"], values: [])
    #expect(
      out.contains("</details>\n\n<!-- placewise:result -->\n\nx\n\n<!-- placewise:end -->\n"))
    #expect(try Notebook(out).render(results: ["x"], values: []) == out)
  }

  @Test("what is not run stays text")
  func others() throws {
    let text = "```sql no-run\nSELECT 1\n```\n\n~~~python\n<!--=a.b-->\n~~~\n\n````\n```sql\n````\n"
    let notebook = try Notebook(text)
    #expect(notebook.blocks.isEmpty)
    #expect(notebook.render(results: [], values: []) == text)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("a\n\n```sql\nSELECT 1\n", 3, "never closed"),
      ("```sql fast\nSELECT 1\n```\n", 1, "found 'fast'"),
      ("```sql\n--: titel x\nSELECT 1\n```\n", 2, "found the setting 'titel'"),
      ("```sql\n--: name Not good\nSELECT 1\n```\n", 2, "found the name 'Not good'"),
      ("<!-- placewise:result -->\n<!-- placewise:end -->\n", 1, "without a block"),
      ("a\n<!-- placewise:end -->\n", 2, "without its beginning"),
      ("```sql\nSELECT 1\n```\n<!-- placewise:result -->\n", 4, "has no end"),
      ("a <!--=b.c--> d\n", 1, "has no end"),
      ("<!--=b.c-->1<!--/=--> d\n", 1, "begins the line"),
      ("a <!--=b-->1<!--/=--> d\n", 1, "expected NAME.COLUMN"),
      ("a <!--=b.c as euros-->1<!--/=--> d\n", 1, "found the format 'euros'"),
      (
        "```sql\n--: name a\n```\n\n```sql\n--: name a\n```\n", 5, "two blocks are named 'a'"
      ),
    ])
  func refuses(_ text: String, _ line: Int, _ words: String) {
    let error = #expect(throws: NotebookError.self) { try Notebook(text) }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true)
  }

  @Test(
    "numbers are written as GOV.UK writes them",
    arguments: [
      ("pounds", 1234.4, "£1,234"), ("pounds.2", 9.5, "£9.50"),
      ("money", 3_400_000, "£3.4 million"),
      ("percent", 12.34, "12.3%"), ("percent.0", 12.5, "13%"),
      ("points", 2.35, "2.4 percentage points"), ("number", 175_990, "175,990"),
      ("number.1", -3.25, "\u{2212}3.3"), ("year", 2024, "2024"),
      ("thousands", 844_486, "844,000"), ("hundreds", 11_260, "11,300"),
      ("change", -44.66, "fell by 44.7%"), ("change.0", 2.6, "rose by 3%"),
      ("change", 0.01, "stayed the same"),
    ])
  func formats(_ name: String, _ value: Double, _ text: String) throws {
    #expect(try #require(NotebookFormat(name)).text(value) == text)
  }

  @Test("unknown formats are none", arguments: ["", "pound", "pounds.9", "money.1", "percent.1.1"])
  func unknownFormats(_ name: String) { #expect(NotebookFormat(name) == nil) }

  @Test("what moved is named cell by cell")
  func drift() throws {
    let old = "| place | spend |\n| --- | --: |\n| Leeds | £5 |\n| Bath | £7 |"
    let new = "| place | spend |\n| --- | --: |\n| Leeds | £6 |\n| York | £7 |"
    let notebook = try Notebook(try Notebook(text).render(results: [old, "A."], values: ["£1"]))
    let moves = NotebookDrift(notebook, results: [new, "B."], values: ["£2"]).moves
    let lines = moves.map { "\($0.line) \($0.what): \($0.old) → \($0.new)" }
    #expect(
      lines == [
        "3 spend[Manchester].now as pounds: £1 → £2", "5 spend, Leeds, spend: £5 → £6",
        "5 spend, Bath, place: Bath → nothing", "5 spend, Bath, spend: £7 → nothing",
        "5 spend, York, place: nothing → York", "5 spend, York, spend: nothing → £7",
        "22 beside, line 1: A. → B.",
      ])
    #expect(NotebookDrift(notebook, results: [old, "A."], values: ["£1"]).moves.isEmpty)
  }
}
