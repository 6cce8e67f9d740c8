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
    let clock = ContinuousClock()
    var report: AuditReport?
    let duration = try clock.measure {
      report = try Auditor(problem).audit(suppressed: hidden.map(\.id))
    }
    #expect(report?.findings.count == hidden.count)
    #expect(duration < .seconds(5), "\(duration)")
  }

  @Test("300 places by 20 categories are protected within 10 seconds")
  func suppress() throws {
    let problem = RandomTable.large(places: 300, categories: 20)
    let clock = ContinuousClock()
    var suppression: Suppression?
    let duration = try clock.measure { suppression = try Suppressor(problem).suppress() }
    #expect(suppression?.audit.isSafe == true)
    #expect(duration < .seconds(10), "\(duration)")
  }
}
