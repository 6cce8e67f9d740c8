import Evidence
import Places

/// The published figures behind those that are computed from pay and the rules of sick pay.
enum PayLineage {
  /// True for a measure that no file has.
  static func isComputed(_ measure: String) -> Bool {
    ["sick_pay.below", "sick_pay.lower_rate.", "sick_pay.loss.", "sick_pay.replacement_rate"]
      .contains { measure.hasPrefix($0) }
  }

  /// What a computed figure was made from: percentiles and jobs of the place, or of the councils
  /// that it is pooled over or borrows from, and the rules of the years that matter.
  static func reads(
    behind read: LineageRead, cube: FigureCube, register: Register
  ) -> [LineageRead] {
    var columns: [String: [Int]] = [:]
    return reads(behind: read, cube: cube, register: register, &columns)
  }

  /// The same for one of many figures; the columns of patterns are found once.
  static func reads(
    behind read: LineageRead, cube: FigureCube, register: Register, _ columns: inout [String: [Int]]
  ) -> [LineageRead] {
    let words = read.measure.split(separator: ".")
    var patterns = ["els.gross_median_weekly_pay"]
    if read.measure != "sick_pay.replacement_rate" {
      let analysis = words.contains("workplace") ? "workplace" : "resident"
      patterns = ["p*", "p*.cv", "jobs", "jobs.cv"].map { "ashe.\(analysis).*.all.\($0)" }
    }
    var found = figures(patterns, [read.place], cube, &columns)
    if patterns.count == 1 { found.removeAll { $0.period.year != read.period.year } }
    if found.isEmpty, let place = register[read.place] {
      found = figures(patterns, sources(of: place, register), cube, &columns)
    }
    let rules = ["weekly_rate", "lower_limit", "limit_is_test", "share_of_earnings"]
    let kingdom = cube.places.map(\.code).filter { $0 == "K02000001" }
    let terms = figures(rules.map { "sick_pay.\($0)" }, kingdom, cube, &columns)
    return found + terms.filter { $0.period.year >= read.period.year - 1 }
  }

  /// Whose figures stand for a place without its own.
  private static func sources(of place: Place, _ register: Register) -> [String] {
    guard place.tier.isCouncil, let region = place.region.flatMap({ register[$0] }) else {
      return PayGroups.councils(of: place, in: register)
    }
    return PayGroups.councils(of: region, in: register)
  }

  private static func figures(
    _ patterns: [String], _ places: [String], _ cube: FigureCube, _ known: inout [String: [Int]]
  ) -> [LineageRead] {
    for pattern in patterns where known[pattern] == nil {
      known[pattern] = cube.columns(fitting: pattern)
    }
    let columns = patterns.flatMap { known[$0] ?? [] }
    var found: [LineageRead] = []
    for place in places {
      guard let slot = cube.slot(place) else { continue }
      for column in columns {
        for (slice, period) in cube.columns[column].periods.enumerated() {
          guard let figure = cube.columns[column].figure(place: slot, slice: slice) else {
            continue
          }
          found.append(
            LineageRead(
              measure: cube.columns[column].measure, place: place, period: period, figure: figure))
        }
      }
    }
    return found
  }
}
