import Statistics
import TestSupport
import Testing

/// The comparisons that the public health profiles print beside their figures.
///
/// A value is compared by its 95% limits: similar unless the benchmark lies outside them. Both
/// indicators with comparisons are low when good. Indicators judged by quintiles are not compared
/// in these files, nor are missing values and England itself.
@Suite("Published comparisons with England", .enabled(if: Reference.isPresent))
struct PublishedComparisonsTests {
  /// Which of a row's two published comparisons is meant.
  enum Benchmark: String, CaseIterable {
    case england = "England"
    case region = "the region"

    func published(_ figure: ProfileFigure) -> String {
      self == .england ? figure.comparedToEngland : figure.comparedToRegion
    }

    func area(_ figure: ProfileFigure) -> String {
      self == .england ? "E92000001" : figure.parent
    }
  }

  private struct Tally {
    var reproduced = 0
    var notCompared = 0
    var withoutBenchmark = 0
    var disagreements: [String] = []
    var compared: Int { reproduced + disagreements.count }
  }

  @Test("every comparison by limits is reproduced", arguments: Benchmark.allCases)
  func reproduced(_ benchmark: Benchmark) throws {
    var found: [Int] = []
    for name in ProfileFigure.wide {
      let tally = try Self.compare(ProfileFigure.read(name), benchmark)
      print(
        "Compared to \(benchmark.rawValue), \(name): \(tally.reproduced) of \(tally.compared) "
          + "reproduced, \(tally.notCompared) not compared by the publisher, "
          + "\(tally.withoutBenchmark) without a benchmark in the file")
      for line in tally.disagreements.prefix(20) { print("  \(line)") }
      // 99% are asked for; all are reproduced.
      #expect(tally.disagreements.isEmpty)
      found += [tally.reproduced, tally.notCompared, tally.withoutBenchmark]
    }
    let expected =
      benchmark == .england
      ? [750, 102, 0, 0, 2752, 0, 6749, 459, 0] : [450, 402, 0, 0, 2752, 0, 0, 7208, 0]
    #expect(found == expected)
  }

  /// Read by hand: Westmorland and Furness, girls, 2012/13, and Blackburn, boys, 2023/24.
  @Test("the values nearest to the rule are told apart as published")
  func nearest() throws {
    let figures = try ProfileFigure.read(ProfileFigure.wide[2])
    let values = Self.benchmarks(figures)
    var inside: [(gap: Double, place: String)] = []
    var outside: [(gap: Double, place: String)] = []
    for figure in figures {
      guard let benchmark = values[figure.key(of: "E92000001")], let lower = figure.lower,
        let upper = figure.upper
      else { continue }
      let gap = min(upper - benchmark, benchmark - lower)
      switch figure.comparedToEngland {
      case "Similar": inside.append((gap, figure.place))
      case "Better", "Worse": outside.append((-gap, figure.place))
      default: break
      }
    }
    // Upper limit 102.96346 against 102.95736, and lower limit 77.14331 against 77.14053.
    let similar = try #require(inside.min { $0.gap < $1.gap })
    let different = try #require(outside.min { $0.gap < $1.gap })
    #expect(similar.place == "\(ProfileFigure.wide[2]):621")
    #expect(different.place == "\(ProfileFigure.wide[2]):6758")
    #expect(abs(similar.gap - 0.0061) < 1e-9 && abs(different.gap - 0.00278) < 1e-9)
  }

  /// England's and the regions' values of everybody, by subject, period and area.
  private static func benchmarks(_ figures: [ProfileFigure]) -> [[String]: Double] {
    var values: [[String]: Double] = [:]
    for figure in figures where figure.category.isEmpty {
      if let value = figure.value { values[figure.key(of: figure.area)] = value }
    }
    return values
  }

  private static func compare(_ figures: [ProfileFigure], _ benchmark: Benchmark) -> Tally {
    let values = benchmarks(figures)
    var tally = Tally()
    for figure in figures {
      let published = benchmark.published(figure)
      guard !published.isEmpty, published != "Not compared" else {
        tally.notCompared += 1
        continue
      }
      guard let value = values[figure.key(of: benchmark.area(figure))] else {
        tally.withoutBenchmark += 1
        continue
      }
      let found = try? BenchmarkComparison.compare(
        value: figure.value, lower: figure.lower, upper: figure.upper, benchmark: value,
        polarity: .lowIsGood)
      if found?.rawValue == published.lowercased() {
        tally.reproduced += 1
      } else {
        tally.disagreements.append(
          "\(figure.place): \(published), found \(found?.rawValue ?? "nothing")")
      }
    }
    return tally
  }
}

extension ProfileFigure {
  /// What a benchmark of this figure is found by.
  fileprivate func key(of area: String) -> [String] { subject + [period, area] }
}
