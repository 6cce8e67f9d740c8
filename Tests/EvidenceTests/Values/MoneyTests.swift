import Evidence
import Testing

/// An amount as it is published, and what it is in pence.
struct MoneyCase: Sendable, CustomTestStringConvertible {
  let text: String
  let scale: Money.Scale
  let pence: Int64
  let isRounded: Bool

  init(_ text: String, _ pence: Int64, _ scale: Money.Scale = .pounds, rounded: Bool = false) {
    self.text = text
    self.scale = scale
    self.pence = pence
    isRounded = rounded
  }

  var testDescription: String { "'\(text)' in \(scale)" }
}

@Suite("Money")
struct MoneyTests {
  @Test(
    "is read exactly from the ways in which publishers write it",
    arguments: [
      // Shapes of data-council-spending.md section 3, rows 17 to 19, with other digits.
      MoneyCase("1234", 123_400), MoneyCase("0", 0), MoneyCase("-0", 0), MoneyCase("0.00", 0),
      MoneyCase("£1,234.00", 123_400), MoneyCase("-12.5", -1250), MoneyCase("£-31.68", -3168),
      MoneyCase("-£31.68", -3168), MoneyCase("-£ 31.68", -3168), MoneyCase("+31.68", 3168),
      MoneyCase("(1,234)", -123_400), MoneyCase(" (25,250.00)", -2_525_000),
      MoneyCase("(£5.01)", -501), MoneyCase("( 5 )", -500), MoneyCase("1,234-", -123_400),
      MoneyCase("16,992.00-", -1_699_200), MoneyCase("1234CR", -123_400),
      MoneyCase("1,234.56 cr", -123_456), MoneyCase("£2.5m", 250_000_000),
      MoneyCase("£2.5 M", 250_000_000), MoneyCase("3k", 300_000),
      MoneyCase("1.25bn", 125_000_000_000),
      MoneyCase("-£1.5k", -150_000), MoneyCase(" 950,250.00 ", 95_025_000),
      MoneyCase("\t12\u{A0}", 1200), MoneyCase("5.", 500), MoneyCase(".5", 50),
      MoneyCase("007", 700), MoneyCase("1e3", 100_000), MoneyCase("2.5E+2", 25_000),
      MoneyCase("12,345,678.90", 1_234_567_890), MoneyCase("999", 99_900),
      MoneyCase("0e999", 0),
    ])
  func read(example: MoneyCase) throws {
    let reading = try #require(Money.read(example.text, in: example.scale))
    #expect(reading.money.pence == example.pence)
    #expect(!reading.wasRounded)
  }

  @Test(
    "beyond the penny is rounded half away from zero, and that is said",
    arguments: [
      // What spreadsheets leave behind: rows 19 of the same table.
      MoneyCase("9.09495E-13", 0), MoneyCase("-9.09495E-13", 0),
      MoneyCase("1044.8799999999999", 104_488), MoneyCase("0.005", 1), MoneyCase("-0.005", -1),
      MoneyCase("0.00499999999999999999999", 0), MoneyCase("1.995", 200),
      MoneyCase("0.0049", 0), MoneyCase("1e-3", 0), MoneyCase("5e-3", 1),
    ])
  func rounded(example: MoneyCase) throws {
    let reading = try #require(Money.read(example.text, in: example.scale))
    #expect(reading.money.pence == example.pence)
    #expect(reading.wasRounded)
  }

  @Test(
    "in thousands or millions is whole pence, exact",
    arguments: [
      // RS 2015-16 holds cells such as 8168.730153777793: a spreadsheet's double, to the penny.
      MoneyCase("8168.730153777793", 816_873_015, .thousands, rounded: true),
      MoneyCase("8168.73015", 816_873_015, .thousands),
      MoneyCase("3331513", 333_151_300_000, .thousands),
      MoneyCase("-33.5", -3_350_000, .thousands), MoneyCase("0.00001", 1, .thousands),
      MoneyCase("0.000005", 1, .thousands, rounded: true),
      MoneyCase("0.0000049", 0, .thousands, rounded: true),
      MoneyCase("(1,234.5)", -123_450_000, .thousands),
      MoneyCase("4.28571", 428_571_000, .millions), MoneyCase("1", 100_000_000, .millions),
      MoneyCase("0.00000001", 1, .millions), MoneyCase("2k", 200_000_000, .thousands),
    ])
  func scaled(example: MoneyCase) throws {
    let reading = try #require(Money.read(example.text, in: example.scale))
    #expect(reading.money.pence == example.pence)
    #expect(reading.wasRounded == example.isRounded)
  }

  @Test(
    "is refused, never guessed",
    arguments: [
      "", " ", "£", "-", "()", "(", ")", ".", ",", "k", "CR", "£m",
      // Separators out of place.
      "1,23,4", "1,2345", "12,34", ",123", "1,", "1,234,", "1,,234", "1234,567", "1.234,56",
      "1,234.5,6",
      // Two numbers, or a date or range.
      "12-3", "12 3", "1 234", "1/2", "2024-25", "12.3.4", "12:30",
      // Two signs.
      "--5", "-5-", "+-5", "-+5", "++5", "+5-", "-(5)", "(-5)", "(5)-", "-5CR", "(5CR)", "(+5)",
      "+£-5", "-£-5", "+5CR",
      // Brackets that do not meet.
      "(5", "5)", "((5))", "[5]",
      // Words, markers and other currencies.
      "[x]", "…", "n/a", "nil", "xxx", "#REF!", "TBC", "five", "5 pounds", "5%", "$5", "€5",
      "££5", "5£", "5kk", "5mk", "5b", "5DR", "5 C R", "0x1A", "1e", "1e+", "1e5000", "e5",
      "NaN", "inf", "−5",
    ])
  func refused(text: String) {
    #expect(Money.read(text) == nil)
  }

  @Test(
    "beyond what 64 bits of pence hold is refused",
    arguments: [
      "1234567890123456789", "1e20", "999999999999999999", "999999999999999999m", "1e999",
      "123456789012345678901234567890",
    ])
  func overflow(text: String) {
    #expect(Money.read(text) == nil)
  }

  @Test("of eighteen digits is exact, and a nineteenth after the point is said to be lost")
  func largest() {
    #expect(Money.read("9999999999999999.99")?.money.pence == 999_999_999_999_999_999)
    #expect(Money.read("-9999999999999999.99")?.money.pence == -999_999_999_999_999_999)
    #expect(Money.read("9999999999999999.99")?.wasRounded == false)
    #expect(Money.read("92233720368547758.07")?.wasRounded == true)
  }

  @Test(
    "is written in pounds with two decimals",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_450, "1234.50"), (-100, "-1.00"),
      (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)])
  func written(pence: Int64, text: String) {
    #expect(Money(pence: pence).pounds == text)
  }

  @Test("orders by amount")
  func order() {
    #expect(Money(pence: -5) < Money(pence: 4))
    #expect([3, -1, 2].map { Money(pence: $0) }.sorted().map(\.pence) == [-1, 2, 3])
  }
}
