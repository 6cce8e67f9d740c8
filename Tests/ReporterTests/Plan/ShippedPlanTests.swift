import Foundation
import TestSupport
import Testing

/// A plan as it stands in `reports/places/`.
struct ShippedPlan: Sendable, CustomTestStringConvertible {
  let slug: String
  var testDescription: String { slug }

  private static var places: URL { Reference.package.appendingPathComponent("reports/places") }

  /// All plans, by slug.
  static let all: [ShippedPlan] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: places.path)) ?? []
    return names.sorted().map(ShippedPlan.init).filter {
      FileManager.default.fileExists(atPath: $0.folder.appendingPathComponent("plan.md").path)
    }
  }()

  private var folder: URL { Self.places.appendingPathComponent(slug) }

  func lines() throws -> [String] {
    let text = try String(contentsOf: folder.appendingPathComponent("plan.md"), encoding: .utf8)
    return RowNotes.removed(from: text).split(separator: "\n").map(String.init)
  }

  func figures() -> [String] {
    let path = folder.appendingPathComponent("figures").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasPrefix("plan-") }.sorted()
  }
}

@Suite("The shipped index")
struct ShippedIndexTests {
  @Test(
    "says of projected ranges that they hold what they promise within 5 points, at every horizon")
  func coverage() throws {
    let text = try String(
      contentsOf: Reference.package.appendingPathComponent("reports/README.md"), encoding: .utf8)
    let rows = text.matches(of: /\n\| (\d+) \| [\d,]+ \| ([\d.]+)% \| ([\d.]+)% \|/)
    #expect(rows.map { String($0.1) } == (1...10).map(String.init))
    for row in rows {
      let inner = try #require(Double(row.2))
      let outer = try #require(Double(row.3))
      #expect(abs(inner - 80) <= 5 && abs(outer - 95) <= 5, "\(row.1) years ahead")
    }
  }
}

@Suite("A shipped plan", .enabled(if: !ShippedPlan.all.isEmpty))
struct ShippedPlanTests {
  @Test("is there for every combined authority and core city")
  func published() throws {
    let catalogue = try String(
      contentsOf: Reference.package.appendingPathComponent("datasets/catalogue/publications.csv"),
      encoding: .utf8)
    let wanted = catalogue.split(separator: "\n").filter { $0.hasPrefix("plan,") }.count
    #expect(ShippedPlan.all.count == wanted && wanted == 23)
  }

  @Test(
    "has its thirteen sections in order, each with something to say", arguments: ShippedPlan.all)
  func sections(plan: ShippedPlan) throws {
    let lines = try plan.lines()
    let headings = lines.indices.filter { lines[$0].hasPrefix("## ") }
    #expect(
      headings.map { lines[$0].dropFirst(3).prefix { $0 != "." } } == (1...13).map { "\($0)" })
    for (index, start) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1] : lines.count
      #expect(lines[(start + 1)..<end].joined().count > 100, "\(lines[start])")
    }
  }

  @Test("has every amount of its sentences in a table", arguments: ShippedPlan.all)
  func amounts(plan: ShippedPlan) throws {
    let lines = try plan.lines()
    let known = Set(
      lines.filter { $0.hasPrefix("|") }.flatMap {
        $0.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).map { String($0.0) }
      })
    for line in lines
    where !line.hasPrefix("|") && !line.hasPrefix("![") && !line.hasPrefix("[^") {
      let pounds = line.matches(of: /£([0-9][0-9,]*(?:\.[0-9]+)?)/).map { String($0.1) }
      let shares = line.matches(of: /([0-9][0-9,]*(?:\.[0-9]+)?)(?:%|p\b| percentage points)/)
        .map { String($0.1) }
      for amount in pounds + shares where amount != "80" && amount != "95" {
        #expect(known.contains(amount), "\(amount): \(line)")
      }
    }
  }

  @Test("links its figures and explains its markers", arguments: ShippedPlan.all)
  func figures(plan: ShippedPlan) throws {
    let lines = try plan.lines()
    let linked = lines.compactMap { line in
      line.firstMatch(of: /^!\[.{30,}\]\(figures\/(plan-[a-z-]+\.svg)\)$/).map { String($0.1) }
    }
    #expect(linked.sorted() == plan.figures() && !linked.isEmpty)
    let used = Set(
      lines.filter { !$0.hasPrefix("![") }.flatMap {
        $0.matches(of: /\\\[([a-z])\]/).map { String($0.1) }
      })
    let defined = lines.compactMap { $0.firstMatch(of: /^\[\^([a-z])\]: ./).map { String($0.1) } }
    #expect(Set(defined) == used && defined.count == used.count)
  }
}
