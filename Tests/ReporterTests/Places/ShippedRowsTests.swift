import Foundation
import TestSupport
import Testing

/// What is drawn for following: the same on every machine.
enum Draw {
  /// Ten of some names, Birmingham’s among them.
  static func ten(of names: [String]) -> [String] {
    var state: UInt64 = 2026
    var rest = names.filter { $0 != "birmingham" }
    var found = names.filter { $0 == "birmingham" }
    while found.count < 10, !rest.isEmpty {
      // Knuth’s MMIX generator.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      found.append(rest.remove(at: Int((state >> 33) % UInt64(rest.count))))
    }
    return found
  }
}

@Suite("The numbers of a shipped page")
struct ShippedRowsTests {
  static let reports = Draw.ten(of: ShippedReport.all.map(\.slug))
  static let plans = Draw.ten(of: ShippedPlan.all.map(\.slug))

  private static let folder = Reference.package.appendingPathComponent("reports")

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  private static func expectFollowed(_ page: FollowedPage, _ fewest: Int) {
    #expect(page.lost.isEmpty, "\(page.lost.count): \(page.lost.prefix(5))")
    #expect(page.unkeyed.isEmpty, "\(page.unkeyed.count): \(page.unkeyed.prefix(8))")
    #expect(page.followed >= fewest, "\(page.followed)")
  }

  @Test("all lead from a report to rows that say the same, equally rounded", arguments: reports)
  func report(slug: String) throws {
    let files = try RowFiles(
      main: "indicators.csv",
      ["indicators.csv": .tidy, "numbers.csv": .numbers, "sick-pay.csv": .sickPay]
    ) { try Self.text("places/\(slug)/\($0)") }
    let page = try FollowedPage(markdown: Self.text("places/\(slug)/report.md"), files)
    Self.expectFollowed(page, 400)
  }

  @Test("all lead from a plan to rows that say the same, equally rounded", arguments: plans)
  func plan(slug: String) throws {
    let files = try RowFiles(main: "plan.csv", ["plan.csv": .plan]) {
      try Self.text("places/\(slug)/\($0)")
    }
    let page = try FollowedPage(markdown: Self.text("places/\(slug)/plan.md"), files)
    Self.expectFollowed(page, 600)
  }

  static let comparisons =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("comparisons").path)) ?? [])
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  @Test("all lead from a comparison to rows that say the same", arguments: comparisons)
  func comparison(name: String) throws {
    let main = "\(name).csv"
    let files = try RowFiles(main: main, [main: .tidy, "\(name)-numbers.csv": .numbers]) {
      try Self.text("comparisons/\($0)")
    }
    let page = try FollowedPage(markdown: Self.text("comparisons/\(name).md"), files)
    Self.expectFollowed(page, 50)
  }

  static let pages =
    ShippedReport.all.map { "places/\($0.slug)/report.md" }
    + ShippedPlan.all.map { "places/\($0.slug)/plan.md" }
    + comparisons.map { "comparisons/\($0).md" }

  @Test("stand in sections none of which is empty without saying why", arguments: pages)
  func sections(path: String) throws {
    let page = PageSections(try Self.text(path))
    #expect(page.sections.count > 1)
    #expect(page.empty.isEmpty, "\(page.empty)")
    #expect(page.unexplained.isEmpty, "\(page.unexplained)")
  }
}

@Suite("Following a number")
struct FollowedPageTests {
  @Test(
    "takes a row’s number in the form of the print, with its sign",
    arguments: [
      ("154.0625", "£154.06", "", "£154.06"), ("-2.44", "−2.4%", "", "−2.4%"),
      ("-2.44", "2.4%", "", "−2.4%"), ("-2.44", "2.4%", "size", "2.4%"),
      ("2.44", "+2.4", "", "+2.4"), ("0.04", "+0.0", "", "0.0"), ("-0.04", "0.0", "", "0.0"),
      ("36449999", "£36.4 million", "", "£36.4 million"),
      ("36450000", "£36.4 million", "", "£36.5 million"),
      ("36449999", "£36.4", "in millions", "£36.4"), ("11349", "11,300", "to 100", "11,300"),
      ("11350", "11,300", "to 100", "11,400"), ("0.5", "1", "", "1"),
      ("999.5", "1,000", "", "1,000"),
      ("100", "100p", "", "100p"), ("0", "£0", "", "£0"),
    ])
  func forms(value: String, printed: String, form: String, text: String) throws {
    let shape = try #require(PrintedForm(of: printed))
    #expect(shape.text(value, form: Substring(form)) == text)
  }

  @Test("refuses the size of a number above nought, and a field that is none")
  func refusals() throws {
    let form = try #require(PrintedForm(of: "2.4%"))
    #expect(form.text("2.4", form: "size") == nil)
    #expect(form.text("x") == nil)
  }

  private static func page(_ text: String, web: Bool) -> FollowedPage {
    let files = RowFiles(main: "a.csv", ["a.csv": .tidy, "numbers.csv": .numbers]) { name in
      name == "a.csv"
        ? "areacd,indicator,period,observation\nE1,share,2024-04-01/P1Y,-16.44\n"
        : "item,value,form\ns1n1,12,\n"
    }
    return web ? FollowedPage(web: text, files) : FollowedPage(markdown: text, files)
  }

  @Test(
    "fails on a number without a key, one whose row says another, and a lost sign",
    arguments: [
      ("Fell to −16.4% of 12.", 2, 0), ("Fell to 16.4% of 12.", 0, 1),
      ("Fell to −16.5% of 12.", 0, 1), ("Fell to −16.4% of 12 and 7.", 0, 1),
      ("Fell to −16.4% in 2024 to 2025, aged 16 to 64, of 12.", 2, 0),
    ])
  func markdown(sentence: String, followed: Int, lost: Int) {
    let note =
      "[^1]: Rows of [a.csv](a.csv), in order: `share: 2024-04-01/P1Y`. Rows of "
      + "[numbers.csv](numbers.csv), in order: `s1n1`."
    let page = Self.page(sentence + "[^1]\n\n" + note + "\n", web: false)
    #expect(page.followed == followed && page.lost.count == lost, "\(page.lost)")
    #expect(Self.page("It has 5.\n", web: false).unkeyed.count == 1)
  }

  @Test("does the same on a web page")
  func web() {
    func text(_ key: String, _ number: String, _ rest: String) -> String {
      "<main id=\"content\"><p>To <data class=\"k\" value=\"\(key)\">\(number)</data>\(rest)</p>"
    }
    let good = Self.page(text("share 2024-04-01/P1Y", "−16.4%", " in 2024."), web: true)
    #expect(good.followed == 1 && good.lost.isEmpty && good.unkeyed.isEmpty)
    let size = Self.page(text("share 2024-04-01/P1Y (size)", "16.4%", "."), web: true)
    #expect(size.followed == 1)
    let other = Self.page(text("share 2024-04-01/P1Y", "16.4%", " of 9."), web: true)
    #expect(other.lost.count == 1 && other.unkeyed.count == 1)
    let absent = Self.page(text("share 2023-04-01/P1Y", "16.4%", "."), web: true)
    #expect(absent.lost.count == 1)
  }

  @Test("finds a section that holds nothing and a table of blanks without a reason")
  func sections() {
    let page = PageSections(
      "# T\n\n## A\n\n## B\n\n| X | Y |\n| --- | --: |\n| a | \\[x][^x] |\n\n## C\n\nNo figure of it is held by anyone, as far as is known.\n"
    )
    #expect(page.empty == ["## A", "## B"])
    #expect(page.unexplained.count == 1)
  }
}
