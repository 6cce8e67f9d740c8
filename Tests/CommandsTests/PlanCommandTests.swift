import Foundation
import Places
import Reporter
import TestSupport
import Testing

@testable import Commands

@Suite("placewise plan")
struct PlanCommandTests {
  @Test("is written from published figures alone, whole, in any place, and into a folder")
  func published() throws {
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    #expect(workspace.small.run("build").code == 0)
    try hasSections(workspace)
    namesGaps(workspace.small.run("plan", "E47000001").output)
    try writesFolder(workspace)
  }

  /// Thirteen sections, none empty, and every number of a sentence in a table.
  private func hasSections(_ workspace: PlanWorkspace) throws {
    // A combined authority, a council, a district without social care, one that published nothing.
    let context = try ReportSource.context(
      Session(
        console: Console(), workspace: Workspace(folder: workspace.small.path),
        arguments: try Arguments(["Leeds"], for: PlanCommand.spec)), withPlans: true)
    for code in ["E47000001", "E08000003", "E07000223", "E08000025", "E92000001"] {
      let place = try #require(context.register[code])
      let file = try #require(
        PlanReport(context, place).files().first { $0.path == "plan.md" })
      let text = PlanText(String(decoding: file.bytes, as: UTF8.self))
      #expect(text.sections.keys.sorted() == Array(1...13), "\(place)")
      for (number, lines) in text.sections {
        #expect(lines.joined().count > 60, "\(place), section \(number): \(lines)")
      }
      let allowed = ["80", "95"]
      let stray = text.strayNumbers.filter { line in
        !allowed.contains { line.hasPrefix($0 + ":") }
      }
      #expect(stray.isEmpty, "\(place): \(stray)")
    }
    let published = try workspace.small.text("reports/places/greater-manchester/plan.md")
    #expect(published == workspace.small.run("plan", "greater manchester").output)
    #expect(try workspace.small.reports()["places/manchester/plan.md"] == nil)
  }

  /// What is missing, with the file that fills it; no benefit is claimed without evidence.
  private func namesGaps(_ plan: String) {
    for words in [
      "`unit_cost.temporary_accommodation` in `datasets/plans/greater-manchester.csv`",
      "`population.children` in `datasets/plans/greater-manchester.csv`",
      "`effect_early_help` in `datasets/plans/greater-manchester.csv`",
      "`datasets/partners/greater-manchester.csv`", "No benefits are claimed",
      "Break-even effect", "After year 5 this is a scenario, not a forecast", "double running",
      "What it would have to bring",
    ] { #expect(plan.contains(words), "\(words)") }
    #expect(!plan.contains("local figure)"))
    // research/analysis.md point 17: children in care cost £94,849 each here in 2024-25.
    #expect(plan.contains("| Children in care | 2024 to 2025 | 6,119 | £94,800 | £580.4 million |"))
    // research/analysis.md point 7: early help 17.1% in 2024-25, 33.7% in 2012-13.
    #expect(plan.contains("Early help took 17.1% of children’s services spending in 2024 to 2025"))
  }

  @Test("uses what the place and its partners bring and marks it as a local figure")
  func localFigures() throws {
    let workspace = try PlanWorkspace()
    defer { workspace.remove() }
    try workspace.bring("greater-manchester", PlanWorkspace.example)
    try workspace.partners(
      [
        "Greater Manchester,NHS,acute,2024-25,£5.2bn,Invented board paper",
        "E47000001,NHS,secondary,2024-25,\"£310,000,000\",Invented board paper",
        "E47000001,NHS,acute,2023-24,1,Invented board paper",
      ].map { $0.replacing("5.2bn", with: "5200m") })
    #expect(workspace.small.run("build").code == 0)
    let plan = workspace.small.run("plan", "E47000001").output
    for words in [
      "| NHS (local figure) | 2024 to 2025 | – | £310.0 million | – | £5,200.0 million |",
      "25.0% (local figure)", "The invented partnership board (local figure)",
      "£12m with the NHS, agreed (local figure)",
      "Agree to double running for three years (local figure)",
      "first Tuesday in November (local figure)", "40,000 (local figure)",
      "the place’s own projection (local figure)", "£6.00 (local figure)", "What it brings",
      "40p (local figure)", "Net cost over ten years",
      "Care cost avoided a year for each £1 a year of early help (local figure)",
    ] { #expect(plan.contains(words), "\(words)") }
    #expect(!plan.contains("No benefits are claimed"))
    #expect(
      plan.contains(
        "Missing: what the Department for Work and Pensions spends in Greater Manchester by level"))
    let stray = PlanText(plan).strayNumbers.filter {
      !$0.hasPrefix("80:") && !$0.hasPrefix("95:") && !$0.hasPrefix("12:")
    }
    #expect(stray.isEmpty, "\(stray)")
    // Another place's plan takes nothing from it.
    #expect(!workspace.small.run("plan", "Manchester").output.contains("local figure)"))
  }

  /// `plan.md`, `plan.csv` and the figures that it shows.
  private func writesFolder(_ workspace: PlanWorkspace) throws {
    let folder = workspace.small.path + "/plan"
    #expect(workspace.small.run("plan", "Greater Manchester", "-o", folder).code == 0)
    let text = try workspace.small.text("plan/plan.md")
    let linked = text.split(separator: "\n").filter { $0.hasPrefix("![") }
    #expect(linked.count >= 2)
    for line in linked {
      let path = line.split(separator: "(").last?.dropLast() ?? ""
      #expect(path.hasPrefix("figures/plan-"))
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(path)"))
    }
    let rows = try workspace.small.text("plan/plan.csv").split(separator: "\n")
    #expect(
      rows.first
        == "section,item,year,value,low,high,unit,basis,period,place,row,column,form,from")
    let target = rows.first { $0.hasPrefix("4,target.early_help_share_long,2034,") }
    let value = target?.split(separator: ",", omittingEmptySubsequences: false)[3]
    // Unrounded: the page prints 22.8%.
    #expect(value.flatMap { Double($0) }.map { ($0 * 10).rounded() } == 228)
    // Every number leads to a row that says the same, in both forms of the page.
    let files = try RowFiles(main: "plan.csv", ["plan.csv": .plan]) {
      try workspace.small.text("plan/\($0)")
    }
    let web = workspace.small.run("plan", "Greater Manchester", "--format", "html")
    #expect(web.code == 0 && web.output.contains("<data class=\"k\" value=\"s1n1\">"))
    for page in [FollowedPage(markdown: text, files), FollowedPage(web: web.output, files)] {
      #expect(page.lost.isEmpty, "\(page.lost.prefix(5))")
      #expect(page.unkeyed.isEmpty, "\(page.unkeyed.prefix(5))")
      #expect(page.followed > 200, "\(page.followed)")
    }
    let sections = PageSections(text)
    #expect(sections.empty.isEmpty && sections.unexplained.isEmpty)
    #expect(workspace.small.run("plan").code == 2)
    #expect(workspace.small.run("plan", "Nowhere").code == 2)
  }
}
