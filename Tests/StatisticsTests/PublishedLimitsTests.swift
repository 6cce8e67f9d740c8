import Statistics
import TestSupport
import Testing

/// The limits that the public health profiles publish, from their own counts and denominators.
///
/// Limits agree when they are within one unit of the last digit written, or within one part in
/// ten million, which is what is left of numbers that were kept in single precision.
///
/// Who is right where a row does not agree:
/// - 241 and 247: the limits of all 350 practices and health service areas of each are Wilson's on
///   their own count. Those of the 222 rows of England and local authorities are not: Wilson's
///   formula solved for them gives up to 1.8% more people than the file states, so they were
///   not found from the row's figures. The count and denominator alone do not tell how.
/// - 93124: 38 rows give the limits of the count in place of those of the rate, so that the value
///   lies below its own lower limit. The file is wrong; the test asks for that very fault. Two
///   rows, of 12 and 381 events, have exact limits where all others from 10 have Byar's.
/// - 93356: some of the rows were computed with 1.96 for 1.959964 and Byar's formula at every
///   count, also below 10; the others with exact limits whose quantile is right to six digits.
/// - 90284 and 92904: the count is rounded to 5 and the limits are not. One of the five counts
///   that round to it has to give both limits, at 99.8% too where they are given.
@Suite("Published limits of public health indicators", .enabled(if: Reference.isPresent))
struct PublishedLimitsTests {
  /// Why limits cannot be computed from the row.
  private enum Obstacle: String, CaseIterable {
    case noLimits = "no limits are published"
    case noCount = "no count or denominator is published"
    case standardised = "standardised by age, and the age bands are not published"
    case survey = "a survey, a model or another method: not limits of count and denominator"
    case otherSource =
      "local authorities summed from practices: not limits of their count and denominator"
    case wrong = "the file gives the limits of the count for those of the rate"
  }

  private enum Way {
    case wilson
    case rate(Double)
    case roundedRate(Double)
    case notification(Double)
    case impossible(Obstacle)
  }

  private static let ways: [String: Way] = [
    "241": .wilson, "247": .wilson, "30302": .wilson, "91040": .wilson, "91894": .wilson,
    "93085": .wilson, "93474": .wilson, "94063": .wilson, "20401": .rate(1000),
    "92266": .rate(1000), "41203": .rate(100_000), "93124": .rate(100_000),
    // Observed over expected: Byar's limits of the observed count.
    "91344": .rate(100),
    "90284": .roundedRate(10_000), "92904": .roundedRate(100_000),
    "93356": .notification(100_000),
    "22401": .impossible(.standardised), "93763": .impossible(.standardised),
    "94035": .impossible(.standardised),
    "41101": .impossible(.standardised), "93701": .impossible(.survey),
    "93015": .impossible(.survey),
    "94103": .impossible(.survey),
  ]

  @Test("every row that gives all it takes is reproduced within the file's rounding")
  func reproduced() throws {
    let rows = try PublishedRow.all()
    var reasons: [Obstacle: Int] = [:]
    var agreeing: [String: Int] = [:]
    var failures: [String] = []
    for row in rows {
      if let obstacle = Self.obstacle(to: row) {
        reasons[obstacle, default: 0] += 1
      } else if try Self.isReproduced(row) {
        agreeing[row.indicator, default: 0] += 1
      } else {
        let numbers = [row.count ?? 0, row.denominator ?? 0]
        failures.append("\(row.indicator) \(row.area) \(numbers) \(row.limits) \(row.wideLimits)")
      }
    }
    let reproduced = agreeing.values.reduce(0, +)
    print("Published limits: \(rows.count) rows, \(reproduced + failures.count) possible,")
    print("  \(reproduced) reproduced:", agreeing.sorted { $0.key < $1.key }.map { "\($0) \($1)" })
    for reason in Obstacle.allCases {
      print("  \(reasons[reason, default: 0]) not: \(reason.rawValue)")
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(8))")
    #expect(
      agreeing == [
        "241": 350, "247": 350, "20401": 208, "30302": 63, "41203": 161, "90284": 6787,
        "91040": 646, "91344": 286, "91894": 456, "92266": 175, "92904": 741, "93085": 467,
        "93124": 390, "93356": 755, "93474": 2340, "94063": 193,
      ])
    #expect(reasons[.otherSource] == 444)
    #expect(reasons[.wrong] == 38)
  }

  /// Why the limits of a row do not follow from it, nil where they do.
  private static func obstacle(to row: PublishedRow) -> Obstacle? {
    if row.limits.contains("") { return .noLimits }
    guard let count = row.count, let denominator = row.denominator else { return .noCount }
    switch ways[row.indicator] {
    case .impossible(let obstacle): return obstacle
    case nil: return .survey
    case .wilson
    where ["241", "247"].contains(row.indicator) && isLocal(row.area):
      return .otherSource
    case .rate where row.indicator == "93124" && count < 10:
      // Told by the fault alone: the published pair is the pair of limits of the count.
      let unscaled = try? CountLimits().limits(of: count).0
      let isFault = denominator > 1 && unscaled.map { agrees($0, row.limits) } ?? false
      return isFault ? .wrong : nil
    default: return nil
    }
  }

  /// True for England and local authorities, as against practices and areas of the health service.
  private static func isLocal(_ area: String) -> Bool {
    ["E06", "E07", "E08", "E10", "E92"].contains { area.hasPrefix($0) } && area.utf8.count == 9
  }

  private static func isReproduced(_ row: PublishedRow) throws -> Bool {
    guard let count = row.count, let denominator = row.denominator else { return false }
    switch ways[row.indicator] {
    case .wilson:
      let found = try WilsonScore(multiplier: 100).estimate(count: count, of: denominator)
      return agrees(found, row.limits)
    case .rate(let unit):
      let found = try CrudeRate(multiplier: unit).estimate(count: count, denominator: denominator)
      if agrees(found, row.limits) { return true }
      let exact = try CountLimits().exact(count)
      let scale = unit / denominator
      return row.indicator == "93124"
        && agrees(exact.lower * scale, exact.upper * scale, row.limits)
    case .roundedRate(let unit):
      return try (-2...2).contains { step in
        let unrounded = max(0, count + Double(step))
        let found = try CrudeRate(multiplier: unit)
          .estimate(count: unrounded, denominator: denominator)
        let wide = try CrudeRate(confidence: .ninetyNinePointEight, multiplier: unit)
          .estimate(count: unrounded, denominator: denominator)
        return agrees(found, row.limits)
          && (row.wideLimits.contains("") || agrees(wide, row.wideLimits))
      }
    case .notification(let unit):
      let exact = try CountLimits().exact(count)
      // 1.96 for the normal quantile is this confidence.
      let rounded = try CountLimits(confidence: Confidence(0.950_004_209_703_559)).byar(count)
      let scaled = { (limit: Double) in limit / denominator * unit }
      return agrees(scaled(exact.lower), scaled(exact.upper), row.limits, relative: 1e-6)
        || agrees(scaled(rounded.lower ?? 0), scaled(rounded.upper), row.limits)
    case .impossible, nil: return false
    }
  }

  private static func agrees(_ found: Estimate, _ written: [String]) -> Bool {
    guard let lower = found.lower, let upper = found.upper else { return false }
    return agrees(lower, upper, written)
  }

  private static func agrees(_ found: Interval, _ written: [String]) -> Bool {
    agrees(found.lower, found.upper, written)
  }

  private static func agrees(
    _ lower: Double, _ upper: Double, _ written: [String], relative: Double = 1e-7
  ) -> Bool {
    zip([lower, upper], written).allSatisfy { found, text in
      guard let number = Double(text) else { return false }
      let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
      var unit = 1.0
      for _ in 0..<decimals { unit /= 10 }
      return abs(found - number) <= max(unit, relative * abs(number))
    }
  }
}
