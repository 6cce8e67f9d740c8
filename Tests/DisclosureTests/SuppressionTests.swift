import Disclosure
import Foundation
import Testing

@Suite("Suppression")
struct SuppressionTests {
  /// How many random tables are protected; `PLACEWISE_DISCLOSURE_TABLES=1000` for the long run.
  static let tables =
    ProcessInfo.processInfo.environment["PLACEWISE_DISCLOSURE_TABLES"].flatMap { Int($0) } ?? 50

  @Test("no random table is left with a cell that can be worked out")
  func randomTables() throws {
    var hidden = 0
    for seed in 0..<Self.tables {
      let problem = RandomTable.problem(seed: seed)
      let suppression = try Suppressor(problem, effort: 0).suppress()
      // Audited here once more, from the published figures alone.
      let report = try Auditor(problem).audit(suppressed: suppression.suppressed)
      #expect(report.isSafe, "table \(seed)")
      #expect(report.findings.allSatisfy { $0.exact == nil }, "table \(seed)")
      #expect(Set(suppression.primary) == Set(problem.primary), "table \(seed)")
      let values = Dictionary(uniqueKeysWithValues: problem.cells.map { ($0.id, $0.value) })
      #expect(suppression.secondary.allSatisfy { values[$0] != 0 }, "table \(seed) hides a nought")
      hidden += suppression.secondary.count
    }
    #expect(hidden > Self.tables)
    // As good as it was when this was written: a search that hides more has lost something.
    if Self.tables == 50 { #expect(hidden <= 552) }
  }

  @Test("hidden noughts are protected like small counts")
  func hiddenZeros() throws {
    for seed in 0..<8 {
      let table = RandomTable.problem(seed: seed)
      let problem = DisclosureProblem(
        counts: table.cells, equations: table.equations, options: .init(zerosAreShown: false))
      let suppression = try Suppressor(problem, effort: 0).suppress()
      #expect(suppression.audit.isSafe, "table \(seed)")
      let zeros = Set(table.cells.filter { $0.value == 0 }.map(\.id))
      for finding in suppression.audit.findings where zeros.contains(finding.cell) {
        #expect(finding.interval.width ?? .infinity >= 3, "table \(seed), \(finding.cell)")
      }
    }
  }

  @Test("telling marks are protected, or refused where a small total leaves too little room")
  func tellingMarks() throws {
    var refused: [Int] = []
    for seed in 0..<12 {
      let table = RandomTable.problem(seed: seed)
      let problem = DisclosureProblem(
        counts: table.cells, equations: table.equations,
        options: .init(threshold: 4, marksTellSmallFigures: true))
      do {
        let suppression = try Suppressor(problem, effort: 0).suppress()
        #expect(suppression.audit.isSafe, "table \(seed)")
      } catch DisclosureError.cannotProtect { refused.append(seed) }
    }
    // In tables 2 and 11 a total of 3 has parts of at least 1 each: nobody needs to be told 2 or 3.
    #expect(refused == [2, 11])
  }

  @Test("the order in which a table is read does not matter")
  func isDeterministic() throws {
    let problem = RandomTable.problem(seed: 4)
    var generator = SeededGenerator(seed: 9)
    var shuffled = problem
    shuffled.cells.shuffle(using: &generator)
    shuffled.primary.shuffle(using: &generator)
    let first = try Suppressor(problem).suppress()
    #expect(try Suppressor(problem).suppress() == first)
    #expect(try Suppressor(shuffled).suppress().suppressed == first.suppressed)
  }

  @Test("payments to few suppliers are protected, also from each other")
  func amounts() throws {
    var hidden = 0
    for seed in 0..<8 {
      let table = RandomTable.payments(seed: seed)
      let problem = DisclosureProblem(amounts: table.cells, equations: table.equations)
      let suppression = try Suppressor(problem, effort: 1).suppress()
      let report = suppression.audit
      #expect(report.isSafe, "table \(seed)")
      let values = Dictionary(uniqueKeysWithValues: table.cells.map { ($0.id, $0.value) })
      for finding in report.findings {
        guard case .sides(let lower, let upper) = problem.requirement(of: finding.cell) else {
          continue
        }
        let value = try #require(values[finding.cell])
        #expect(finding.interval.lower ?? -.infinity <= value - lower + 1e-6)
        #expect(finding.interval.upper ?? .infinity >= value + upper - 1e-6)
      }
      hidden += suppression.secondary.count
    }
    #expect(hidden <= 32)
  }

  @Test("a single contributor's neighbour gets a third cell to hide behind")
  func singletons() throws {
    let cells = [
      TableCell(id: "a", value: 30, contributions: [30]),
      TableCell(id: "b", value: 20, contributors: 4),
      TableCell(id: "c", value: 25, contributors: 6),
      TableCell(id: "tot", value: 75, contributors: 9),
    ]
    let equations = [Equation(total: "tot", parts: ["a", "b", "c"])]
    let guarded = DisclosureProblem(amounts: cells, equations: equations)
    #expect(try Suppressor(guarded).suppress().suppressed == ["a", "b", "c"])
    var options = DisclosureOptions()
    options.guardsAgainstSingletons = false
    let unguarded = DisclosureProblem(amounts: cells, equations: equations, options: options)
    #expect(try Suppressor(unguarded).suppress().suppressed == ["a", "b"])
  }

  @Test("linked tables are protected together")
  func linkedTables() throws {
    // The published case uk-linked-overlap: D2 + D3 stands elsewhere and gives D2, then D1, away.
    let counts = [
      ["D1", "n"]: 3.0, ["D1", "rest"]: 97, ["D2", "n"]: 21, ["D2", "rest"]: 80, ["D3", "n"]: 30,
      ["D3", "rest"]: 70,
    ]
    let table = CrossTable(
      [TableDimension(["D1", "D2", "D3"]), TableDimension(["n", "rest"])], counts: counts)
    let problem = DisclosureProblem(
      counts: table.cells + [TableCell(id: "Area|n", value: 51)],
      equations: table.equations + [Equation(total: "Area|n", parts: ["D2|n", "D3|n"])])
    let suppression = try Suppressor(problem).suppress()
    #expect(suppression.audit.isSafe)
    #expect(suppression.suppressed.contains("D1|n"))
  }

  @Test("improving goes on as long as it helps", arguments: Cheapest.all)
  func improves(table: Cheapest) throws {
    let suppression = try Suppressor(table.problem).suppress()
    #expect(suppression.secondary.sorted() == table.secondary)
  }

  @Test("tables that a reader can only think of in halves of a person protect nothing")
  func halves() throws {
    // With y and z hidden beside a, x moves by twos: of the 1 to 4 that its mark leaves, only 2 and
    // 4 are possible, though a solver with fractions sees them all. Worked out by hand.
    let values = [
      ("x", 2.0), ("y", 5), ("z", 5), ("a", 5), ("b", 1000), ("c", 1000), ("first", 1012),
      ("second", 10), ("third", 10), ("fourth", 2000),
    ]
    let problem = DisclosureProblem(
      counts: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: [
        Equation(total: "first", parts: ["x", "y", "z", "b"]),
        Equation(total: "second", parts: ["a", "y"]),
        Equation(total: "third", parts: ["a", "z"]),
        Equation(total: "fourth", parts: ["b", "c"]),
      ], options: DisclosureOptions(marksTellSmallFigures: true))
    #expect(try !Auditor(problem).audit(suppressed: ["x", "y", "z", "a"]).isSafe)
    #expect(try Suppressor(problem).suppress().suppressed == ["b", "c", "x"])
  }

  @Test("a subtotal is hidden where linked tables leave no other way, the largest total never")
  func subtotals() throws {
    let values = [("small", 2.0), ("group", 2), ("rest", 50), ("all", 52)]
    let problem = DisclosureProblem(
      counts: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: [
        Equation(total: "group", parts: ["small"]),
        Equation(total: "all", parts: ["small", "rest"]),
      ])
    let suppression = try Suppressor(problem).suppress()
    #expect(suppression.suppressed == ["group", "rest", "small"])
  }

  @Test("a table that cannot be protected is refused, with the cells and what to do")
  func cannotProtect() {
    let values = [("a", 2.0), ("b", 0), ("tot", 2), ("other", 90), ("all", 92)]
    let problem = DisclosureProblem(
      cells: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: [Equation(total: "tot", parts: ["a", "b"])],
      knowledge: ReaderKnowledge(lower: 1), primary: ["a"], standard: .width(3))
    #expect(throws: DisclosureError.cannotProtect(cells: ["a"])) {
      try Suppressor(problem).suppress()
    }
    #expect("\(DisclosureError.cannotProtect(cells: ["a"]))".contains("merge categories"))
  }

  @Test("a table whose sums do not hold is refused")
  func doesNotAddUp() {
    let problem = DisclosureProblem(
      cells: [TableCell(id: "a", value: 2), TableCell(id: "tot", value: 3)],
      equations: [Equation(total: "tot", parts: ["a"])], primary: ["a"])
    #expect(throws: DisclosureError.doesNotAddUp(total: "tot")) {
      try Suppressor(problem).suppress()
    }
  }

  @Test("a table with nothing to hide hides nothing")
  func nothingToHide() throws {
    let table = CrossTable([TableDimension(["a", "b"])], counts: [["a"]: 10, ["b"]: 0])
    let problem = DisclosureProblem(counts: table.cells, equations: table.equations)
    #expect(try Suppressor(problem).suppress().suppressed == [])
  }
}

/// Small tables whose cheapest pattern is known and found only in a second round of improving.
///
/// Every pattern that costs no more was tried with two linear programs for each small count (SciPy's
/// `linprog`): the one given is the only one that protects them.
struct Cheapest: Sendable {
  let counts: [[Double]]
  let secondary: [String]

  static let all = [
    Cheapest(
      counts: [
        [1, 28, 1, 0, 87], [10, 134, 0, 10, 2], [93, 0, 34, 3, 1], [2, 0, 51, 111, 69],
        [0, 1, 3, 4, 40],
      ], secondary: ["P0|c1", "P1|c0", "P1|c3", "P2|c2", "P3|c4"]),
    Cheapest(
      counts: [
        [22, 42, 1, 0], [78, 2, 13, 50], [6, 3, 146, 97], [101, 8, 5, 26], [45, 20, 2, 44],
        [0, 3, 14, 10],
      ], secondary: ["P0|c0", "P1|c2", "P2|c0", "P4|c0", "P5|c2"]),
  ]

  var problem: DisclosureProblem {
    let places = counts.indices.map { "P\($0)" }
    let columns = counts[0].indices.map { "c\($0)" }
    var values: [[String]: Double] = [:]
    for (place, row) in zip(places, counts) {
      for (column, count) in zip(columns, row) { values[[place, column]] = count }
    }
    let table = CrossTable([TableDimension(places), TableDimension(columns)], counts: values)
    return DisclosureProblem(counts: table.cells, equations: table.equations)
  }
}
