import TestSupport
import Testing

@Suite("The numbers of a shipped report")
struct ShippedRowsTests {
  /// Ten reports drawn by seed, Birmingham’s among them.
  static let drawn: [ShippedReport] = {
    var state: UInt64 = 2026
    var rest = ShippedReport.all.filter { $0.slug != "birmingham" }
    var found = ShippedReport.all.filter { $0.slug == "birmingham" }
    while found.count < 10, !rest.isEmpty {
      // Knuth’s MMIX generator: the same reports on every machine.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      found.append(rest.remove(at: Int((state >> 33) % UInt64(rest.count))))
    }
    return found
  }()

  /// What names a row in each file beside a report.
  static let names = [
    "indicators.csv": ["indicator", "period", "areacd"],
    "sick-pay.csv": ["scenario", "percentile"],
  ]

  /// Columns that hold what the law says, which is no figure of a place.
  private static let law = ["Flat rate for a week"]

  @Test("lead to rows of the files beside it that say the same, equally rounded", arguments: drawn)
  func rows(report: ShippedReport) throws {
    let page = try FollowedPage(try report.source(), names: Self.names) { try report.file($0) }
    #expect(page.lost.isEmpty, "\(page.lost.prefix(5))")
    #expect(page.followed > 300, "\(page.followed)")
    let stray = page.unkeyed.filter { cell in !Self.law.contains { cell.contains("/ \($0):") } }
    #expect(stray.isEmpty, "\(stray.count): \(stray.prefix(8))")
  }
}
