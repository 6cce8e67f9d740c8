import Evidence
import Testing

@testable import Importers

@Suite("A number as plain text")
struct DecimalTextTests {
  @Test(
    "of pence is exact in any unit",
    arguments: [
      (816_873_015, .thousands, "8168.73015"), (816_873_015, .pounds, "8168730.15"),
      (816_873_015, .millions, "8.16873015"), (0, .thousands, "0"), (100_000, .thousands, "1"),
      (1, .thousands, "0.00001"), (-1, .millions, "-0.00000001"), (-150, .pounds, "-1.5"),
      (5, .pounds, "0.05"), (-5, .pounds, "-0.05"),
      (
        9_007_199_254_740_992, .pounds,
        "90071992547409.92"
      ), (120_000_000, .thousands, "1200"),
    ] as [(Double, Money.Scale, String)])
  func money(pence: Double, scale: Money.Scale, text: String) {
    #expect(DecimalText.money(pence, in: scale) == text)
    #expect(Money.read(text, in: scale)?.money.pence == Int64(pence))
  }

  @Test(
    "has no exponent",
    arguments: [
      (0, "0"), (5, "5"), (-5, "-5"), (0.1, "0.1"), (-12.25, "-12.25"), (1e15, "1000000000000000"),
      (1e21, "1000000000000000000000"), (1.5e16, "15000000000000000"), (1e-7, "0.0000001"),
      (-1.25e-10, "-0.000000000125"), (123_456_789_012_345, "123456789012345"),
      (0.30000000000000004, "0.30000000000000004"),
      (
        1.7976931348623157e308,
        "17976931348623157" + String(repeating: "0", count: 292)
      ),
    ] as [(Double, String)])
  func number(value: Double, text: String) {
    #expect(DecimalText.number(value) == text)
    #expect(Double(text) == value)
  }

  @Test("is read as the number it was, for any number")
  func roundTrip() {
    var state: UInt64 = 11
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      let text = DecimalText.number(value)
      #expect(Double(text) == value && !text.contains("e"), "\(value)")
    }
  }
}
