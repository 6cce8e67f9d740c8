import Evidence
import Places
import Testing

@Suite("A period")
struct PeriodTests {
  @Test(
    "is read from ISO 8601 and written the same",
    arguments: [
      ("2024-04-01/P1Y", 12, "2024-25", "2024 to 2025"),
      ("2024-01-01/P1Y", 12, "2024", "2024"),
      ("2024-06-30/P0D", 0, "mid-2024", "mid-2024"),
      ("2024-01-01/P3M", 3, "2024-01-01/P3M", "2024-01-01/P3M"),
      ("2021-04-01/P3Y", 36, "2021-04-01/P3Y", "2021-04-01/P3Y"),
      ("2025-03-31/P0D", 0, "2025-03-31/P0D", "2025-03-31/P0D"),
      ("1999-04-01/P1Y", 12, "1999-00", "1999 to 2000"),
      ("2008-04-01/P1Y", 12, "2008-09", "2008 to 2009"),
      ("2024-04-02/P1Y", 12, "2024-04-02/P1Y", "2024-04-02/P1Y"),
    ])
  func iso(text: String, months: Int, label: String, phrase: String) throws {
    let period = try #require(Period(iso: text))
    #expect(period.iso == text)
    #expect(period.months == months)
    #expect(period.label == label)
    #expect(period.phrase == phrase)
  }

  @Test("of twelve months is the same period as one of a year")
  func months() {
    #expect(Period(iso: "2024-04-01/P12M") == .financialYear(2024))
    #expect(Period(iso: "2024-04-01/P12M")?.iso == "2024-04-01/P1Y")
    #expect(Period(iso: "2024-01-01/P18M")?.iso == "2024-01-01/P18M")
  }

  @Test(
    "is refused where the text is not one",
    arguments: [
      "2024-01-24/P182290452Y", "2024-01-24/P101Y", "2024-01-24/P1201M", "", "/", "2024",
      "2024-04-01", "2024-04-01/", "2024-04-01/P", "2024-04-01/P1", "P1Y",
      "2024-04-01/1Y", "2024-04-01/PY", "2024-04-01/P-1Y", "2024-04-01/P1D", "2024-04-01/P1W",
      "2024-13-01/P1Y", "2023-02-29/P1Y", "2024-4-1/P1Y", "2024-04-01/P1Y/P1Y",
      " 2024-04-01/P1Y", "2024-04-01/P1Y ", "2024-04-01/P1.5Y", "2024-04-01/P9999999999Y",
    ])
  func refused(text: String) {
    #expect(Period(iso: text) == nil)
  }

  @Test(
    "of a financial year is read as publishers write it",
    arguments: [
      ("2024-25", 2024), ("2024/25", 2024), ("2024-2025", 2024), ("2024/2025", 2024),
      ("202425", 2024), ("20242025", 2024), ("1999-00", 1999), ("1999-2000", 1999),
      ("2009-10", 2009), (" 2024-25 ", 2024), ("2024 - 25", 2024),
    ])
  func financialYear(text: String, first: Int) {
    #expect(Period(financialYear: text) == .financialYear(first))
  }

  @Test(
    "is not a financial year where the second half is not the year after the first",
    arguments: [
      // 2024-04 is April and 202503 is a month of another publisher: neither is a year.
      "2024-04", "2024-01", "2024-12", "202503", "2024-24", "2024-26", "2024-2026", "2024-2024",
      "2024", "24-25", "2024-", "2024-5", "2024-025", "-2025", "2024to25", "2024-25p",
      "1899-00", "2101-02", "abcd-ef", "", "２０２４-25",
    ])
  func notAFinancialYear(text: String) {
    #expect(Period(financialYear: text) == nil)
  }

  @Test(
    "is found in a title",
    arguments: [
      // The wording of the sheets' own titles, `research/data-council-spending.md` section 2.
      ("Revenue Outturn Summary (RS): 2010-11 data by local authority", 2010),
      ("Revenue outturn service expenditure summary (RSX) 2024-25, England", 2024),
      ("2014-15", 2014), ("Figures for 2015/16", 2015), ("(2017-18)", 2017),
      ("Published 2024-04-30 for 2022-23", 2022), ("12010-11 then 2011-12", 2011),
      ("2010-111 then 2012-13", 2012), ("£ thousand, 2023-24 and 2024-25", 2023),
    ])
  func titled(title: String, first: Int) {
    #expect(Period(financialYearIn: title) == .financialYear(first))
  }

  @Test(
    "is not found in a title that names none",
    arguments: [
      "", "2024", "Last updated: 2024-04-30", "Table 2024-99", "20101112", "RO3 2024", "2010-1",
    ])
  func untitled(title: String) {
    #expect(Period(financialYearIn: title) == nil)
  }

  @Test("orders by its start, then by its length")
  func order() {
    let sorted = [
      Period.midYear(2023), .calendarYear(2024), .financialYear(2023), .financialYear(2024),
      .midYear(2024),
    ].sorted()
    #expect(
      sorted.map(\.label) == ["2023-24", "mid-2023", "2024", "2024-25", "mid-2024"])
    #expect(Period.midYear(2024) < Period(start: Period.midYear(2024).start, months: 1))
  }

  @Test("shifts by years, and not onto a day that is not there")
  func shifted() throws {
    #expect(Period.financialYear(2024).shifted(years: -10) == .financialYear(2014))
    #expect(Period.midYear(2012).shifted(years: 12) == .midYear(2024))
    let leap = try #require(Day(year: 2024, month: 2, day: 29))
    #expect(Period(start: leap, months: 0).shifted(years: 1) == nil)
    #expect(Period(start: leap, months: 0).shifted(years: 4)?.iso == "2028-02-29/P0D")
    #expect(Period.financialYear(2024).shifted(years: 9000) == nil)
  }

  @Test("takes a negative length for a point in time")
  func negative() {
    #expect(Period(start: Period.midYear(2024).start, months: -3) == .midYear(2024))
  }

  @Test("counts months on into other years")
  func firstOfMonth() {
    #expect(Day(year: 2024, firstOfMonth: 13).iso == "2025-01-01")
    #expect(Day(year: 2024, firstOfMonth: 0).iso == "2023-12-01")
    #expect(Day(year: 2024, firstOfMonth: 12).iso == "2024-12-01")
    #expect(Day(year: -5, firstOfMonth: 1) == .earliest)
  }
}
