import Disclosure
import Evidence
import Places
import Testing

@testable import Indicators

@Suite("Protection of figures")
struct FigureProtectionTests {
  private static let year = Period.financialYear(2024)

  private static let measures = [
    Measure(id: "all", title: "All", unit: .persons, kind: .flow),
    Measure(id: "boys", title: "Boys", unit: .persons, kind: .flow),
    Measure(id: "girls", title: "Girls", unit: .persons, kind: .flow),
    Measure(id: "share", title: "Share", unit: .percent, kind: .ratio),
    Measure(id: "paid", title: "Paid", unit: .pence, kind: .flow),
  ]

  private func figure(
    _ measure: String, _ place: String, _ value: Double, _ period: Period = year,
    count: Double? = nil, of denominator: Double? = nil
  ) -> Observation {
    Observation(
      place: place, period: period, measure: measure, value: value, line: 1, field: 1,
      count: count, denominator: denominator)
  }

  private func protect(
    _ files: [[Observation]], _ rule: ProtectionRule = ProtectionRule()
  ) throws -> FigureProtection {
    try FigureProtection(
      files, measures: Self.measures, register: InventedLand.register, rule: rule)
  }

  /// What is left when figures are hidden, by measure, place and period.
  private func shown(_ files: [[Observation]], _ protection: FigureProtection) -> [Observation] {
    files.flatMap { file in
      var file = file
      protection.apply(to: &file)
      return file.filter { $0.value != nil }
    }
  }

  /// Hiding the small ones alone must not do, hiding what was chosen must.
  private func expectNeeded(_ protection: FigureProtection, in files: [[Observation]]) throws {
    #expect(!protection.beside.isEmpty)
    let all = Set(files.joined().map { LineageKey($0) })
    let (small, beside) = (protection.small, protection.beside)
    #expect(try !protection.violations(showing: all.subtracting(small)).isEmpty)
    #expect(try protection.violations(showing: all.subtracting(small).subtracting(beside)).isEmpty)
    let told = try protection.violations(showing: all.subtracting(beside))
    #expect(told.contains { $0.contains("is shown") })
  }

  @Test("a district is not told by its county, nor a county's part by the successor's sum")
  func places() throws {
    let county = [
      figure("all", InventedLand.keepshire, 43), figure("all", InventedLand.keepWest, 2),
      figure("all", InventedLand.keepEast, 41),
    ]
    let protection = try protect([county])
    try expectNeeded(protection, in: [county])
    #expect(protection.small.map(\.place) == [InventedLand.keepWest])
    #expect(protection.beside.map(\.place) == [InventedLand.keepEast])

    // The same year published on both grounds: one council and those it took over from.
    let before = Period.financialYear(2018)
    let grounds = [
      figure("all", InventedLand.mere, 70, before), figure("all", InventedLand.westmere, 3, before),
      figure("all", InventedLand.eastmere, 30, before),
      figure("all", InventedLand.mereshire, 37, before),
    ]
    try expectNeeded(try protect([grounds]), in: [grounds])
  }

  @Test("a month is not told by the year, nor by the year to date")
  func periods() throws {
    func quarter(_ number: Int) -> Period {
      Period(
        start: Day(year: number < 3 ? 2024 : 2025, firstOfMonth: (number * 3 + 3) % 12 + 1),
        months: 3)
    }
    let counts = [12.0, 4, 9, 20]
    var figures = counts.enumerated().map {
      figure("all", InventedLand.northam, $1, quarter($0))
    }
    figures.append(figure("all", InventedLand.northam, 45))
    try expectNeeded(try protect([figures]), in: [figures])

    let toDate = [
      figure("all", InventedLand.millbridge, 12, quarter(0)),
      figure("all", InventedLand.millbridge, 4, quarter(1)),
      figure(
        "all", InventedLand.millbridge, 16, Period(start: quarter(0).start, months: 6)),
    ]
    try expectNeeded(try protect([toDate]), in: [toDate])
  }

  @Test("a measure is not told by the one it is a part of, in another file either")
  func sums() throws {
    let rule = ProtectionRule(sums: [.init(total: "all", parts: ["boys", "girls"])])
    let files = [
      [figure("all", InventedLand.northam, 30), figure("all", InventedLand.millbridge, 50)],
      [
        figure("boys", InventedLand.northam, 28), figure("girls", InventedLand.northam, 2),
        figure("boys", InventedLand.millbridge, 20), figure("girls", InventedLand.millbridge, 30),
      ],
    ]
    let protection = try protect(files, rule)
    try expectNeeded(protection, in: files)
    #expect(protection.small.map(\.place) == [InventedLand.northam])
    #expect(!shown(files, protection).contains { $0.measure == "girls" && $0.value == 2 })
    // Nobody said that boys and girls add up: nothing but the small count is hidden.
    #expect(try protect(files).beside.isEmpty)
  }

  @Test("the same count in two releases is hidden in both")
  func releases() throws {
    let files = [
      [figure("all", InventedLand.northam, 4)], [figure("all", InventedLand.northam, 6)],
    ]
    let protection = try protect(files)
    #expect(shown(files, protection).isEmpty)
  }

  @Test(
    "a rate goes with its count, its people and the rest of them, or with what may stand behind")
  func rates() throws {
    let cases: [(Observation, Bool)] = [
      (figure("share", InventedLand.northam, 1.5, count: 3, of: 200), true),
      (figure("share", InventedLand.northam, 20, count: 40, of: 200), false),
      // 198 of 200: two are not.
      (figure("share", InventedLand.northam, 99, count: 198, of: 200), true),
      (figure("share", InventedLand.northam, 50, count: 50, of: 4), true),
      // 0.8% of 250 can only be 2.
      (figure("share", InventedLand.northam, 0.8, of: 250), true),
      (figure("share", InventedLand.northam, 99.2, of: 250), true),
      (figure("share", InventedLand.northam, 40, of: 250), false),
    ]
    for (figure, isHidden) in cases {
      let protection = try protect([[figure]])
      #expect(
        protection.small.isEmpty != isHidden, "\(figure.value ?? 0) of \(figure.denominator ?? 0)")
      #expect(shown([[figure]], protection).isEmpty == isHidden)
    }
    #expect(try protect([[figure("share", InventedLand.northam, 40)]]).unjudged == 1)
  }

  @Test("money of few contributors is hidden, and not told by the county's sum")
  func money() throws {
    let figures = [
      figure("paid", InventedLand.keepshire, 90_000, count: 12),
      figure("paid", InventedLand.keepWest, 20_000, count: 2),
      figure("paid", InventedLand.keepEast, 70_000, count: 11),
    ]
    let protection = try protect([figures])
    try expectNeeded(protection, in: [figures])
    #expect(protection.small.map(\.place) == [InventedLand.keepWest])
  }

  @Test("rounding makes rates from rounded counts and drops intervals made from true ones")
  func rounding() throws {
    var rate = figure("share", InventedLand.northam, 21, count: 42, of: 200)
    rate.lower = 16
    let protection = try protect([[rate]], ProtectionRule(rounding: RoundingPolicy()))
    let shown = try #require(shown([[rate]], protection).first)
    #expect(shown.count == 40)
    #expect(shown.value == 20)
    #expect(shown.lower == nil)
    // NHS England, sub-national hospital counts: 1 to 7 are hidden.
    let small = figure("all", InventedLand.northam, 7)
    let other = try protect([[small]], ProtectionRule(rounding: RoundingPolicy()))
    #expect(self.shown([[small]], other).isEmpty)
  }

  @Test("rounding that narrows a hidden count is refused, and what is shown is held against it")
  func toldByRounding() throws {
    let rule = ProtectionRule(rounding: RoundingPolicy())
    func county(_ all: Double, _ west: Double, _ east: Double) -> [Observation] {
      [
        figure("all", InventedLand.keepshire, all), figure("all", InventedLand.keepWest, west),
        figure("all", InventedLand.keepEast, east),
      ]
    }
    // Shown as 105 = * + 100: 103 to 107 less 98 to 102 leaves 1 to 7, which the mark says anyway.
    let wide = county(103, 2, 101)
    let protection = try protect([wide], rule)
    #expect(protection.small.map(\.place) == [InventedLand.keepWest])
    let all = Set(wide.map { LineageKey($0) })
    #expect(try protection.violations(showing: all.subtracting(protection.small)).isEmpty)
    #expect(try protection.violations(showing: all).first?.contains("is shown") == true)
    // Shown as 10 = * + 10: 8 to 12 less 8 to 12 leaves 1 to 4.
    let name = "all \(InventedLand.keepWest) 2024-04-01/P1Y"
    #expect(throws: DisclosureError.cannotProtect(cells: [name])) {
      try protect([county(10, 2, 8)], rule)
    }
  }
}
