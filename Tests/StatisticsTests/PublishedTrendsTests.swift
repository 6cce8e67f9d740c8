import Statistics
import TestSupport
import Testing

/// The recent trends that the public health profiles print beside the latest figure of a series.
///
/// The latest five years with a value, distinct rows only, are put to `TrendMarker`: by limits
/// where all five have them, by count and denominator where none has. Of proportions with both the
/// published trend is that of the limits, though the guidance describes the other test; the test
/// counts how often the two differ.
///
/// What is not reproduced, and why:
/// - 90284: all trends that are significant point the other way. England fell from 93.6 in 2019/20
///   to 72.7 in 2023/24, printed as "Increasing and getting worse"; Central Bedfordshire's boys fell
///   as well. They are what five years in reverse order give. The test asks for that very fault.
/// - Series of fewer than five years with a value in the file: the publisher had more than it gives.
/// - 91040 stands four times a year, once for each quarter, without saying which.
/// - 41101, 93015, 93088, 91344, 352 and 30302: "Cannot be calculated" although five years stand
///   there. The publisher makes no marker of standardised ratios and of most surveys; three
///   councils of 30302 count fewer than 30 children a year; of 352's two areas nothing tells why.
/// - 383 and 90453, three areas: a survey with weighted answers and no limits. The test of
///   counts finds 13.0, 14.4 and 10.2 where 9.55 is significant; weighting makes it less sure.
/// - 93085, E38000200: 10.1 from values with one decimal, where 9.55 is significant. E38000228:
///   printed as decreasing, but its fall from 12.5 to 9.6 was before the five years.
/// - 93015 and 93701, one tenth of England by deprivation each: printed as increasing. The slope of
///   the first is 0.9 by the test; that of the second turns when 2018 is left out, as the rule asks.
@Suite("Published recent trends", .enabled(if: Reference.isPresent))
struct PublishedTrendsTests {
  private enum Outcome: String, CaseIterable {
    case reproduced = "reproduced"
    case unknown = "cannot be calculated by either"
    case reversed = "reversed"
    case different = "different"
    case withheld = "calculated here, not by the publisher"
    case short = "fewer than five years with value and limits in the file"
    case quarterly = "several figures a year"
  }

  private struct Marker {
    let outcome: Outcome
    let indicator: String
    let line: String
    /// True where the test of counts and denominators says what the publisher says.
    let byCounts: Bool?
  }

  @Test("at least 99% of the trends that five years of a file give are reproduced")
  func reproduced() throws {
    let markers = try Self.markers()
    var counts: [Outcome: Int] = [:]
    var withheld: [String: Int] = [:]
    for marker in markers {
      counts[marker.outcome, default: 0] += 1
      if marker.outcome == .withheld { withheld[marker.indicator, default: 0] += 1 }
    }
    let different = markers.filter { $0.outcome == .different }.map(\.line)
    print("Published trends: \(markers.count)")
    for outcome in Outcome.allCases {
      print("  \(counts[outcome, default: 0]) \(outcome.rawValue)")
    }
    for line in different { print("    \(line)") }
    let both = markers.filter { $0.outcome == .reproduced && $0.byCounts != nil }
    print(
      "  with counts as well: \(both.count), of which the test of counts differs in",
      both.count { $0.byCounts == false })
    let found = counts[.reproduced, default: 0]
    #expect(found * 100 >= (found + different.count) * 99)
    #expect(markers.count == Self.expected.values.reduce(0, +))
    #expect(counts == Self.expected)
    #expect(Set(withheld.keys) == ["352", "30302", "41101", "91344", "93015", "93088"])
    #expect(
      different.map { String($0.prefix { $0 != " " }) }
        == Self.read.map { "\(ProfileFigure.star):\($0)" })
  }

  private static let expected: [Outcome: Int] = [
    .reproduced: 1588, .unknown: 10_093, .reversed: 232, .different: 7, .withheld: 328, .short: 154,
    .quarterly: 78,
  ]

  /// Read by hand, by line: 383, 90453 twice, 93015, 93085 twice, 93701.
  private static let read = [2469, 5574, 5585, 13439, 13951, 13955, 17447]

  @Test("significant trends of injuries are printed the wrong way round, all of them")
  func reversed() throws {
    let markers = try Self.markers().filter { $0.indicator == "90284" }
    #expect(markers.count { $0.outcome == .reversed } == 232)
    #expect(!markers.contains { $0.outcome == .different })
    // England, everybody: falling from year to year but one, printed as increasing.
    let figures = try ProfileFigure.read(ProfileFigure.wide[2])
    let england = figures.filter {
      $0.area == "E92000001" && $0.series[1] == "Persons" && $0.category.isEmpty
        && ($0.year ?? 0) >= 2019
    }
    let latest = try #require(england.first { !$0.trend.isEmpty })
    #expect(latest.trend == "Increasing and getting worse")
    #expect(latest.value == 72.71223 && england.contains { $0.value == 93.58571 })
  }

  private static func markers() throws -> [Marker] {
    try (ProfileFigure.wide + [ProfileFigure.star]).flatMap { name in
      var order: [[String]] = []
      var series: [[String]: [ProfileFigure]] = [:]
      for figure in try ProfileFigure.read(name) {
        if series[figure.series] == nil { order.append(figure.series) }
        series[figure.series, default: []].append(figure)
      }
      return order.compactMap { key in marker(series[key] ?? []) }
    }
  }

  /// The latest published trend of a series and what five years of it give; nil without one.
  private static func marker(_ rows: [ProfileFigure]) -> Marker? {
    guard let latest = rows.last(where: { !$0.trend.isEmpty }) else { return nil }
    var seen: Set<[Double?]> = []
    let figures = rows.filter { row in
      row.value != nil
        && seen.insert([row.year, row.value, row.lower, row.upper, row.count]).inserted
    }
    let found = Self.direction(figures)
    let byCounts = TrendMarker.ofProportions(
      times: figures.map(\.year), counts: figures.map(\.count),
      denominators: figures.map(\.denominator))
    let outcome = outcome(latest, found, years: figures.count)
    return Marker(
      outcome: outcome, indicator: latest.indicator,
      line: "\(latest.place) \(latest.trend), found \(found.direction.rawValue)",
      byCounts: byCounts.direction == .unknown
        ? nil : latest.trend.hasPrefix(byCounts.direction.rawValue))
  }

  private static func direction(_ figures: [ProfileFigure]) -> TrendMarker {
    let times = figures.map(\.year)
    if figures.contains(where: { $0.lower != nil }) {
      return .ofValues(
        times: times, values: figures.map(\.value), lower: figures.map(\.lower),
        upper: figures.map(\.upper))
    }
    return .ofProportions(
      times: times, counts: figures.map(\.count), denominators: figures.map(\.denominator))
  }

  private static func outcome(
    _ latest: ProfileFigure, _ found: TrendMarker, years: Int
  ) -> Outcome {
    let isPublished = latest.trend != "Cannot be calculated"
    if found.direction == .unknown {
      guard isPublished else { return .unknown }
      return found.reason == .repeatedYear ? .quarterly : .short
    }
    guard isPublished else { return .withheld }
    if latest.trend.hasPrefix(found.direction.rawValue) { return .reproduced }
    let opposite: TrendMarker.Direction =
      found.direction == .increasing
      ? .decreasing : found.direction == .decreasing ? .increasing : .unknown
    return latest.indicator == "90284" && latest.trend.hasPrefix(opposite.rawValue)
      ? .reversed : .different
  }
}
