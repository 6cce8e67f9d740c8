import Evidence
import Testing

@testable import Reporter

@Suite("A period in words")
struct PeriodTextTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let iso: String
    let text: String
    let short: String
    let when: String
    var testDescription: String { iso }
  }

  static let samples = [
    Sample(
      iso: "2024-04-01/P1Y", text: "2024 to 2025", short: "2024-25", when: "in 2024 to 2025"),
    Sample(iso: "2024-01-01/P1Y", text: "2024", short: "2024", when: "in 2024"),
    Sample(
      iso: "2023-09-01/P1Y", text: "academic year 2023 to 2024", short: "academic year 2023-24",
      when: "in the academic year 2023 to 2024"),
    Sample(
      iso: "2023-08-01/P1Y", text: "academic year 2023 to 2024", short: "academic year 2023-24",
      when: "in the academic year 2023 to 2024"),
    Sample(
      iso: "2023-10-01/P1Y", text: "year to September 2024", short: "year to September 2024",
      when: "in the year to September 2024"),
    Sample(
      iso: "2023-11-16/P1Y", text: "year to 15 November 2024", short: "year to 15 November 2024",
      when: "in the year to 15 November 2024"),
    Sample(
      iso: "2024-06-30/P0D", text: "30 June 2024", short: "30 June 2024", when: "on 30 June 2024"),
    Sample(
      iso: "2025-01-01/P3M", text: "January to March 2025", short: "January to March 2025",
      when: "from January to March 2025"),
    Sample(
      iso: "2024-12-01/P3M", text: "December 2024 to February 2025",
      short: "December 2024 to February 2025", when: "from December 2024 to February 2025"),
    Sample(
      iso: "2025-10-01/P1M", text: "October 2025", short: "October 2025", when: "in October 2025"),
    Sample(
      iso: "2021-01-01/P3Y", text: "2021 to 2023", short: "2021 to 2023", when: "in 2021 to 2023"),
    Sample(
      iso: "2019-04-01/P3Y", text: "April 2019 to March 2022", short: "April 2019 to March 2022",
      when: "from April 2019 to March 2022"),
  ]

  @Test("is written as GOV.UK writes it", arguments: samples)
  func words(sample: Sample) throws {
    let text = PeriodText(try #require(Period(iso: sample.iso)))
    #expect(text.text == sample.text)
    #expect(text.short == sample.short)
    #expect(text.when == sample.when)
  }
}
