import Evidence
import Places
import Testing

@testable import Indicators

/// The indicators of service use, computed from the shipped data sets.
@Suite("Service use, as shipped")
struct ServiceUseTests {
  private static let england = "E92000001"
  private static let manchester = "E08000003"
  private static let greaterManchester = "E47000001"
  /// The rows of data-service-use.md section 5 that the shipped files give, by our id.
  private static let proposed: [(row: Int, id: String, hasEngland: Bool)] = [
    (1, "claimants", true), (2, "employment", true), (3, "unemployment", true), (4, "neet", true),
    (5, "care_leavers_eet", true), (6, "apprenticeships", true),
    (7, "destinations_not_sustained", true), (8, "health_checks_offered", true),
    (10, "smoking", true), (11, "preventable_cvd", true), (12, "healthy_life_female", true),
    (13, "early_cancer", true), (14, "anxiety", true), (15, "social_contact_users", true),
    (16, "reablement", true), (17, "care_homes_older", true), (18, "reablement_offered", true),
    (20, "child_injuries", true), (21, "persistent_absence", true),
    (22, "communication_language", true), (23, "children_in_need", true),
    (24, "re_referrals", true),
    (25, "looked_after_rate", true), (26, "child_poverty_under_16", true), (27, "violence", true),
    (28, "criminal_damage", true), (30, "domestic_abuse_factor", true), (31, "cla_convicted", true),
    (33, "prevention_duty_share", true), (34, "prevention_secured", true),
    (35, "temporary_accommodation", true),
    // Arts Council England and the local authority tool give no sound figure of England.
    (19, "library_visits", false), (29, "youth_justice_entrants", false),
  ]
  private static let table = Result {
    try ShippedFigures.table(
      ShippedCatalogue.catalogue.indicators.filter { !$0.frameworkArea.isEmpty }.map(\.id))
  }

  @Test("has the proposed indicators, with a figure for Manchester and for England")
  func proposed() throws {
    let table = try Self.table.get()
    #expect(Set(Self.proposed.map(\.row)).count >= 28)
    for (row, id, hasEngland) in Self.proposed {
      #expect(table.latest(id, Self.manchester) != nil, "\(row): \(id)")
      #expect((table.latest(id, Self.england) != nil) == hasEngland, "\(row): \(id)")
    }
  }

  @Test("says of every indicator what it is, where it is from and what it speaks to")
  func described() {
    let outcomes = Set(ShippedTable("catalogue/outcomes.csv").records.map { $0[0] })
    for indicator in ShippedCatalogue.catalogue.indicators where !indicator.frameworkArea.isEmpty {
      #expect(!indicator.definition.isEmpty && !indicator.source.isEmpty, "\(indicator.id)")
      #expect(outcomes.contains(indicator.outcome), "\(indicator.id)")
      if indicator.method == .wilson || indicator.method == .byar {
        let isSaid = !indicator.numerator.isEmpty && !indicator.denominator.isEmpty
        #expect(isSaid, "\(indicator.id)")
      }
    }
    let context = ["prevention_duty_share", "children_in_need", "looked_after_rate"]
    for id in context {
      #expect(ShippedCatalogue.catalogue.indicator(id)?.polarity == .neutral, "\(id)")
    }
  }

  @Test("has limits that contain the value, and counts that do not exceed what they are of")
  func limits() throws {
    let indicators = ShippedCatalogue.catalogue.indicators
    let rules = Dictionary(
      indicators.map { ($0.id, $0.method) }, uniquingKeysWith: { first, _ in first })
    var withLimits: Set<String> = []
    for value in try Self.table.get().everySeries.joined() {
      guard let number = value.value, let lower = value.lower, let upper = value.upper else {
        continue
      }
      let slack = max(1e-6, abs(number) * 1e-6)
      #expect(lower - slack <= number && number <= upper + slack, "\(value)")
      withLimits.insert(value.indicator)
      if rules[value.indicator] == .wilson, let count = value.count, let all = value.denominator {
        #expect(count <= all, "\(value)")
      }
    }
    for indicator in indicators where indicator.method != .none {
      #expect(withLimits.contains(indicator.id), "\(indicator.id)")
    }
  }

  @Test("gives a group the sum of counts over the sum of denominators, never a mean of rates")
  func groups() throws {
    let table = try Self.table.get()
    let councils = ShippedCatalogue.register.members(of: Self.greaterManchester).map(\.code)
    for id in ["care_homes_older", "violence", "children_in_need", "neet", "health_checks_offered"]
    {
      let group = try #require(table.latest(id, Self.greaterManchester), "\(id)")
      let parts = try councils.map { try #require(table.value(id, $0, group.period)) }
      let count = parts.compactMap(\.count).reduce(0, +)
      let all = parts.compactMap(\.denominator).reduce(0, +)
      #expect(parts.count == 10 && group.coverage == 1)
      #expect(abs((group.count ?? 0) - count) < 1e-6 * count, "\(id)")
      #expect(abs((group.denominator ?? 0) - all) < 1e-6 * all, "\(id)")
      let mean = parts.compactMap(\.value).reduce(0, +) / 10
      #expect(abs((group.value ?? 0) - mean) > 1e-3, "\(id)")
    }
  }

  @Test("gives a group no rate where only rates are published and none is for the group")
  func withoutCounts() throws {
    let table = try Self.table.get()
    for id in ["persistent_absence", "social_contact_users", "anxiety", "preventable_cvd"] {
      #expect(table.latest(id, Self.greaterManchester) == nil, "\(id)")
      let said = table.series(id, Self.greaterManchester)
      #expect(!said.isEmpty && said.allSatisfy { $0.status.contains(.notAvailable) }, "\(id)")
    }
    // Published for the area itself.
    #expect(table.latest("employment", Self.greaterManchester)?.coverage == nil)
  }

  @Test("counts each council once, whatever codes and copies a file has of it")
  func once() throws {
    let table = try Self.table.get()
    for id in ["children_in_need", "child_injuries", "employment", "temporary_accommodation"] {
      // Barnsley and Sheffield changed their codes in 2025.
      for old in ["E08000016", "E08000019"] { #expect(table.series(id, old).isEmpty) }
      for place in ["E08000038", "E08000039"] {
        let periods = table.series(id, place).map(\.period)
        #expect(periods.count > 3 && Set(periods).count == periods.count, "\(id) \(place)")
      }
    }
    // South Yorkshire is its four councils; the shared codes add nothing.
    let yorkshire = try #require(table.latest("children_in_need", "E47000002"))
    let parts = ShippedCatalogue.register.members(of: "E47000002").compactMap {
      table.value("children_in_need", $0.code, yorkshire.period)?.count
    }
    #expect(parts.count == 4 && yorkshire.count == parts.reduce(0, +))
    // Hackney's figure holds the City of London's: London is the published row, not a sum.
    let hackney = try #require(table.latest("child_injuries", "E09000012"))
    #expect(hackney.status.contains(.estimated))
    #expect(table.latest("child_injuries", "E12000007")?.coverage == nil)
  }

  @Test("says of a county's housing and of its crime partnerships that they are not its own")
  func counties() throws {
    let table = try Self.table.get()
    for id in ["temporary_accommodation", "violence", "prevention_secured"] {
      let series = table.series(id, "E10000017")
      #expect(series.count == 1 && series[0].status == .notApplicable, "\(id)")
    }
  }

  @Test("compares with England by the interval and marks trends on windows that do not overlap")
  func judged() throws {
    let table = try Self.table.get()
    let words = Set(try Self.table.get().everySeries.joined().map(\.compared))
    #expect(words == ["", "better", "similar", "worse", "higher", "lower"])
    // More is neither good nor bad of children in need.
    #expect(table.latest("children_in_need", Self.manchester)?.compared == "higher")
    #expect(table.latest("temporary_accommodation", Self.manchester)?.compared == "worse")
    #expect(table.latest("violence", Self.manchester)?.trend == "")
    let reason = table.latest("violence", Self.manchester)?.note ?? ""
    #expect(reason.contains("one year only"))
    // Three years pooled from 2001 to 2024: five windows end to end.
    #expect(table.latest("preventable_cvd", Self.manchester)?.trend == "better")
    #expect(table.latest("prevention_duty_share", Self.manchester)?.compared == "lower")
  }
}
