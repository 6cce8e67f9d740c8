import Testing

@testable import Reporter

@Suite("A change between two published numbers")
struct ChangeTests {
  @Test("is worded from the numbers as published")
  func words() throws {
    // Adult social care a head, Manchester, real: 419 in 2014-15 and 488 in 2024-25.
    let before = try #require(Rounded.money(pounds: 419.2))
    let after = try #require(Rounded.money(pounds: 487.6))
    let change = try #require(Change(from: before, to: after))
    #expect(change.phrase(when: "2014 to 2015") == "up from £419 in 2014 to 2015")
    #expect(change.difference.signedText == "+£69")
    #expect(change.percent()?.signedText == "+16.5%")
    #expect(change.higherOrLower == "higher")
  }

  @Test("is none where both are published alike")
  func unchanged() throws {
    let before = try #require(Rounded.percent(16.41))
    let after = try #require(Rounded.percent(16.44))
    let change = try #require(Change(from: before, to: after))
    #expect(change.direction == .unchanged)
    #expect(change.phrase() == "the same as before")
    #expect(change.difference.signedText == "0.0 percentage points")
  }

  @Test("of percentages is in percentage points")
  func points() throws {
    let before = try #require(Rounded.percent(28.5))
    let after = try #require(Rounded.percent(16.4))
    let change = try #require(Change(from: before, to: after))
    #expect(change.difference.signedText == "−12.1 percentage points")
    #expect(change.size.text == "12.1 percentage points")
    #expect(change.phrase() == "down from 28.5%")
  }

  @Test("compares across words and refuses across units")
  func mixed() throws {
    let million = try #require(Rounded.money(pence: 99_990_000_000))
    let billion = try #require(Rounded.money(pence: 120_000_000_000))
    #expect(Change(from: million, to: billion)?.direction == .up)
    #expect(Change(from: million, to: billion)?.difference.text == "£200.1 million")
    #expect(Change(from: million, to: .pence(3)) == nil)
    let none = Rounded(mantissa: 0, precision: .whole)
    #expect(Change(from: none, to: Rounded(mantissa: 5, precision: .whole))?.percent() == nil)
  }
}
