import Disclosure
import Testing

#if DEBUG
  private let isOptimised = false
#else
  private let isOptimised = true
#endif

@Suite("Speed", .enabled(if: isOptimised, "only optimised builds are timed"), .serialized)
struct SpeedTests {
  @Test("300 places by 20 categories are audited within 5 seconds")
  func audit() throws {
    let problem = RandomTable.large(places: 300, categories: 20)
    // A careless pattern with more than half of all cells hidden, harder than any good one.
    let hidden = problem.cells.filter { cell in
      cell.value > 0 && !cell.id.contains("Total")
        && cell.id.utf8.reduce(0) { $0 + Int($1) } % 3 > 0
    }
    #expect(hidden.count > 3_000)
    try expect(within: .seconds(5)) {
      let report = try Auditor(problem).audit(suppressed: hidden.map(\.id))
      #expect(report.findings.count == hidden.count)
    }
  }

  @Test("300 places by 20 categories are protected within 10 seconds")
  func suppress() throws {
    let problem = RandomTable.large(places: 300, categories: 20)
    try expect(within: .seconds(10)) {
      let suppression = try Suppressor(problem).suppress()
      #expect(suppression.audit.isSafe)
    }
  }

  /// Expects one run of three to end in time, since other work may slow any one of them down.
  private func expect(within limit: Duration, run: () throws -> Void) throws {
    var fastest = Duration.seconds(3_600)
    for _ in 0..<3 where fastest > limit {
      fastest = min(fastest, try ContinuousClock().measure(run))
    }
    #expect(fastest <= limit)
  }
}
