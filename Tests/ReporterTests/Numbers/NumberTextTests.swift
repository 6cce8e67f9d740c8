import Testing

@testable import Reporter

@Suite("Number texts")
struct NumberTextTests {
  @Test(
    "give a double back in the shortest way, without exponent",
    arguments: [
      (0.1, "0.1"), (-0.0, "0"), (5, "5"), (-12.5, "-12.5"), (1e-7, "0.0000001"),
      (1e22, "10000000000000000000000"), (1.5e-5, "0.000015"), (123456.789, "123456.789"),
      (1e16, "10000000000000000"), (9007199254740992, "9007199254740992"), (0.3, "0.3"),
      (-2.5e17, "-250000000000000000"), (100, "100"),
    ])
  func shortest(value: Double, text: String) {
    #expect(NumberText.shortest(value) == text)
    #expect(Double(text) == value)
  }

  @Test("of amounts of money are the amounts, up to fifteen digits and beyond")
  func money() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for digits in 0..<5000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Of one digit to fifteen.
      let pence = Int(state >> 14) >> (digits % 50)
      guard pence > 0, pence < 1_000_000_000_000_000 else { continue }
      var text = "\(pence / 100).\(pence % 100 / 10)\(pence % 10)"
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
      #expect(NumberText.shortest(Double(pence) / 100) == text)
      #expect(NumberText.shortest(-Double(pence) / 100) == "-" + text)
    }
    #expect(NumberText.shortest(0.1 + 0.2) == "0.30000000000000004")
    #expect(NumberText.shortest(1234.5678) == "1234.5678")
  }

  @Test("round-trip any double")
  func roundTrip() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      let text = NumberText.shortest(value) ?? ""
      #expect(Double(text) == value)
      #expect(!text.contains("e"))
    }
    #expect(NumberText.shortest(.nan) == nil)
    #expect(NumberText.shortest(-.infinity) == nil)
  }

  @Test("give ranges in words")
  func ranges() throws {
    let low = try #require(Rounded.percent(4, decimals: 0))
    let high = try #require(Rounded.percent(7.2, decimals: 0))
    #expect(NumberText.range(low, high) == "4% to 7%")
    #expect(NumberText.range(low, low) == "4%")
    let points = (try #require(Rounded.points(1.2)), try #require(Rounded.points(3.4)))
    #expect(NumberText.range(points.0, points.1) == "1.2 to 3.4 percentage points")
    let money = (
      try #require(Rounded.money(pence: 120_000_000_000)),
      try #require(Rounded.money(pence: 140_000_000_000))
    )
    #expect(NumberText.range(money.0, money.1) == "£1.2 billion to £1.4 billion")
    #expect(NumberText.rangeCell(money.0, money.1) == "£1.2 to £1.4")
  }

  @Test("share the pound so that the pence add up")
  func shares() {
    // Greater Manchester 2024-25 outside education: councils, combined authority, police (£0.1m).
    #expect(NumberText.shares(of: [33_315, 8_621, 9_226]) == [65, 17, 18])
    #expect(NumberText.shares(of: [1, 1, 1]) == [34, 33, 33])
    #expect(NumberText.shares(of: [0, 0]) == nil)
    #expect(NumberText.shares(of: [-1, 2]) == nil)
    #expect(NumberText.shares(of: [.max, 1]) == nil)
    #expect(NumberText.shares(of: [.max - 1, 1]) == [100, 0])
  }

  @Test("name years as GOV.UK does")
  func years() {
    #expect(YearText(2024).text == "2024 to 2025")
    #expect(YearText(2024).short == "2024-25")
    #expect(YearText(1999).short == "1999-00")
    #expect(YearText(2008).short == "2008-09")
    #expect(YearText(2024, .calendar).text == "2024")
    #expect(YearText(2024, .middle).text == "mid-2024")
    #expect(YearText(2024, .middle).short == "2024")
  }
}
