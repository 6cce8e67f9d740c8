import Testing

@testable import Statistics

@Suite("Coverage of projections")
struct ProjectionCoverageTests {
  private static let values: [Double] = [51, 47, 55, 49, 52, 46, 54, 50, 63, 48]

  @Test("is what projections of every past year come to, compared one by one")
  func oneByOne() throws {
    let coverage = ProjectionCoverage(
      of: .standard, on: [ProjectionSeries(Self.values.map { $0 })])
    var expected: [Int: [[Double]]] = [:]
    for now in 6..<Self.values.count {
      let known = Self.values[..<now]
      let size = known.reduce(0, +) / Double(now)
      for point in try Projection(ProjectionSeries(known.map { $0 })).points {
        guard now + point.horizon <= Self.values.count else { break }
        let actual = Self.values[now + point.horizon - 1]
        expected[point.horizon, default: []].append([
          point.inner.lower <= actual && actual <= point.inner.upper ? 1 : 0,
          point.outer.lower <= actual && actual <= point.outer.upper ? 1 : 0,
          point.inner.width, point.outer.width, point.inner.width / size,
          point.outer.width / size, abs(actual - point.value) / size,
        ])
      }
    }
    #expect(coverage.rows.map(\.horizon) == [1, 2, 3, 4])
    #expect(coverage.rows.map(\.comparisons) == [4, 3, 2, 1])
    // One year, 63, is beyond 80%: the share is neither all nor nothing.
    #expect(coverage.rows[0].innerShare > 0 && coverage.rows[0].innerShare < 1)
    for row in coverage.rows {
      let list = try #require(expected[row.horizon])
      let found = [
        row.innerShare, row.outerShare, row.innerWidth, row.outerWidth, row.innerRelativeWidth,
        row.outerRelativeWidth, row.relativeError,
      ]
      for (index, value) in found.enumerated() {
        let mean = list.reduce(0) { $0 + $1[index] } / Double(list.count)
        #expect(near(value, mean, 1e-12), "\(row.horizon) years ahead, \(index)")
      }
    }
  }

  @Test("six points are projected and cannot be judged, seven can")
  func unjudged() {
    func series(_ count: Int) -> ProjectionSeries {
      ProjectionSeries(Self.values.prefix(count).map { $0 })
    }
    let coverage = ProjectionCoverage(of: .standard, on: [series(6), series(7), series(5)])
    #expect(coverage.unjudged == 1 && coverage.series == 3)
    #expect(coverage.rows.map(\.comparisons) == [1])
    #expect(near(coverage.refusedShare, 1 / 3))
    #expect(ProjectionCoverage(of: .standard, on: []).refusedShare == 0)
  }

  @Test("reasons come with their numbers, the commonest first, then by their words")
  func refusals() {
    func series(_ values: [Double?]) -> ProjectionSeries { ProjectionSeries(values) }
    let coverage = ProjectionCoverage(
      of: .standard, on: [series([1]), series([1, nil]), series([2, nil]), series([1, 2])])
    let reasons = [
      ("the latest year has no value to start from", 2),
      ("the method needs 6 values (value) and there are 1", 1),
      ("the method needs 6 values (value) and there are 2", 1),
    ]
    #expect(coverage.refusals.elementsEqual(reasons) { $0.reason == $1.0 && $0.count == $1.1 })
    #expect(coverage.refusedShare == 1 && coverage.rows.isEmpty)
  }

  @Test("is equal to another with the same rows, number of series and refusals")
  func equality() {
    let whole = [ProjectionSeries(Self.values.map { $0 })]
    let one = ProjectionCoverage(of: .standard, on: whole)
    #expect(one == ProjectionCoverage(of: .standard, on: whole))
    #expect(one.hashValue == ProjectionCoverage(of: .standard, on: whole).hashValue)
    #expect(one != ProjectionCoverage(of: .places, on: whole))
    let short = ProjectionSeries([1, 2])
    #expect(one != ProjectionCoverage(of: .standard, on: whole + [short]))
    #expect(
      ProjectionCoverage(of: .standard, on: [short])
        != ProjectionCoverage(of: .standard, on: [ProjectionSeries([1, nil])]))
  }
}
