import Foundation
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("Payments on the command line")
struct PaymentsTests {
  private static let header =
    "Body Name,Service Area,Payment Date,Trans No,Net Amount,Supplier Name"

  /// Payments of a real council to firms and persons that do not exist.
  private static func file(months: Int) -> [String] {
    (0..<months).flatMap { index in
      let month = index % 12 + 1
      let day = "05/\(month < 10 ? "0" : "")\(month)/\(2021 + index / 12)"
      return [
        "Manchester City Council,Children's Centres,\(day),A\(index),\(1000 + index).50,Acme Ltd",
        "Manchester City Council,Adult Social Care,\(day),B\(index),2000.25,Jo Bloggs",
        "Manchester City Council,Odds,\(day),C\(index),-10,Redacted Personal Data",
      ]
    }
  }

  private static func text(_ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test("are loaded once, also when the same month is published in another order, and forgotten")
  func once() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let rows = Self.file(months: 2)
    let first = try desk.file("first.csv", Self.text(rows))
    let second = try desk.file("second.csv", Self.text(rows.reversed()))
    let loaded = desk.run("import", first)
    #expect(loaded.code == 0 && loaded.words.contains("6 payments, £5982.50, net of recoverable"))
    #expect(desk.run("import", first).words.contains("already loaded as source 1"))
    let twin = desk.run("import", second)
    #expect(twin.code == 0 && twin.words.contains("the same release as source 1"))
    #expect(twin.words.contains("7 rows read = 0 loaded + 0 rejected + 7 skipped"))
    let sum = "SELECT count(*) AS n, sum(pence) AS pence FROM payment"
    #expect(desk.run("sql", sum, "--format", "csv").output == "n,pence\n6,598250\n")
    #expect(desk.run("forget", "1").code == 0)
    let left = """
      SELECT (SELECT count(*) FROM payment) + (SELECT count(*) FROM payment_supplier)
        + (SELECT count(*) FROM payment_label) + (SELECT count(*) FROM payment_body) AS n
      """
    #expect(desk.run("sql", left, "--format", "csv").output == "n\n0\n")
  }

  @Test("are told by column, with the evidence, and nobody is named")
  func inspected() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    var rows = Self.file(months: 1)
    rows.append("Manchester City Council,Odds,Jo Bloggs,9,1.00,Jo Bloggs")
    let path = try desk.file("spend.csv", Self.text(rows))
    let program = desk.run("inspect", path)
    #expect(program.code == 0)
    #expect(program.output.contains("amount: column 5 'Net Amount' (high"))
    #expect(program.output.contains("supplier: column 6 'Supplier Name' (high"))
    #expect(program.output.contains("£2990.75, net of recoverable VAT"))
    let summary = desk.run("inspect", path, "--summary", "--format", "csv")
    #expect(
      summary.lines == [
        "body,year,service,payments,pounds,vat",
        "Manchester City Council,2020-21,Adult Social Care,1,2000.25,net",
        "Manchester City Council,2020-21,Children's Centres,1,1000.5,net",
        "Manchester City Council,2020-21,Odds,1,-10,net",
      ])
    let loaded = desk.run("import", path)
    #expect(loaded.code == 3)
    let rejects = desk.run("rejects", "1")
    for text in [program.output, summary.output, loaded.words, rejects.output, rejects.words] {
      #expect(!text.contains("Bloggs") && !text.contains("Acme"))
    }
  }

  @Test("stand in the report of the body that paid, through every build, and nobody is named")
  func reported() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build", "--quiet").code == 0)
    let before = workspace.run("report", "Manchester").output
    #expect(!before.contains("Payments that Manchester published"))
    try workspace.write("spend.csv", Self.text(Self.file(months: 15)))
    let path = workspace.scratch.url.appendingPathComponent("spend.csv").path
    #expect(workspace.run("import", path).code == 0)
    #expect(workspace.run("build", "--quiet").code == 0)
    #expect(workspace.run("verify").code == 0)
    let report = workspace.run("report", "Manchester").output
    #expect(report.contains("## Payments that Manchester published"))
    #expect(report.contains("Payments exclude payroll and benefits"))
    #expect(report.contains("45 payments"))
    #expect(report.contains("Children’s social care") && report.contains("Adult social care"))
    #expect(report.contains("Not told by its words"))
    #expect(!report.contains("Bloggs") && !report.contains("Acme"))
    let named = workspace.run("report", "Manchester", "--suppliers", "organisations").output
    #expect(named.contains("Acme Ltd") && !named.contains("Bloggs"))
    #expect(workspace.run("report", "Manchester", "--suppliers", "everybody").code == 2)
    let published = try workspace.text("reports/places/manchester/report.md")
    #expect(published.contains("Payments that Manchester published"))
    #expect(!published.contains("Acme") && !published.contains("Bloggs"))
  }

  @Test("that were changed in the database are found")
  func verified() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("spend.csv", Self.text(Self.file(months: 2)))
    let path = workspace.scratch.url.appendingPathComponent("spend.csv").path
    #expect(workspace.run("import", path).code == 0)
    #expect(workspace.run("verify").output.contains("payments"))
    let database = workspace.scratch.url.appendingPathComponent("placewise.db").path
    let connection = try Database.open(database, .readWrite)
    try connection.execute("UPDATE payment SET pence = pence + 1 WHERE line = 2")
    let program = workspace.run("verify")
    #expect(program.code == 1 && program.output.contains("expected 6 of £5982.50"))
  }

  @Test("are not taken into a shipped data set")
  func adopted() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    try workspace.write("spend.csv", Self.text(Self.file(months: 2)))
    let path = workspace.scratch.url.appendingPathComponent("spend.csv").path
    let program = workspace.run("adopt", path, "--dataset", "payments")
    #expect(program.code == 4 && program.words.contains("private persons"))
  }
}
