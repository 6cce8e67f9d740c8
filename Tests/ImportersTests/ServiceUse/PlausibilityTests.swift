import Evidence
import Places
import Testing

@testable import Importers

@Suite("Whether the figures of a file agree")
struct PlausibilityTests {
  private func figure(
    _ value: Double?, place: String = "E08000003", line: Int = 2, lower: Double? = nil,
    upper: Double? = nil, count: Double? = nil, denominator: Double? = nil
  ) -> Observation {
    Observation(
      place: place, period: .financialYear(2024), measure: "made.share", value: value, line: line,
      field: 1, lower: lower, upper: upper, count: count, denominator: denominator)
  }

  private func notes(_ figures: [Observation], _ plausibility: Plausibility) -> [String] {
    var extract = Extract()
    extract.observations = figures
    extract.measures = [Measure(id: "made.share", title: "Share", unit: .percent, kind: .ratio)]
    plausibility.check(&extract, register: ServiceFiles.register)
    return extract.notes.map(\.text)
  }

  @Test("a value outside its limits is noted and kept")
  func limits() {
    let found = notes(
      [figure(5, lower: 6, upper: 7), figure(5, line: 3, lower: 4, upper: 6)], .init())
    #expect(found.contains("check: 1 value lies outside its limits"))
  }

  @Test("a count above its denominator and a rate that does not follow are noted")
  func rates() {
    let plausibility = Plausibility(units: ["made.share": 100])
    let found = notes(
      [
        figure(150, count: 30, denominator: 20),
        figure(40, place: "E08000001", count: 30, denominator: 60),
      ],
      plausibility)
    #expect(found.contains("check: 1 count is above its denominator"))
    #expect(found.contains("check: 1 rate does not follow from its count and denominator"))
  }

  @Test("a rounded rate and a rounded count agree")
  func rounding() {
    // Publisher's rounding: a share to one decimal, counts to the nearest 5.
    let plausibility = Plausibility(units: ["made.share": 100], countRounding: 2.5)
    #expect(notes([figure(33.3, count: 35, denominator: 100)], plausibility).isEmpty)
  }

  @Test("a figure that stands twice is noted with the first line")
  func twice() {
    let found = notes([figure(1), figure(2, line: 9)], .init())
    #expect(found.first == "check: 1 figure stands twice")
    #expect(found.last?.hasSuffix("stands on line 2 as well") == true)
  }

  @Test("a national ratio outside its councils' range and a wrong national sum are noted")
  func national() {
    let councils = ServiceFiles.register.places.filter {
      $0.isCurrent && $0.tier == .single && $0.country == "E92000001"
    }.prefix(30)
    var figures = councils.map { figure(10, place: $0.code) }
    figures.append(figure(11, place: "E92000001", line: 1))
    #expect(
      notes(figures, .init()).contains(
        "check: 1 national figure lies outside the range of its councils"))
    let sums = Plausibility(nationalRounding: ["made.share": 10])
    figures[30].value = 305
    #expect(notes(figures, sums).isEmpty)
    figures[30].value = 400
    #expect(
      notes(figures, sums).contains(
        "check: 1 national figure differs from the sum of its councils"))
    figures[0].value = nil
    figures[0].status = .notAvailable
    #expect(notes(figures, sums).isEmpty)
  }
}
