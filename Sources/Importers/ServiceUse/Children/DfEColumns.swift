import Evidence
import Tabular

/// Which columns of a DfE file are categories and which hold figures.
struct DfEColumns {
  /// A column of figures.
  struct Figure {
    let index: Int
    /// The column's name as a word of a measure's id.
    let slug: String
    let unit: Unit
    let kind: Measure.Kind
    let polarity: Measure.Polarity
    /// Where the numerator of a ratio stands, or nil.
    var count: Int?
    /// Where the denominator of a ratio stands, or nil.
    var denominator: Int?
    /// What the ratio is per.
    let units: Double
  }

  let categories: [Int]
  let figures: [Figure]

  /// Tells the columns apart by what stands in them: numbers and markers, or words.
  init(_ sheet: Table) {
    let header = sheet.rows[0].fields.map(Columns.key)
    var categories: [Int] = []
    var figures: [Figure] = []
    for index in header.indices where !DfEOpenDataLayout.keys.contains(header[index]) {
      guard !header[index].isEmpty else { continue }
      if Self.holdsFigures(sheet, index) {
        figures.append(Self.figure(index, header[index], in: header))
      } else {
        categories.append(index)
      }
    }
    self.categories = categories
    self.figures = figures
  }

  /// More than half of a column's cells must be numbers or markers.
  private static func holdsFigures(_ sheet: Table, _ index: Int) -> Bool {
    var figures = 0
    var words = 0
    for row in sheet.rows.dropFirst().prefix(2000) where !row[index].isEmpty {
      if CellText.number(row[index]) != nil || DfEMarker.status(row[index]) != nil {
        figures += 1
      } else {
        words += 1
      }
    }
    return figures > words
  }

  private static func figure(_ index: Int, _ name: String, in header: [String]) -> Figure {
    func has(_ part: String) -> Bool { name.contains(part) }
    let isRate = has("rate_per") || has("rate per")
    let isShare = has("percent") || name.hasPrefix("pt_")
    let isScore =
      has("change") || has("average_score") || has("avg_att8") || has("quintile")
      || name == "level_3" || name == "l2_em_gcse_othl2"
    let isPeople = has("population") || has("cohort") || has("child")
    var found = Figure(
      index: index, slug: Slug.of(name),
      unit: isShare ? .percent : isRate || isScore ? .rate : isPeople ? .persons : .count,
      kind: isRate || isShare || isScore ? .ratio : .stock, polarity: polarity(name), count: nil,
      denominator: nil, units: isRate ? 10_000 : 100)
    if isRate {
      found.count = header.firstIndex { $0.hasSuffix("_count") }
      found.denominator = header.firstIndex(of: "population_estimate")
    } else if isShare, name.hasSuffix("_percent") {
      let stem = name.dropLast(8)
      found.count = header.firstIndex(of: stem + "_count")
      found.denominator = denominators[name].flatMap { header.firstIndex(of: $0) }
    }
    return found
  }

  /// What shares of referrals are shares of.
  private static let denominators = [
    "rereferral_percent": "referral_count", "no_further_action_percent": "referral_count",
    "not_in_need_percent": "referral_count", "rereferral_child_percent": "referral_child_count",
  ]

  private static func polarity(_ name: String) -> Measure.Polarity {
    switch name {
    case "neet_not_known_percent", "neet_percent", "notknown_percent", "rereferral_percent",
      "rereferral_child_percent", "vg_neet_nk_percentage", "sess_overall_percent":
      .low
    case "total_participating_in_education_and_training_percent",
      "september_guarantee_offer_made_percent":
      .high
    default: .neutral
    }
  }
}

/// Markers as the Department for Education prints them in open data.
enum DfEMarker {
  /// What a marker means; nil where a text is none.
  ///
  /// `x` is not available here; in tables before 2018 it hid small numbers.
  static func status(_ text: String) -> Status? {
    switch text {
    case "c": .confidential
    case "x", ":", "~": .notAvailable
    case "z", ".": .notApplicable
    case "k", "low": .roundsToZero
    case "u": [.notAvailable, .unreliable]
    default: nil
    }
  }
}
