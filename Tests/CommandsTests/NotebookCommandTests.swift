import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise notebook")
struct NotebookCommandTests {
  private let page = """
    # Spending

    Manchester spent <!--=adults[Manchester].spend as pounds-->?<!--/=--> for each adult.

    ```sql
    --: name adults
    --: show spend pounds
    --: figure comparison
    --: title Adult social care
    --: format pounds
    --: benchmark England
    SELECT p.name AS name, v.value AS spend, v.value
    FROM indicator_value v JOIN place p ON p.code = v.place
    WHERE v.indicator = 'asc_net_adult_real' AND v.place IN ('E08000003', 'E08000035', 'E92000001')
    ORDER BY p.name
    ```

    ```placewise compare asc_net_adult_real
    #: name beside
    --with Manchester --with Leeds
    ```

    ```placewise
    placewise places --members core-cities
    ```

    """

  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    try FileManager.default.createDirectory(
      atPath: workspace.path + "/notebooks-md", withIntermediateDirectories: true)
    return workspace
  }

  @Test("results and figures are written once, and a second run changes no byte")
  func runs() throws {
    let workspace = try workspace()
    defer { workspace.scratch.remove() }
    try workspace.write("notebooks-md/spend.md", page)
    let path = workspace.path + "/notebooks-md/spend.md"
    #expect(workspace.run("build").code == 0)
    let first = workspace.run("notebook", path)
    #expect(first.code == 0, "\(first.words)")
    let text = try workspace.text("notebooks-md/spend.md")
    // The published sheet: Manchester £629 per adult in 2024-25.
    #expect(text.contains("as pounds-->£629<!--/=--> for each adult."))
    #expect(text.contains("| Manchester | £629 |"))
    #expect(text.contains("](figures/spend/adults.svg)"))
    #expect(text.contains("](figures/spend/beside-asc-net-adult-real-dots.svg)"))
    #expect(text.contains("| E08000003 | Manchester |"))
    let figures = try FileManager.default.contentsOfDirectory(
      atPath: workspace.path + "/notebooks-md/figures/spend")
    #expect(figures.contains("adults.svg"))
    let again = workspace.run("notebook", path)
    #expect(again.words.contains("1 notebook unchanged"))
    #expect(try workspace.text("notebooks-md/spend.md") == text)
    #expect(workspace.run("notebook", "--check", path).code == 0)
    try drifts(workspace, path, text)
  }

  /// A changed cell, a changed sentence and a changed or surplus figure are each named.
  private func drifts(_ workspace: SmallWorkspace, _ path: String, _ text: String) throws {
    try workspace.write(
      "notebooks-md/spend.md",
      text.replacing("| Manchester | £629 |", with: "| Manchester | £630 |")
        .replacing("-->£629<!--", with: "-->£600<!--"))
    try workspace.write("notebooks-md/figures/spend/adults.svg", "<svg/>")
    try workspace.write("notebooks-md/figures/spend/other.svg", "<svg/>")
    let before = try workspace.text("notebooks-md/spend.md")
    let check = workspace.run("notebook", "--check", path)
    #expect(check.code == 1)
    #expect(check.output.contains("spend.md:5: adults, Manchester, spend: £630 → £629\n"))
    #expect(
      check.output.contains("spend.md:3: adults[Manchester].spend as pounds: £600 → £629\n"))
    #expect(check.output.contains("figures/spend/adults.svg differs\n"))
    #expect(check.output.contains("figures/spend/other.svg is left over\n"))
    #expect(try workspace.text("notebooks-md/spend.md") == before)
    #expect(workspace.run("notebook", path).code == 0)
    #expect(try workspace.text("notebooks-md/spend.md") == text)
    #expect(workspace.run("notebook", "--check", path).code == 0)
    // Without a database the check builds one aside and leaves nothing.
    try FileManager.default.removeItem(atPath: workspace.path + "/placewise.db")
    #expect(workspace.run("notebook", "--check", path).code == 0)
    #expect(!FileManager.default.fileExists(atPath: workspace.path + "/placewise.db"))
  }

  @Test("what could harm, reach outside or vary is refused with its line, and nothing is written")
  func refuses() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file(
      "homes.csv", "areacd,indicator,period,observation\nE08000003,local.homes,2024-25,120\n")
    #expect(desk.run("import", file).code == 0)
    let cases = [
      ("sql", "DELETE FROM source", "found DELETE"),
      ("sql", "PRAGMA user_version", "found PRAGMA"),
      ("sql", "SELECT 1; DROP TABLE place", "more than one statement"),
      ("sql", "SELECT nothing", "not understood"),
      ("sql", "SELECT * FROM payment", "private persons"),
      ("sql", "SELECT raw FROM \"reject\"", "private persons"),
      ("sql", "SELECT random()", "another answer on every run"),
      ("sql", "SELECT date('now')", "another answer on every run"),
      ("sql", "SELECT unixepoch( )", "another answer on every run"),
      ("sql", "SELECT code FROM place", "more than 500 rows"),
      ("sql", "--: figure trend\n--: title x\nSELECT 1 AS a", "needs a column 'series'"),
      ("sql", "--: figure pie\n--: title x\nSELECT 1 AS a", "found the figure 'pie'"),
      ("sql", "--: show b pounds\nSELECT 1 AS a", "there is no column 'b'"),
      ("placewise", "build", "found 'build'"),
      ("placewise", "sql 'SELECT 1'", "found 'sql'"),
      ("placewise", "import x.csv", "found 'import'"),
      ("placewise", "places -o /etc/x", "found '-o'"),
      ("placewise", "places --output=x", "found '--output'"),
      ("placewise", "places --db x", "found '--db'"),
      ("placewise", "places --members 'core", "never closed"),
      ("placewise", "places Machester", "did you mean"),
      ("placewise", "report Leeds", "--section"),
      ("placewise", "", "the block is empty"),
    ]
    for (kind, body, words) in cases {
      let notebook = try desk.file("page.md", "# A\n\n```\(kind)\n\(body)\n```\n")
      let before = try String(contentsOfFile: notebook, encoding: .utf8)
      let program = desk.run("notebook", notebook)
      #expect(program.code == 4, "\(body)")
      #expect(program.words.contains("page.md:"), "\(body)")
      #expect(program.words.contains(words), "\(body): \(program.words)")
      #expect(try String(contentsOfFile: notebook, encoding: .utf8) == before)
    }
  }

  @Test("a query without end is stopped, and all text is escaped")
  func limits() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file(
      "homes.csv", "areacd,indicator,period,observation\nE08000003,local.homes,2024-25,120\n")
    #expect(desk.run("import", file).code == 0)
    let endless = try desk.file(
      "endless.md",
      "```sql\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(x) FROM c\n```\n"
    )
    let stopped = desk.run("notebook", endless, "--timeout", "1")
    #expect(stopped.code == 4)
    #expect(stopped.words.contains("endless.md:1: the query ran longer than 1 s"))
    let hostile = try desk.file(
      "hostile.md",
      "```sql\nSELECT '<script>|x' AS \"<b>\", '<!-- placewise:end -->' AS b, '[a](figures/b)' AS c\n```\n"
    )
    #expect(desk.run("notebook", hostile).code == 0)
    let text = try String(contentsOfFile: hostile, encoding: .utf8)
    #expect(!text.contains("<script>|x |"))
    #expect(
      text.contains("| &#60;script&#62;&#124;x | &#60;!&#45;- placewise&#58;end &#45;-&#62; |"))
    #expect(text.contains("| &#60;b&#62; | b | c |"))
    #expect(desk.run("notebook", hostile).words.contains("unchanged"))
  }

  @Test("links, folders and other files are refused")
  func files() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let page = try desk.file("page.md", "# A\n")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path("link.md"), withDestinationPath: page)
    #expect(desk.run("notebook", desk.path("link.md")).code == 4)
    #expect(desk.run("notebook", desk.path("none.md")).code == 4)
    #expect(desk.run("notebook", desk.scratch.url.path).code == 2)
    #expect(desk.run("notebook", try desk.file("a b.md", "# A\n")).code == 2)
    #expect(desk.run("notebook", page, "-o", "x").code == 2)
  }

  @Test("every number in the prose of the shipped notebooks is worked out")
  func shipped() throws {
    let folder = Reference.package.appendingPathComponent("notebooks-md")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
    #expect(names.count == 3)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      var isOutside = true
      for line in text.split(separator: "\n") {
        if line.hasPrefix("```") || line.hasPrefix("<!-- placewise:") {
          isOutside = line == "```" || line == "<!-- placewise:end -->"
          continue
        }
        guard isOutside else { continue }
        let words = line.replacing(/<!--=.*?<!--\/=-->/, with: "").replacing(/\(.*?\)/, with: "")
        // Years, days and the code of a survey are names.
        let named = words.replacing(/\b(19|20)\d\d(-\d\d)?\b/, with: "")
          .replacing(/\b\d{1,2} (January|March|April|June|September|October)\b/, with: "")
        #expect(!named.contains(/\d/), "\(name): \(line)")
      }
    }
  }
}
