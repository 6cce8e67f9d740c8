import Evidence
import Statistics

/// Gathers figures of pay by survey and place, later ones in place of earlier.
struct PayRows {
  private struct Key: Hashable, Comparable {
    let analysis: String
    let span: String
    let year: Int
    let place: String

    static func < (left: Key, right: Key) -> Bool {
      (left.analysis, left.span, left.year, left.place)
        < (right.analysis, right.span, right.year, right.place)
    }
  }

  private struct Spot: Hashable {
    let place: String
    let year: Int
  }

  private var statistics: [Key: [String: Double]] = [:]
  private var periods: [Key: Period] = [:]
  private var rules: [Int: [String: Double]] = [:]
  private var pay: [Spot: PayEvidence.Median] = [:]

  mutating func add(
    place: String, period: Period, measure: String, value: Double?, lower: Double?,
    upper: Double?, status: Status
  ) {
    let words = measure.split(separator: ".").map(String.init)
    switch words.first {
    case "ashe" where words.count >= 5:
      let key = Key(analysis: words[1], span: words[2], year: period.year, place: place)
      periods[key] = period
      statistics[key, default: [:]][words.dropFirst(4).joined(separator: ".")] = value ?? .nan
    case "sick_pay" where words.count == 2:
      rules[period.year, default: [:]][words[1]] = value ?? .nan
    case "els":
      pay[Spot(place: place, year: period.year)] = PayEvidence.Median(
        place: place, year: period.year, value: value, lower: lower, upper: upper, status: status)
    default: break
    }
  }

  var medians: [PayEvidence.Median] {
    pay.values.sorted { ($0.place, $0.year) < ($1.place, $1.year) }
  }

  var terms: [Int: SickPayTerms] {
    rules.compactMapValues { rule in
      guard let rate = rule["weekly_rate"].flatMap({ Int(exactly: $0) }),
        let limit = rule["lower_limit"].flatMap({ Int(exactly: $0) })
      else { return nil }
      return SickPayTerms(
        weeklyRate: rate, lowerLimit: limit, limitIsTest: rule["limit_is_test"] != 0,
        waitingDays: rule["waiting_days"].flatMap { Int(exactly: $0) } ?? 0,
        shareOfEarnings: rule["share_of_earnings"].flatMap { Int(exactly: $0) })
    }
  }

  var surveys: [PaySurvey] {
    statistics.keys.sorted().compactMap { key in
      guard let found = statistics[key], let period = periods[key],
        let analysis = PaySurvey.Analysis(rawValue: key.analysis),
        let span = PaySurvey.Span(rawValue: key.span)
      else { return nil }
      let held = found.filter { !$0.value.isNaN }
      let points = held.keys.sorted().compactMap { name -> PayCurve.Point? in
        guard name.hasPrefix("p"), let percentile = Int(name.dropFirst()), let pay = held[name]
        else { return nil }
        return PayCurve.Point(
          Double(percentile), pay, relativeError: held[name + ".cv"].map { $0 / 100 })
      }
      let jobs = held["jobs"]
      return PaySurvey(
        place: key.place, period: .calendarYear(period.year), analysis: analysis, span: span,
        curve: points.isEmpty ? nil : try? PayCurve(points), jobs: jobs,
        jobsError: held["jobs.cv"].map { $0 / 100 })
    }
  }
}
