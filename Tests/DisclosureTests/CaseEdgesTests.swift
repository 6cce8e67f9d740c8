import Disclosure
import Foundation
import Testing

@Suite("Cases on the edge of what can be worked out")
struct CaseEdgesTests {
  private func answer(_ json: String) throws -> String {
    try DisclosureCase(json: Data(json.utf8)).answer().json()
  }

  private func message(_ json: String) -> String? {
    do { return try answer(json) } catch { return "\(error)" }
  }

  @Test(
    "what cannot be read is said in one sentence",
    arguments: [
      ("[", "damaged JSON at its top"), ("[]", "at its top"),
      ("{}", "its kind is missing, not one of"),
      (#"{"kind": "recipe"}"#, "its kind is recipe, not one of audit, secondary, primary"),
      (#"{"kind": 1}"#, "no String at kind"),
      (#"{"kind": "rounding", "policy": {"base": 5}}"#, "it has no cases"),
      (#"{"kind": "rounding", "cases": []}"#, "it has no rounding policy with a base from 1"),
      (
        #"{"kind": "rounding", "cases": [], "policy": {"base": 0}}"#,
        "with a base from 1 to a million"
      ),
      (
        #"{"kind": "rounding", "cases": [], "policy": {"base": 1000001}}"#,
        "a base from 1 to a million"
      ),
      (
        #"{"kind": "rounding", "policy": {"base": 5}, "cases": [{"count": 1000000000000001}]}"#,
        "a count is beyond 10^15"
      ),
      (#"{"kind": "rounding-audit", "cases": [{"base": 0, "published": 5}]}"#, "is out of range"),
      (
        #"{"kind": "rounding-audit", "cases": [{"base": 1000001, "published": 5}]}"#,
        "is out of range"
      ),
      (#"{"kind": "rounding-audit", "cases": [{"base": 5, "published": -5}]}"#, "is out of range"),
      (
        #"{"kind": "rounding-audit", "cases": [{"base": 5, "published": 5, "k": -1}]}"#,
        "is out of range"
      ),
      (
        #"{"kind": "rounding-audit", "cases": [{"base": 5, "published": 5, "k": 1000001}]}"#,
        "is out of range"
      ),
      (
        #"{"kind": "rounding-audit", "cases": [{"base": 5, "published": 1000000000000001}]}"#,
        "a published is beyond 10^15"
      ),
      (
        #"{"kind": "derived", "cases": [{"percent": 50, "decimals": 0, "denominator": 1000000000}]}"#,
        "more than a million counts may stand behind 50.0 %"
      ),
      (
        #"{"kind": "primary", "cases": [{"rule": "gut"}]}"#,
        "its rule is gut, or a parameter of it is missing"
      ),
      (#"{"kind": "primary", "cases": [{}]}"#, "its rule is missing"),
      (
        #"{"kind": "primary", "cases": [{"rule": "nk", "params": {"n": 0, "k": 75}}]}"#,
        "its rule is nk"
      ),
      (
        #"{"kind": "primary", "cases": [{"rule": "nk", "params": {"n": 1, "k": 0}}]}"#,
        "its rule is nk"
      ),
      (
        #"{"kind": "primary", "cases": [{"rule": "pq", "params": {"p": 10, "q": 0}}]}"#,
        "its rule is pq"
      ),
      (
        #"{"kind": "primary", "cases": [{"rule": "acro", "params": {"n": 0}}]}"#, "its rule is acro"
      ),
    ])
  func refused(json: String, words: String) {
    let message = message(json)
    #expect(message?.hasPrefix("the disclosure case cannot be read: ") == true)
    #expect(message?.contains(words) == true, "\(message ?? "")")
  }

  @Test(
    "what is just within bounds is worked out",
    arguments: [
      #"{"kind": "rounding", "policy": {"base": 1}, "cases": [{"count": 1000000000000000}]}"#,
      #"{"kind": "rounding", "policy": {"base": 1000000}, "cases": [{"count": -1}]}"#,
      #"{"kind": "rounding-audit", "cases": [{"base": 1, "published": 0, "k": 0}]}"#,
      #"{"kind": "rounding-audit", "cases": [{"base": 1000000, "published": 0, "k": 1000000}]}"#,
      #"{"kind": "primary", "cases": [{"rule": "nk", "params": {"n": 1, "k": 1}}]}"#,
      #"{"kind": "primary", "cases": [{"rule": "acro", "params": {"n": 1}}]}"#,
    ])
  func accepted(json: String) {
    #expect(message(json)?.contains("\"cases\"") == true)
  }

  /// What the first cell of a primary case is said to be, given its rule's parameters.
  private func verdict(_ rule: String, _ parameters: String, _ cell: String) throws -> String {
    try answer(
      #"{"kind": "primary", "cases": [{"rule": "\#(rule)", "params": {\#(parameters)}, "#
        + #""cells": [{\#(cell)}]}]}"#
    ).replacing(" ", with: "")
  }

  @Test(
    "every parameter of a primary rule counts, on either side of its border",
    arguments: [
      ("freq", #""t": 7"#, #""count": 6"#, #""count": 7"#),
      ("freq", #""t": 7, "zeros": "hidden""#, #""count": 0"#, #""count": 7"#),
      ("freq", #""t": 7, "zeros": "shown""#, #""count": 1"#, #""count": 0"#),
      ("few", #""m": 4"#, #""contributions": [5, 5, 5]"#, #""contributions": [5, 5, 5, 5]"#),
      ("few", #""m": 2"#, #""suppliers": ["A", "A"]"#, #""suppliers": ["A", "B"]"#),
      (
        "few", #""m": 2"#, #""payments": [["A", 5], ["A", 6]]"#,
        #""payments": [["A", 5], ["B", 6]]"#
      ),
      // The two largest are 80 of 100.
      (
        "nk", #""n": 2, "k": 80"#, #""contributions": [50, 30, 20]"#,
        #""contributions": [50, 29, 21]"#
      ),
      // The rest beyond two is 4 or 5, a tenth of the largest.
      ("p", #""p": 10"#, #""contributions": [50, 30, 4]"#, #""contributions": [50, 30, 5]"#),
      (
        "pq", #""p": 10, "q": 50"#, #""contributions": [50, 30, 9]"#,
        #""contributions": [50, 30, 10]"#
      ),
    ])
  func parameters(rule: String, parameters: String, hidden: String, shown: String) throws {
    #expect(try verdict(rule, parameters, hidden).contains(#""sensitive":true"#))
    #expect(try verdict(rule, parameters, shown).contains(#""sensitive":false"#))
  }

  @Test(
    "every parameter of the output checks counts, and what is left out is the usual",
    arguments: [
      // Three contributions of 50, 30 and 20: threshold, dominance, p-ratio.
      (#""threshold": 3"#, [false, false, false]), (#""threshold": 4"#, [true, false, false]),
      (#""n": 3"#, [true, true, false]), (#""k": 0.79"#, [true, true, false]),
      (#""k": 0.8"#, [true, false, false]), (#""p": 0.4"#, [true, false, false]),
      (#""p": 0.41"#, [true, false, true]), ("", [true, false, false]),
    ])
  func outputChecks(parameters: String, failed: [Bool]) throws {
    let text = try verdict("acro", parameters, #""contributions": [30, 50, 20]"#)
    for (name, fails) in zip(["threshold", "nk", "p_ratio"], failed) {
      #expect(text.contains("\"\(name)\":\(fails)"), "\(name) in \(text)")
    }
  }

  @Test("every reason is a sentence that names the cells, five at most")
  func reasons() {
    let cells = (1...7).map { "c\($0)" }
    for (error, words) in [
      (.duplicateCell("a"), "two cells are named a:"), (.unknownCell("a"), "there is no cell a,"),
      (.doesNotAddUp(total: "t"), "the parts of t do not add up to it"),
      (.contradiction(cells: ["a", "b"]), "no possible value for a, b:"),
      (
        .cannotProtect(cells: Array(cells[..<5])), "so that c1, c2, c3, c4, c5 cannot be worked out"
      ),
      (.cannotProtect(cells: Array(cells[..<6])), "so that c1, c2, c3, c4, c5 and 1 more cannot"),
      (
        .unstable(cells: cells), "the bounds of c1, c2, c3, c4, c5 and 2 more could not be computed"
      ),
    ] as [(DisclosureError, String)] {
      #expect("\(error)".contains(words))
    }
  }
}

@Suite("What a reader knows of one cell")
struct SingleIntervalTests {
  private static let problem = DisclosureProblem(
    cells: [("a", 3.0), ("b", 4), ("c", 5), ("t", 12)].map { TableCell(id: $0.0, value: $0.1) },
    equations: [Equation(total: "t", parts: ["a", "b", "c"])], knowledge: ReaderKnowledge(lower: 1),
    primary: [])

  @Test("is its figure where it is shown, and what the sum leaves where it is not")
  func intervals() throws {
    let auditor = try Auditor(Self.problem)
    #expect(
      try auditor.interval(of: "c", suppressed: ["a", "b"]) == Interval(lower: 5, upper: 5))
    // a + b = 7, each at least 1.
    for cell in ["a", "b"] {
      #expect(
        try auditor.interval(of: cell, suppressed: ["a", "b"]) == Interval(lower: 1, upper: 6))
    }
    #expect(try auditor.interval(of: "t", suppressed: ["t"]) == Interval(lower: 12, upper: 12))
    #expect(throws: DisclosureError.unknownCell("x")) {
      try auditor.interval(of: "x", suppressed: [])
    }
    #expect(throws: DisclosureError.unknownCell("x")) {
      try auditor.interval(of: "a", suppressed: ["x"])
    }
  }

  @Test("a part that stands twice counts twice, and one that is its own total says nothing")
  func repeated() throws {
    let twice = DisclosureProblem(
      cells: [("a", 3.0), ("b", 4), ("t", 10)].map { TableCell(id: $0.0, value: $0.1) },
      equations: [Equation(total: "t", parts: ["a", "a", "b"])],
      knowledge: ReaderKnowledge(lower: 0), primary: [])
    let auditor = try Auditor(twice)
    // 2a + b = 10, whole and not negative.
    #expect(
      try auditor.interval(of: "a", suppressed: ["a", "b"]) == Interval(lower: 0, upper: 5))
    #expect(
      try auditor.interval(of: "b", suppressed: ["a", "b"]) == Interval(lower: 0, upper: 10))
    #expect(try auditor.interval(of: "a", suppressed: ["a"]) == Interval(lower: 3, upper: 3))
  }
}
