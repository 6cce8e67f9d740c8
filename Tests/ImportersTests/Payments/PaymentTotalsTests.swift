import Testing

@testable import Importers

@Suite("What a total of payments is called")
struct PaymentTotalsTests {
  private static func isNoLabel(_ text: String) -> Bool {
    PaymentTotals.isNoLabel(Array(text.utf8).span)
  }

  @Test("no label and no word for nothing is taken for a supplier at first sight")
  func notAtFirstSight() {
    for word in PaymentTotals.labels.sorted() + PaymentRows.nothing.sorted() {
      for text in [word, word.uppercased(), " " + word, "[note] " + word] {
        #expect(!Self.isNoLabel(text), "\(text)")
      }
    }
  }

  @Test(
    "a supplier is told at first sight, by its first letter or its length",
    arguments: [
      "Acme Ltd", "zenith", "Totally Invented Supplies Limited", "Northam Print and Design",
    ])
  func atFirstSight(name: String) { #expect(Self.isNoLabel(name)) }
}
