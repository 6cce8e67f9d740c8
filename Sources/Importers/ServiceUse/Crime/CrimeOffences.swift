import Evidence

/// What offences are called in ids: tables of forces and of partnerships word some differently.
enum CrimeOffences {
  private static let renamed = [
    "total_recorded_crime_excluding_fraud": "total",
    "death_or_serious_injury_unlawful_driving":
      "death_or_serious_injury_caused_by_illegal_driving",
    "other_theft_offences": "all_other_theft_offences",
    "miscellaneous_crimes": "miscellaneous_crimes_against_society",
    "residential_burglary_per_1_000_population": "residential_burglary",
    "residential_burglary_per_1_000_household": "residential_burglary.households",
    "residential_burglary_households": "residential_burglary.households",
  ]

  /// The measure of a column by its heading.
  static func measure(_ heading: String, _ kind: CrimeTable.Kind) -> Measure {
    let title = heading.split { $0.isWhitespace }.joined(separator: " ")
    let clean = withoutMarks(title)
    if kind == .knife { return knife(clean) }
    let key = Slug.of(clean)
    let slug = renamed[key] ?? key
    switch kind {
    case .rate:
      let base = slug.hasSuffix(".households") ? "households" : "residents"
      return Measure(
        id: "crime.\(slug).rate", title: "\(clean): offences per 1,000 \(base)", unit: .rate,
        kind: .ratio, polarity: .low)
    case .change:
      return Measure(
        id: "crime.\(slug).change", title: "\(clean): change on the year before", unit: .percent,
        kind: .ratio)
    default:
      return Measure(
        id: "crime.\(slug)", title: "\(clean): offences", unit: .count, kind: .flow,
        polarity: .low, service: "csp")
    }
  }

  /// `Robbery offences involving a knife` and `Robbery offences % involving a knife`.
  private static func knife(_ title: String) -> Measure {
    let isShare = title.contains("%")
    let words = CellText.key(title).split(separator: " ")
    var slug = words.filter { !["involving", "a", "knife", "offences"].contains($0) }
      .joined(separator: "_")
    if slug == "total_of_selected_serious" { slug = "total" }
    return Measure(
      id: "crime.knife.\(slug)" + (isShare ? ".percent" : ""), title: title,
      unit: isShare ? .percent : .count, kind: isShare ? .ratio : .flow, polarity: .low)
  }

  /// A heading without `[note 2]`.
  private static func withoutMarks(_ text: String) -> String {
    var rest = text[...]
    while let open = rest.firstRange(of: "["), let close = rest.firstRange(of: "]"),
      open.lowerBound < close.lowerBound
    {
      rest = rest[..<open.lowerBound] + rest[close.upperBound...]
    }
    return CellText.trimmed(String(rest))
  }
}
