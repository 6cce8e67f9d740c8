import Disclosure
import Testing

@Suite("Audit")
struct AuditTests {
  /// Sums over some of five hidden cells, all published: fractional vertices are common among these.
  @Test("whole intervals are what trying all figures finds", arguments: 0..<60)
  func agreesWithBruteForce(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let names = ["a", "b", "c", "d", "e"]
    let figures = names.map { _ in Int.random(in: 1...4, using: &generator) }
    var cells = zip(names, figures).map { TableCell(id: $0, value: Double($1)) }
    var equations: [Equation] = []
    var sums: [(members: [Int], total: Int)] = []
    for number in 0..<Int.random(in: 2...5, using: &generator) {
      let members = names.indices.filter { _ in Int.random(in: 0...4, using: &generator) > 1 }
      guard !members.isEmpty else { continue }
      let total = members.reduce(0) { $0 + figures[$1] }
      sums.append((members, total))
      cells.append(TableCell(id: "sum\(number)", value: Double(total)))
      equations.append(Equation(total: "sum\(number)", parts: members.map { names[$0] }))
    }
    let problem = DisclosureProblem(
      cells: cells, equations: equations, knowledge: ReaderKnowledge(lower: 1), primary: names,
      standard: .width(2))
    let report = try Auditor(problem).audit(suppressed: names)

    var lowest = [Int](repeating: .max, count: 5)
    var highest = [Int](repeating: 0, count: 5)
    var figure = [Int](repeating: 1, count: 5)
    func tryAll(_ place: Int) {
      guard place < 5 else {
        if sums.allSatisfy({ sum in sum.members.reduce(0) { $0 + figure[$1] } == sum.total }) {
          for cell in 0..<5 {
            lowest[cell] = min(lowest[cell], figure[cell])
            highest[cell] = max(highest[cell], figure[cell])
          }
        }
        return
      }
      let isFree = !sums.contains { $0.members.contains(place) }
      for value in 1...(isFree ? 1 : 16) {
        figure[place] = value
        let isTooMuch = sums.contains { sum in
          sum.members.filter { $0 <= place }.reduce(0) { $0 + figure[$1] } > sum.total
        }
        if isTooMuch { break }
        tryAll(place + 1)
      }
    }
    tryAll(0)
    for (cell, finding) in report.findings.enumerated() {
      #expect(finding.isProved)
      #expect(finding.interval.lower == Double(lowest[cell]), "\(finding.cell)")
      let isFree = !sums.contains { $0.members.contains(cell) }
      #expect(finding.interval.upper == (isFree ? nil : Double(highest[cell])), "\(finding.cell)")
      let isWide = isFree || highest[cell] - lowest[cell] >= 2
      #expect(finding.isProtected == isWide)
      if finding.exact != nil { #expect(lowest[cell] == highest[cell]) }
    }
  }

  @Test("odd cycles of sums are narrowed to whole numbers")
  func oddCycle() throws {
    // a + b + x = b + c + x = a + c + x = 5 makes a = b = c = (5 - x) / 2, so x is odd; the relaxed
    // extremes are 0 and 5 for x, 0 and 2.5 for the others.
    let figures = [("a", 1.0), ("b", 1), ("c", 1), ("x", 3), ("ab", 5), ("bc", 5), ("ac", 5)]
    let problem = DisclosureProblem(
      cells: figures.map { TableCell(id: $0.0, value: $0.1) },
      equations: [
        Equation(total: "ab", parts: ["a", "b", "x"]),
        Equation(total: "bc", parts: ["b", "c", "x"]),
        Equation(total: "ac", parts: ["a", "c", "x"]),
      ], knowledge: ReaderKnowledge(lower: 0), primary: [])
    let report = try Auditor(problem).audit(suppressed: ["a", "b", "c", "x"])
    #expect(report.findings.map(\.cell) == ["a", "b", "c", "x"])
    #expect(report.findings.map(\.interval.lower) == [0, 0, 0, 1])
    #expect(report.findings.map(\.interval.upper) == [2, 2, 2, 5])
  }

  @Test("a reader who knows that first marks are below the threshold learns more")
  func marksTell() throws {
    let cells = [("a", 4.0), ("b", 4), ("tot", 8)].map { TableCell(id: $0.0, value: $0.1) }
    let equations = [Equation(total: "tot", parts: ["a", "b"])]
    let one = DisclosureProblem(counts: cells, equations: equations)
    let two = DisclosureProblem(
      counts: cells, equations: equations, options: .init(marksTellSmallFigures: true))
    #expect(try Auditor(one).audit(suppressed: ["a", "b"]).isSafe)
    let report = try Auditor(two).audit(suppressed: ["a", "b"])
    #expect(
      report.violations.map(\.interval) == [.init(lower: 4, upper: 4), .init(lower: 4, upper: 4)])
  }

  @Test("quarters are worked out from cumulative figures")
  func yearToDate() throws {
    let values = [("Q1", 2.0), ("Q2", 7), ("Q3", 11), ("Q4", 9), ("Y2", 9), ("Y3", 20), ("Y4", 29)]
    let problem = DisclosureProblem(
      counts: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: Equation.cumulative(["Y2", "Y3", "Y4"], periods: ["Q1", "Q2", "Q3", "Q4"]))
    let report = try Auditor(problem).audit(suppressed: ["Q1"])
    #expect(report.findings.first?.exact == "2")
    #expect(!report.isSafe)
  }

  @Test("two boundaries give away what lies between them")
  func boundaries() throws {
    let values = [("district", 54.0), ("ward", 51), ("sliver", 3)]
    let problem = DisclosureProblem(
      counts: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: [.difference(larger: "district", smaller: "ward", sliver: "sliver")])
    let report = try Auditor(problem).audit(suppressed: ["sliver"])
    #expect(report.violations.map(\.exact) == ["3"])
  }

  @Test("a complement is given away by the whole")
  func complement() throws {
    let values = [("all", 100.0), ("eligible", 96), ("not", 4)]
    let problem = DisclosureProblem(
      counts: values.map { TableCell(id: $0.0, value: $0.1) },
      equations: [.complement(whole: "all", part: "eligible", rest: "not")])
    #expect(try !Auditor(problem).audit(suppressed: ["not"]).isSafe)
    #expect(try Auditor(problem).audit(suppressed: ["eligible", "not"]).isSafe)
  }

  @Test("a single contributor works out the cell beside it")
  func insider() throws {
    let cells = [
      TableCell(id: "a", value: 30, contributions: [30]),
      TableCell(id: "b", value: 20, contributors: 4),
      TableCell(id: "tot", value: 50, contributors: 5),
    ]
    let problem = DisclosureProblem(
      amounts: cells, equations: [Equation(total: "tot", parts: ["a", "b"])])
    let report = try Auditor(problem).audit(suppressed: ["a", "b"])
    #expect(report.violations.isEmpty)
    #expect(report.insiderFindings.map(\.insider) == ["a"])
    #expect(report.insiderFindings.map(\.interval) == [Interval(lower: 20, upper: 20)])
    #expect(!report.isSafe)
  }

  @Test("figures that cannot be are an error, not an empty interval")
  func contradiction() throws {
    let cells = [("a", 0.0), ("b", 1), ("tot", 1)].map { TableCell(id: $0.0, value: $0.1) }
    let problem = DisclosureProblem(
      counts: cells, equations: [Equation(total: "tot", parts: ["a", "b"])])
    // Noughts are shown, so nobody expects a hidden one: two hidden cells would add up to 2 or more.
    #expect(throws: DisclosureError.contradiction(cells: ["a", "b"])) {
      try Auditor(problem).audit(suppressed: ["a", "b"])
    }
  }

  @Test("unknown and doubled names are errors")
  func names() {
    let cell = TableCell(id: "a", value: 1)
    #expect(throws: DisclosureError.duplicateCell("a")) {
      try Auditor(DisclosureProblem(cells: [cell, cell], equations: [], primary: []))
    }
    #expect(throws: DisclosureError.unknownCell("z")) {
      let equation = Equation(total: "a", parts: ["z"])
      return try Auditor(DisclosureProblem(cells: [cell], equations: [equation], primary: []))
    }
    #expect(throws: DisclosureError.unknownCell("y")) {
      try Auditor(DisclosureProblem(cells: [cell], equations: [], primary: []))
        .audit(suppressed: ["y"])
    }
  }
}
