import Evidence
import Testing

@Suite("Breaks in a series")
struct SeriesBreaksTests {
  private let breaks = SeriesBreaks([
    .init(measure: "outturn.phs.*", period: .financialYear(2016), reason: "first full year"),
    .init(measure: "outturn.phs.*", period: .financialYear(2013), reason: "moved to councils"),
    .init(measure: "outturn.phs.net", period: .financialYear(2015), reason: "half a year"),
    .init(measure: "outturn.csc.*", period: .financialYear(2014), reason: "Sure Start is in"),
  ])

  private func figure(_ measure: String, _ period: Period, _ status: Status = []) -> Observation {
    Observation(
      place: "E06000001", period: period, measure: measure, value: 1, status: status, line: 1,
      field: 1)
  }

  @Test("are found by name and by the start of a name, in order of period")
  func found() {
    #expect(
      breaks.breaks(of: "outturn.phs.net").map(\.reason)
        == ["moved to councils", "half a year", "first full year"])
    #expect(breaks.breaks(of: "outturn.phs.gross").map(\.period.year) == [2013, 2016])
    #expect(breaks.breaks(of: "outturn.phsx").isEmpty)
    #expect(breaks.breaks(of: "outturn.asc.net").isEmpty)
  }

  @Test("mark the first period under the new definition and no other")
  func marked() {
    var figures = [
      figure("outturn.phs.net", .financialYear(2013)),
      figure("outturn.phs.net", .financialYear(2014)),
      figure("outturn.phs.net", .financialYear(2015), .provisional),
      figure("outturn.csc.net", .financialYear(2014)),
      figure("outturn.csc.net", .calendarYear(2014)),
      figure("outturn.asc.net", .financialYear(2014)),
    ]
    breaks.mark(&figures)
    #expect(figures.map(\.status.text) == ["b", "", "pb", "b", "", ""])
    #expect(figures.allSatisfy { $0.value == 1 })
  }

  @Test("mark nothing where there are none")
  func none() {
    var figures = [figure("outturn.phs.net", .financialYear(2013))]
    SeriesBreaks([]).mark(&figures)
    #expect(figures == [figure("outturn.phs.net", .financialYear(2013))])
  }
}
