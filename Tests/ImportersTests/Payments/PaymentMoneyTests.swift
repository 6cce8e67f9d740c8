import Evidence
import Testing

@testable import Importers

@Suite("The fast reader of payments' amounts")
struct PaymentMoneyTests {
  @Test(
    "reads what the general one reads, and leaves to it what does not fit",
    arguments: [
      ("99999999999", 9_999_999_999_900), ("99999999999.99", 9_999_999_999_999),
      ("100000000000", nil), ("9999999999999999", nil),
      ("(1,234.50)", -123_450), ("44999999991996154", nil), ("449999999919961546", nil),
    ] as [(String, Int64?)])
  func amounts(text: String, pence: Int64?) {
    let bytes = Array(text.utf8)
    let found = PaymentMoney.plain(bytes.span)
    #expect(found == pence)
    if let found { #expect(Money.read(text)?.money.pence == found) }
  }

  @Test(
    "takes no amount of £100 billion or more, in any spelling: it is a number of something else",
    arguments: [
      ("£99,999,999,999.99", 9_999_999_999_999), ("-£99,999,999,999.99", -9_999_999_999_999),
      ("£100,000,000,000.00", nil), ("100000000000.00CR", nil), ("12345678901234567.89", nil),
      ("92233720368547758.08", nil),
    ] as [(String, Int64?)])
  func largest(text: String, pence: Int64?) {
    #expect(PaymentMoney.read(Array(text.utf8).span)?.pence == pence)
  }
}
