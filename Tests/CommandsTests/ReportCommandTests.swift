import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise report")
struct ReportCommandTests {
  @Test("prints findings, bodies and sources; refuses what it has no figures for")
  func printsReports() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    let early = workspace.run("report", "Manchester")
    #expect(early.code == 5, "there is no database yet")
    #expect(early.words.contains("placewise build"))
    #expect(workspace.run("build").code == 0)
    let area = workspace.run("report", "greater manchester")
    #expect(area.code == 0)
    // research/analysis.md point 10: £3,331.5m, £4,193.6m with the combined authority's own body,
    // £5,116.2m with police.
    #expect(area.output.contains("£3,331.5 million"))
    #expect(area.output.contains("£862.1 million"))
    #expect(area.output.contains("£5,116.2 million"))
    #expect(area.output.contains("councils 65p, combined authority 17p and police 18p"))
    let birmingham = workspace.run("report", "Birmingham")
    #expect(birmingham.code == 0)
    #expect(birmingham.output.contains("Birmingham has published no outturn for 2024 to 2025"))
    let district = workspace.run("report", "Adur")
    #expect(district.output.contains("run by the county council here"))
    let wales = workspace.run("report", "Cardiff")
    #expect(wales.code == 2)
    #expect(wales.words.contains("population.all"))
  }

  @Test("sets a place beside those named, groups and lists in files among them, with their notes")
  func setsBeside() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let plain = workspace.run("report", "Manchester").output
    #expect(!plain.contains("## Beside "))
    let beside = workspace.run("report", "Manchester", "--with", "Leeds;Salford")
    #expect(beside.code == 0)
    #expect(beside.output.contains("## Beside Leeds and Salford"))
    // The published sheet: Manchester £629 and England £544 per adult in 2024-25.
    #expect(beside.output.contains("| **Manchester** |"))
    #expect(beside.output.contains("£629 in Manchester, £"))
    let group = workspace.run("report", "Manchester", "--with", "core-cities")
    #expect(group.output.contains("## Beside 7 places named"))
    #expect(group.output.contains("Core cities: The eight English members: Birmingham"))
    try workspace.write("list.csv", "place,why\nLeeds,big\nE08000006,near\n")
    let listed = workspace.run("report", "Manchester", "--with", workspace.path + "/list.csv")
    #expect(listed.output == beside.output)
    try workspace.write("list.csv", "Leeds\nNowhere at all\n")
    let wrong = workspace.run("report", "Manchester", "--with", workspace.path + "/list.csv")
    #expect(wrong.code == 4 && wrong.words.contains("list.csv:2: no place has the name"))
    let alone = workspace.run("report", "Manchester", "--with", "Manchester")
    #expect(alone.code == 2 && alone.words.contains("a place other than Manchester"))
    // A county runs other services than a city with one council.
    let county = workspace.run("report", "Manchester", "--with", "Kent;Leeds")
    #expect(county.output.contains("| Kent |") && county.code == 0)
    let folder = workspace.run(
      "report", "Manchester", "--with", "Leeds", "-o", workspace.path + "/beside")
    #expect(folder.code == 0)
    #expect(try workspace.text("beside/indicators.csv").contains("E08000035,Leeds,"))
  }

  @Test("writes of a footprint what its councils add up to, and which they were when")
  func writesFootprints() throws {
    let workspace = try SmallWorkspace(spending: ["rsx-2022-23", "rsx-2024-25"])
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let report = workspace.run("report", "Cumbria footprint")
    #expect(report.code == 0)
    #expect(report.output.hasPrefix("# Cumbria footprint: what is spent"))
    #expect(
      report.output.contains("| 2023-04-01 | – | Cumberland and Westmorland and Furness |"))
    #expect(workspace.run("report", "footprint-cumbria").output == report.output)
    let published = workspace.run("report", "footprint-cumbria", "--boundaries", "published")
    #expect(published.output == report.output)
    let values = workspace.run(
      "values", "--indicator", "asc_net_adult", "--place", "footprint-cumbria", "--format", "csv")
    #expect(
      values.output.contains("footprint-cumbria,Cumbria footprint,footprint,asc_net_adult,2022"))
    let county = workspace.run("report", "Surrey")
    #expect(county.output.contains("`placewise report footprint-surrey`"))
    #expect(county.output.contains("East Surrey (code not yet published)"))
    let plan = workspace.run("plan", "Kent and Medway", "--with", "footprint-surrey")
    #expect(plan.code == 0 && plan.output.contains("### Beside Surrey footprint"))
    let explained = workspace.run("explain", "footprint-cumbria", "asc_net_adult", "2022-23")
    // RSX 2022-23 as published: Cumbria, adult social care, £180,941 thousand.
    #expect(explained.code == 0)
    #expect(explained.output.contains("outturn.asc.net, Cumbria, 2022-23: 18094100000"))
  }

  @Test("a West Midlands total is a lower bound with the council that is missing")
  func namesMissingCouncils() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let report = workspace.run("report", "E47000007")
    #expect(report.output.contains("In 2024 to 2025 Birmingham published no outturn"))
    // research/analysis.md point 11: 61% of people covered.
    #expect(report.output.contains("covering 61% of people"))
  }

  @Test("every number of the web page and of the Markdown leads to a row that says the same")
  func keysNumbers() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    for place in ["Manchester", "Birmingham", "Greater Manchester", "Kent", "Adur"] {
      let web = workspace.run("report", place, "--format", "html")
      #expect(web.code == 0)
      let folder = "folder-\(place.split(separator: " ")[0])"
      #expect(workspace.run("report", place, "-o", "\(workspace.path)/\(folder)").code == 0)
      var forms: [String: RowFiles.Form] = ["indicators.csv": .tidy, "numbers.csv": .numbers]
      if (try? workspace.text("\(folder)/sick-pay.csv")) != nil { forms["sick-pay.csv"] = .sickPay }
      let files = try RowFiles(main: "indicators.csv", forms) {
        try workspace.text("\(folder)/\($0)")
      }
      let markdown = try workspace.text("\(folder)/report.md")
      for page in [
        FollowedPage(web: web.output, files), FollowedPage(markdown: markdown, files),
      ] {
        #expect(page.lost.isEmpty, "\(place): \(page.lost.prefix(5))")
        #expect(page.unkeyed.isEmpty, "\(place): \(page.unkeyed.prefix(5))")
        #expect(page.followed > 20, "\(place): \(page.followed)")
      }
    }
  }

  @Test("writes a folder with the figures that the report shows")
  func writesFolder() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let folder = workspace.path + "/leeds"
    #expect(workspace.run("report", "Leeds", "-o", folder).code == 0)
    let text = try workspace.text("leeds/report.md")
    for line in text.split(separator: "\n") where line.hasPrefix("![") {
      let path = line.split(separator: "(").last?.dropLast() ?? ""
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(path)"))
    }
    #expect(text.contains("figures/"))
  }
}
