import Evidence
import Testing

@testable import Importers

@Suite("The fast reader of payments' amounts")
struct PaymentMoneyTests {
  @Test(
    "reads what the general one reads, and leaves to it what does not fit",
    arguments: [
      ("9999999999999999", 999_999_999_999_999_900), ("9999999999999.99", 999_999_999_999_999),
      ("(1,234.50)", -123_450), ("44999999991996154", nil), ("449999999919961546", nil),
    ] as [(String, Int64?)])
  func amounts(text: String, pence: Int64?) {
    let bytes = Array(text.utf8)
    let found = PaymentMoney.plain(bytes.span)
    #expect(found == pence)
    if let found { #expect(Money.read(text)?.money.pence == found) }
  }
}
