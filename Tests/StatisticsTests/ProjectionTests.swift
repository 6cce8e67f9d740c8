import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite("Projections")
struct ProjectionTests {
  private func line(_ count: Int) -> [Double?] { (0..<count).map { 20 + 3 * Double($0) } }

  @Test("a straight line goes on and a level stays")
  func obvious() throws {
    let rising = try Projection(ProjectionSeries(line(12)))
    #expect([.linear, .theilSen, .dampedHolt].contains(rising.method))
    #expect(near(rising.points[9].value, 20 + 3 * 21, 0.02))
    let flat = try Projection(ProjectionSeries([Double?](repeating: 7, count: 8)))
    #expect(flat.method == .lastValue && flat.points.allSatisfy { $0.value == 7 })
    #expect(flat.points.allSatisfy { $0.inner.width > 0 })
  }

  @Test("intervals are nested, hold the value and never narrow with distance")
  func intervals() throws {
    var random = SeededRandom(seed: 8)
    for round in 0..<60 {
      var level = 30.0
      let values = (0..<(6 + round % 12)).map { _ -> Double? in
        level = max(1, level + 3 * random.nextNormal())
        return level
      }
      for bounds in [ProjectionBounds.none, .notNegative, .percentage] {
        let usable = values.map { bounds.upper == 100 ? min(99, $0 ?? 0) : $0 }
        let projection = try Projection(ProjectionSeries(usable, bounds: bounds))
        #expect(projection.points.map(\.horizon) == Array(1...10))
        var width = 0.0
        for point in projection.points {
          #expect(point.inner.contains(point.value))
          #expect(point.outer.lower <= point.inner.lower)
          #expect(point.outer.upper >= point.inner.upper)
          #expect(bounds.contains(point.outer.lower) && bounds.contains(point.outer.upper))
          if bounds == .none, projection.method == .lastValue {
            #expect(point.outer.width >= width)
            width = point.outer.width
          }
        }
      }
    }
  }

  @Test("bounded quantities stay within their bounds, even at the edge")
  func bounded() throws {
    let falling: [Double?] = [60, 48, 39, 30, 22, 15, 9, 5, 2, 0.5]
    let projection = try Projection(ProjectionSeries(falling, bounds: .notNegative))
    #expect(projection.points.allSatisfy { $0.value >= 0 && $0.outer.lower >= 0 })
    let zero: [Double?] = [3, 2, 2, 1, 0, 0, 1, 0]
    let edge = try Projection(ProjectionSeries(zero, bounds: .share.scaled(by: 5)))
    #expect(edge.points.allSatisfy { $0.outer.lower >= 0 && $0.outer.upper <= 5 })
  }

  @Test("what the series is too short to test is a scenario")
  func standing() throws {
    let short = try Projection(ProjectionSeries(line(6)))
    #expect(
      short.points.map(\.standing) == [.tested]
        + [Projection.Standing](repeating: .scenario, count: 9))
    let long = try Projection(ProjectionSeries(line(15)))
    #expect(long.points[9].standing == .tested)
    let middle = try Projection(ProjectionSeries(line(10)))
    #expect(middle.points.filter { $0.standing == .tested }.map(\.horizon) == [1, 2, 3, 4, 5])
  }

  @Test("a series that cannot be projected is refused with its reason")
  func refusals() {
    func reason(_ series: ProjectionSeries) -> String? { blank { try Projection(series) } }
    #expect(
      reason(ProjectionSeries([1, 2, 3, 4, 5]))
        == "the method needs 6 values (value) and there are 5")
    #expect(
      reason(ProjectionSeries(line(9), usableFrom: 4))
        == "the method needs 6 values (value) and there are 5")
    #expect(
      reason(ProjectionSeries([1, 2, 3, nil, 4, 5, 6, 7, 8]))
        == "the method needs 6 values (value) and there are 5")
    #expect(
      reason(ProjectionSeries(line(8) + [nil]))
        == "the latest year has no value to start from")
    #expect(reason(ProjectionSeries([])) == "the method needs 6 values (value) and there are 0")
    #expect(
      reason(ProjectionSeries([1, 2, 3, 4, 5, 101], bounds: .percentage))
        == "entry 6: the value is not between 0 and 100")
    #expect(
      reason(ProjectionSeries([1, 2, 3, .nan, 5, 6])) == "entry 4: the value is not a finite number"
    )
    #expect(
      blank { try Projection(ProjectionSeries(line(9)), years: 11) }
        == "the horizon is not between 1 and 10")
  }

  @Test("what stands before a break or a gap is not used")
  func breaks() throws {
    let whole = try Projection(ProjectionSeries([900, 800] + line(8), usableFrom: 2))
    let part = try Projection(ProjectionSeries(line(8)))
    #expect(whole.points == part.points && whole.usedFrom == 2 && whole.usedPoints == 8)
    let gap = try Projection(ProjectionSeries([900, nil] + line(8)))
    #expect(gap.points == part.points && gap.usedFrom == 2)
  }

  /// Series of a known kind: the calibration sees one half, coverage is judged on the other.
  private func series(_ kind: Int, _ seed: UInt64, _ count: Int) -> [ProjectionSeries] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      var level = 60.0
      let slope = random.nextNormal()
      let values = (0..<16).map { year -> Double? in
        level += random.nextNormal()
        switch kind {
        case 0: return level
        case 1: return 60 + slope * Double(year) + 2 * random.nextNormal()
        default: return 60 + 2 * random.nextNormal()
        }
      }
      return ProjectionSeries(values)
    }
  }

  @Test("intervals learned on one half cover the other as they say", arguments: 0..<3)
  func coverage(kind: Int) throws {
    let calibration = try ProjectionCalibration(on: series(kind, 1, 80))
    let coverage = ProjectionCoverage(of: calibration, on: series(kind, 2, 80))
    #expect(coverage.refusedShare == 0 && coverage.rows.count == 10)
    for row in coverage.rows where row.horizon <= 6 {
      #expect(row.innerShare > 0.72 && row.innerShare < 0.92, "\(row)")
      #expect(row.outerShare > 0.91, "\(row)")
    }
    for (one, next) in zip(coverage.rows, coverage.rows.dropFirst()) {
      #expect(next.innerWidth > 0 && one.outerWidth >= one.innerWidth)
    }
  }

  @Test("long calm series among short wild ones: pooled by year, ranges cover years as they say")
  func weights() throws {
    func mixed(_ seed: UInt64) -> [ProjectionSeries] {
      var random = SeededRandom(seed: seed)
      return (0..<120).map { index in
        let isLong = index % 2 == 0
        var level = 60.0
        var step = 0.0
        return ProjectionSeries(
          (0..<(isLong ? 24 : 12)).map { _ in
            // Short ones stray further the longer they run: each step takes after the one before.
            step = (isLong ? 0 : 0.9 * step) + random.nextNormal()
            level += step
            return level
          })
      }
    }
    let years = try ProjectionCalibration(on: mixed(1), weight: .years)
    let series = try ProjectionCalibration(on: mixed(1))
    #expect(years.support == series.support && years != series)
    for row in ProjectionCoverage(of: years, on: mixed(2)).rows where row.horizon <= 6 {
      #expect(abs(row.innerShare - 0.8) < 0.06 && abs(row.outerShare - 0.95) < 0.05, "\(row)")
    }
  }

  /// Employment rates of British areas, 2004 on (Office for National Statistics).
  @Test(
    "intervals learned on one half of published series cover the other half",
    .enabled(if: Reference.isPresent))
  func published() throws {
    let url = try #require(Reference.folder).appendingPathComponent(
      "data/service-use/explore-local/employment-rate.csv")
    let table = Table(try String(contentsOf: url, encoding: .utf8))
    var areas: [String: [Int: Double]] = [:]
    for row in table.rows where row[3] == "Employment rate" {
      guard let year = Int(row[4].prefix(4)), let value = Double(row[5]) else { continue }
      areas[row[0], default: [:]][year] = value
    }
    let all = areas.keys.sorted().map { area -> ProjectionSeries in
      let years = areas[area] ?? [:]
      let first = years.keys.min() ?? 0
      let values = (first...(years.keys.max() ?? first)).map { years[$0] }
      return ProjectionSeries(values, bounds: .percentage)
    }
    let halves = [0, 1].map { half in
      all.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    }
    let coverage = ProjectionCoverage(
      of: try ProjectionCalibration(on: halves[0]), on: halves[1])
    #expect(coverage.rows.count == 10)
    for row in coverage.rows {
      #expect(abs(row.innerShare - 0.8) < 0.06 && abs(row.outerShare - 0.95) < 0.04, "\(row)")
    }
  }

  @Test("coverage counts what was refused and why")
  func refusedShare() {
    let coverage = ProjectionCoverage(
      of: .standard,
      on: series(0, 4, 6) + [ProjectionSeries([1, 2]), ProjectionSeries([3, nil])])
    #expect(coverage.series == 8 && near(coverage.refusedShare, 0.25))
    #expect(coverage.refusals.count == 2 && coverage.unjudged == 0)
    #expect(
      blank { try ProjectionCalibration(on: []) }
        == "the method needs 20 values (value) and there are 0")
  }

  @Test("the same series always gives the same projection")
  func deterministic() throws {
    let one = series(1, 7, 1)[0]
    #expect(try Projection(one) == Projection(one))
    let set = series(0, 5, 25)
    #expect(try ProjectionCalibration(on: set) == ProjectionCalibration(on: set))
  }
}

extension ProjectionBounds {
  /// Bounds times a factor.
  fileprivate func scaled(by factor: Double) -> ProjectionBounds {
    ProjectionBounds(lower: lower.map { $0 * factor }, upper: upper.map { $0 * factor })
  }
}
