import Evidence
import Testing

@testable import Indicators

@Suite("A leap of one year and back")
struct SpikeTestTests {
  private static let england = "E92000001"

  /// The years in which a series is marked, beside one of England.
  private func marked(
    _ values: [Double?], england: [Double], years: [Int]? = nil, count: Double? = nil,
    unit: String = "£ per head", service: String = "asc"
  ) throws -> [Int] {
    let years = years ?? Array(2012..<(2012 + values.count))
    func series(_ place: String, _ values: [Double?]) -> [IndicatorValue] {
      zip(years, values).map { year, value in
        IndicatorValue(
          place: place, period: .financialYear(year), indicator: "care", value: value,
          count: value.flatMap { value in count.map { value * $0 } },
          status: value == nil ? .notAvailable : [])
      }
    }
    var all = [series("E06000901", values), series(Self.england, england)]
    SpikeTest()
      .mark(&all, of: try .of("care", "outturn.asc.net per head", unit: unit, service: service))
    let found = all[0]
    #expect(found.map(\.value) == values)
    #expect(found.allSatisfy { $0.note.isEmpty != $0.status.contains(.unreliable) })
    return found.filter { $0.status.contains(.unreliable) }.map(\.period.year)
  }

  @Test("is marked as unreliable, kept, and said: the two that were found in published returns")
  func found() throws {
    // analysis.md section 1, row 5: Sandwell adult care £122m, £219m, £144m; Southwark children
    // £92m, £51m, £105m.
    let flat = [1e9, 1e9, 1e9]
    #expect(try marked([122e6, 219e6, 144e6], england: flat) == [2013])
    #expect(try marked([92e6, 51e6, 105e6], england: flat) == [2013])
    // Per head, the money behind it being large.
    #expect(try marked([122, 219, 144], england: [100, 101, 102], count: 1e6) == [2013])
  }

  @Test(
    "is not seen in a path that England took too, nor in a step that stays, nor in a steady rise",
    arguments: [
      [122e6, 130e6, 144e6], [122e6, 219e6, 230e6], [122e6, 60e6, 61e6], [100e6, 150e6, 225e6],
      [100e6, 139e6, 100e6], [100e6, 72e6, 100e6],
    ])
  func notFound(values: [Double]) throws {
    #expect(try marked(values, england: [1e9, 1e9, 1e9]).isEmpty)
  }

  @Test("is measured against England's own change")
  func national() throws {
    #expect(try marked([100e6, 200e6, 100e6], england: [1e9, 2e9, 1e9]).isEmpty)
    #expect(try marked([100e6, 104e6, 100e6], england: [1e9, 2e9, 1e9]) == [2013])
  }

  @Test("is not looked for in small sums, other units, gaps, or years that do not follow")
  func excluded() throws {
    let flat = [1e9, 1e9, 1e9]
    #expect(try marked([1e6, 3.9e6, 1e6], england: flat).isEmpty)
    #expect(try marked([1e6, 4.1e6, 1e6], england: flat) == [2013])
    #expect(try marked([122e6, 219e6, 144e6], england: flat, unit: "%").isEmpty)
    #expect(try marked([122e6, 219e6, 144e6], england: flat, service: "").isEmpty)
    #expect(try marked([122e6, 219e6, 144e6], england: flat, years: [2012, 2014, 2015]).isEmpty)
    #expect(try marked([122e6, nil, 144e6], england: flat).isEmpty)
    #expect(try marked([nil, 219e6, 144e6], england: flat).isEmpty)
    #expect(try marked([-5e6, 219e6, 144e6], england: flat).isEmpty)
    #expect(try marked([122e6, 219e6], england: [1e9, 1e9]).isEmpty)
  }

  @Test("at either end of a series is not marked: there is no year to come back to")
  func ends() throws {
    #expect(
      try marked([219e6, 122e6, 122e6, 219e6], england: [1e9, 1e9, 1e9, 1e9]).isEmpty)
  }
}
