import Foundation
import TestSupport

/// A small workspace with children's services, from which a plan can be written.
struct PlanWorkspace {
  let small: SmallWorkspace

  init() throws {
    small = try SmallWorkspace()
    let shipped = Reference.package.appendingPathComponent("datasets")
    let own = small.scratch.url.appendingPathComponent("datasets")
    for name in ["childrens-services", "deprivation", "social-care-outturn"] {
      try FileManager.default.copyItem(
        at: shipped.appendingPathComponent(name), to: own.appendingPathComponent(name))
    }
    for name in ["plans", "partners"] {
      try FileManager.default.createDirectory(
        at: own.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try small.write(
      "datasets/catalogue/publications.csv",
      "kind,place\nreport,E08000003\nreport,E47000001\nplan,E47000001\n")
  }

  func remove() { small.scratch.remove() }

  /// Writes an invented file of what a place brings to its plan.
  func bring(_ place: String, _ rows: [String]) throws {
    try small.write(
      "datasets/plans/\(place).csv",
      (["item,year,value,low,high,text,source,confidence"] + rows).joined(separator: "\n") + "\n")
  }

  /// Writes an invented file of what partners spend.
  func partners(_ rows: [String]) throws {
    try small.write(
      "datasets/partners/invented.csv",
      (["place,agency,level,year,amount,source"] + rows).joined(separator: "\n") + "\n")
  }

  /// The invented example of `datasets/plans/README.md`, with an effect and who gains.
  static let example = [
    "effect_early_help,,6,4,9,,Invented evaluation of family hubs,medium",
    "gain_council,,40,,,,Invented agreement,medium",
    "target.early_help_share_long,2034,25,,,,Invented cabinet paper,high",
    "population.children,2034,700000,,,,Invented projection,medium",
    "volume.adult_care,2024,40000,,,,Invented return,medium",
    "unit_cost.temporary_accommodation,,21000,,,,Invented budget book,medium",
    "owner.definition,,,,,The invented partnership board,Invented cabinet paper,",
    "agreement.pooled_budget,,,,,\"£12m with the NHS, agreed\",Invented agreement,",
    "decision.1,,,,,Agree to double running for three years,Invented cabinet paper,",
    "date.review,,,,,first Tuesday in November,Invented cabinet paper,",
  ]
}

/// A plan's text taken apart.
struct PlanText {
  let lines: [String]

  init(_ text: String) { lines = text.split(separator: "\n").map(String.init) }

  /// The thirteen sections by number, each with its lines below the heading.
  var sections: [Int: [String]] {
    var found: [Int: [String]] = [:]
    var at = 0
    for line in lines {
      if line.hasPrefix("## "), let number = Int(line.dropFirst(3).prefix { $0 != "." }) {
        at = number
        found[at] = []
      } else if !line.hasPrefix("#"), !line.hasPrefix("[^") {
        found[at]?.append(line)
      }
    }
    return found
  }

  /// The heading of a section.
  func heading(_ number: Int) -> String {
    lines.first { $0.hasPrefix("## \(number). ") } ?? ""
  }

  /// The numbers that stand in tables.
  var tableNumbers: Set<String> {
    Set(lines.filter { $0.hasPrefix("|") }.flatMap(Self.numbers))
  }

  /// Numbers of sentences, headings and lists that no table has.
  var strayNumbers: [String] {
    let known = tableNumbers
    return lines.filter { !$0.hasPrefix("|") && !$0.hasPrefix("![") && !$0.hasPrefix("[^") }
      .flatMap { line in Self.amounts(line).filter { !known.contains($0) }.map { "\($0): \(line)" }
      }
  }

  /// Every number in a text, without units and signs.
  static func numbers(_ text: String) -> [String] {
    text.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).map { String($0.0) }
  }

  /// Numbers that are amounts: pounds, pence, per cent, percentage points.
  static func amounts(_ text: String) -> [String] {
    text.matches(of: /£([0-9][0-9,]*(?:\.[0-9]+)?)/).map { String($0.1) }
      + text.matches(of: /([0-9][0-9,]*(?:\.[0-9]+)?)(?:%|p\b| percentage points)/)
      .map { String($0.1) }
  }
}
