import Evidence
import Indicators
import Places
import TestSupport

@testable import Reporter

/// A land of four councils that do not exist, to report on.
struct InventedStory {
  static let england = "E92000001"
  static let northam = "E06000901"
  static let millbridge = "E08000901"
  static let keepshire = "E10000901"
  static let westKeep = "E07000901"
  static let area = "E47000901"

  static let register: Register = {
    func place(
      _ code: String, _ name: String, _ kind: PlaceKind, _ tier: PlaceTier
    ) -> Place {
      Place(code: code, name: name, kind: kind, tier: tier, country: england)
    }
    var rows = RegisterRows()
    rows.places = [
      place(england, "England", .country, .country), place(northam, "Northam", .unitary, .single),
      place(millbridge, "Mill|bridge *old*", .metropolitanDistrict, .single),
      place(keepshire, "Keepshire", .county, .upper),
      place(westKeep, "West Keep", .district, .lower),
      place(area, "Tees Valley", .combinedAuthority, .combined),
    ]
    rows.memberships = [northam, millbridge].map { Membership(place: $0, group: area) }
    return Register(rows)
  }()

  private(set) var table = IndicatorTable()
  private var indicators: [Indicator] = []
  var breaks = SeriesBreaks([])

  /// Adds an indicator with its series by place.
  mutating func add(
    _ id: String, unit: String, decimals: Int = 2, title: String = "",
    _ series: [(place: String, values: [IndicatorValue])]
  ) throws {
    indicators.append(
      try Indicator(
        id: id, title: title.isEmpty ? id : title, definition: "", formula: "m", unit: unit,
        decimals: decimals, polarity: .neutral, tier: "all", service: "", comparability: "upper",
        outcome: "", theme: "", caveats: "", source: "an invented return"))
    for (place, values) in series {
      table.append(
        values.map { value in
          var value = value
          value.place = place
          value.indicator = id
          return value
        })
    }
  }

  /// Adds a measure of an outcome: its theme and polarity with the series by place.
  mutating func addOutcome(
    _ id: String, unit: String = "%", title: String, outcome: String = "health",
    theme: String = "Health", polarity: Measure.Polarity = .low,
    _ series: [(place: String, values: [IndicatorValue])]
  ) throws {
    try add(id, unit: unit, decimals: 1, title: title, series)
    indicators[indicators.count - 1].outcome = outcome
    indicators[indicators.count - 1].theme = theme
    indicators[indicators.count - 1].frameworkArea = "an area"
    indicators[indicators.count - 1].polarity = polarity
  }

  /// What did not agree in the files.
  var checks: [String] = []

  /// The outcomes of the catalogue.
  var outcomes = [
    Outcome(id: "work", title: "People into work"), Outcome(id: "health", title: "Better health"),
  ]

  var context: ReportContext {
    ReportContext(
      catalogue: Catalogue(indicators: indicators, breaks: breaks, outcomes: outcomes),
      register: Self.register,
      table: table, sources: [], version: "9.9.9", checks: checks)
  }

  /// The text of a place's report.
  func report(_ code: String) throws -> String {
    guard let place = Self.register[code],
      let file = PlaceReport(context, place).files().first(where: { $0.path == "report.md" })
    else { return "" }
    return RowNotes.removed(from: String(decoding: file.bytes, as: UTF8.self))
  }
}

extension IndicatorValue {
  /// A value with its limits, how it compares and where it heads.
  static func judged(
    _ period: Period, _ value: Double, _ limits: ClosedRange<Double>? = nil,
    compared: String = "", trend: String = ""
  ) -> IndicatorValue {
    var made = IndicatorValue(
      place: "", period: period, indicator: "", value: value, lower: limits?.lowerBound,
      upper: limits?.upperBound)
    made.compared = compared
    made.trend = trend
    return made
  }

  /// A value of a financial year, of whatever place and indicator.
  static func of(
    _ year: Int, _ value: Double?, _ status: Status = [], lower: Double? = nil,
    coverage: Double? = nil
  ) -> IndicatorValue {
    IndicatorValue(
      place: "", period: .financialYear(year), indicator: "", value: value, lower: lower,
      status: status, coverage: coverage)
  }
}
