import Testing

@testable import Importers

@Suite("A number in its plainest spelling")
struct PlainNumberTests {
  private static func read(_ text: String) -> Double? { PlainNumber.read(Array(text.utf8).span) }

  @Test(
    "is read as the general grammar reads it",
    arguments: [
      "0", "-0", "7", "12.5", "-12.50", "0.1", "0.30000000000000", "123456789012345",
      "999999999999.999", "-0.00000000000001", "3.14159265358979", "000.5", "33.33",
    ])
  func equal(text: String) throws {
    let plain = try #require(Self.read(text))
    let general = try #require(CellText.number(text))
    #expect(plain.bitPattern == general.bitPattern)
  }

  @Test(
    "is all that is taken",
    arguments: [
      "", "-", ".5", "5.", "1e3", "+1", "1,234", " 1", "1 ", "1.2.3", "1234567890123456", "--1",
      "x",
      "£5", "1-",
    ])
  func other(text: String) {
    #expect(Self.read(text) == nil)
  }
}
