import Testing

@testable import Reporter

@Suite("A rounded number")
struct RoundedTests {
  @Test(
    "writes money by its size",
    arguments: [
      (48_800, "£488"), (1_230_000, "£12,300"), (123_456, "£1,235"), (85, "£0.85"), (0, "£0.00"),
      (456, "£4.56"), (1000, "£10"), (340_000_000, "£3.4 million"), (-48_800, "−£488"),
      (333_150_000_000, "£3.3 billion"), (120_000_000_000, "£1.2 billion"),
      // Where the form changes, the rounded figure already has the next form.
      (99_994_999, "£999,900"), (99_995_000, "£1.0 million"), (999_949, "£9,999"),
      (999_950, "£10,000"), (99_994_999_999, "£999.9 million"), (99_995_000_000, "£1.0 billion"),
      (1_000_000_000_000_000_00, "£1,000,000.0 billion"),
    ])
  func money(pence: Int, text: String) {
    #expect(Rounded.money(pence: pence)?.text == text)
  }

  @Test(
    "rounds halves away from nought on the decimal digits, not on the binary ones",
    arguments: [
      (0.25, 1, "0.3"), (2.5, 0, "3"), (-2.5, 0, "−3"), (2.675, 2, "2.68"), (1.005, 2, "1.01"),
      (16.449999999999996, 1, "16.5"), (16.4499, 1, "16.4"), (0.1 + 0.2, 2, "0.30"),
      (-0.04, 1, "0.0"), (-0.0, 0, "0"), (1e-300, 3, "0.000"), (1234567.891, 1, "1,234,567.9"),
      (1e15, 0, "1,000,000,000,000,000"), (1e18, 0, "1,000,000,000,000,000,000"),
      (5e-7, 6, "0.000001"), (999.95, 1, "1,000.0"),
    ])
  func halves(value: Double, decimals: Int, text: String) {
    #expect(Rounded(value, to: .decimals(decimals))?.text == text)
  }

  @Test("is not made of what is no number", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func noNumber(value: Double) {
    #expect(Rounded(value, to: .whole) == nil)
    #expect(Rounded.money(pounds: value) == nil)
  }

  @Test("writes each unit in its own words")
  func units() {
    #expect(Rounded.count(589_670)?.text == "589,670")
    #expect(Rounded.count(589_674, to: .tens)?.text == "589,670")
    #expect(Rounded.count(58_620_101, to: .millions())?.text == "58.6 million")
    #expect(Rounded.percent(16.44)?.text == "16.4%")
    #expect(Rounded.percent(1, of: 3)?.text == "33.3%")
    #expect(Rounded.percent(1, of: 0) == nil)
    #expect(Rounded.points(2.4)?.signedText == "+2.4 percentage points")
    #expect(Rounded.points(-1, decimals: 0)?.signedText == "−1 percentage point")
    #expect(Rounded.points(1)?.text == "1.0 percentage points")
    #expect(Rounded.pence(65).text == "65p")
    #expect(Rounded.rate(12.34, per: 10_000)?.text == "12.3 per 10,000")
    let year = NumberUnit.named(singular: "year", plural: "years")
    #expect(Rounded(1, unit: year)?.text == "1 year")
    #expect(Rounded(81.24, to: .decimals(1), unit: year)?.text == "81.2 years")
    #expect(Rounded.money(pence: 333_150_000_000, to: .millions())?.cell == "£3,331.5")
    #expect(Rounded.money(pence: 333_150_000_000, to: .millions())?.text == "£3,331.5 million")
    #expect(Rounded.money(pence: -333_150_000_000, to: .millions())?.bare == "−3,331.5")
    #expect(Rounded.money(pence: -333_150_000_000, to: .millions())?.csv == "-3331500000")
    #expect(Rounded.money(pence: -305, to: .penny)?.csv == "-3.05")
    #expect(Rounded(0.0)?.signedText == "0")
  }

  @Test("is drawn at the value it is written with")
  func value() {
    #expect(Rounded.percent(16.449)?.value == 16.4)
    #expect(Rounded.money(pence: 123_456_789_00, to: .millions())?.value == 123_500_000)
  }

  @Test("is only given again more coarsely")
  func coarser() {
    let exact = Rounded.money(pence: 1_234_567_89, to: .penny)
    #expect(exact?.coarser(.hundreds)?.text == "£1,234,600")
    #expect(exact?.coarser(.millions())?.text == "£1.2 million")
    #expect(exact?.coarser(.millions())?.coarser(.whole) == nil)
  }
}
