import Evidence

/// A measure of the Annual Survey of Hours and Earnings: whose jobs, what pay, which statistic.
///
/// Ids are `ashe.resident.annual.all.p10`: by home or workplace; annual, weekly or hourly; all
/// employees or a group of them; a percentile, the mean or the number of jobs. `.cv` behind an id is
/// the publisher's standard error as a percentage of the figure.
struct PayMeasure: Hashable {
  /// Where jobs are counted.
  enum Analysis: String, CaseIterable {
    case resident, workplace
  }

  /// What time pay is for.
  enum Span: String, CaseIterable {
    case annual, weekly, hourly
  }

  let analysis: Analysis
  let span: Span
  /// `all`, `male`, `female_full_time`.
  let group: String

  /// The id of a statistic: `p10`, `p50`, `mean`, `jobs`.
  func id(_ statistic: String) -> String {
    "ashe.\(analysis.rawValue).\(span.rawValue).\(group).\(statistic)"
  }

  /// The measure of a statistic.
  func measure(_ statistic: String) -> Measure {
    let whose = analysis == .resident ? "residents' jobs" : "jobs in the place"
    let who = group == "all" ? "" : ", \(group.replacing("_", with: " "))"
    if statistic == "jobs" {
      return Measure(
        id: id(statistic), title: "Number of \(whose)\(who) (indicative)", unit: .count,
        kind: .ratio)
    }
    let what =
      statistic == "mean"
      ? "mean" : statistic == "p50" ? "median" : "\(statistic.dropFirst())th percentile"
    return Measure(
      id: id(statistic), title: "Gross \(span.rawValue) pay of \(whose)\(who), \(what), in pence",
      unit: .pence, kind: .ratio)
  }

  /// The measure of a statistic's standard error.
  func error(_ statistic: String) -> Measure {
    Measure(
      id: id(statistic) + ".cv",
      title: measure(statistic).title + ": standard error as a percentage of the figure",
      unit: .percent, kind: .ratio)
  }

  /// The statistic that a heading names, or nil for one that is not read.
  static func statistic(_ heading: String) -> String? {
    switch heading {
    case "number of jobs": return "jobs"
    case "median": return "p50"
    case "mean": return "mean"
    default:
      let text =
        heading.hasSuffix(" percentile")
        ? heading.dropLast(11) : heading.hasPrefix("p") ? heading.dropFirst() : ""
      return Int(text).flatMap { (1...99).contains($0) ? "p\($0)" : nil }
    }
  }

  /// The group of employees that a label names: `Male Full Time Workers` is `male_full_time`.
  static func group(_ label: String) -> String? {
    let key = CellText.key(label)
    if key == "total" || key == "all" || key == "persons" { return "all" }
    let words = key.split(separator: " ").filter { $0 != "workers" && $0 != "employees" }
    let known = ["male", "female", "full", "part", "time"]
    guard !words.isEmpty, words.allSatisfy({ known.contains(String($0)) }) else { return nil }
    return words.joined(separator: "_")
  }
}
