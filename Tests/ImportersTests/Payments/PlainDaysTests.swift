import Testing

@testable import Importers
@testable import Tabular

@Suite("Days in plain spelling")
struct PlainDaysTests {
  private static func key(_ text: String) -> Int { PlainDays.key(Array(text.utf8).span) }

  @Test("no two spellings have the same key")
  func different() {
    var seen: Set<Int> = []
    var count = 0
    for year in [1984, 1999, 2000, 2024, 2047] {
      for first in 0..<32 {
        for second in 0..<32 {
          let (a, b) = (
            first < 10 ? "0\(first)" : "\(first)", second < 10 ? "0\(second)" : "\(second)"
          )
          for text in ["\(a)/\(b)/\(year)", "\(year)-\(b)-\(a)"] {
            count += 1
            #expect(Self.key(text) >= 0)
            seen.insert(Self.key(text))
          }
        }
      }
    }
    #expect(seen.count == count)
  }

  @Test(
    "what is spelt otherwise has no key",
    arguments: [
      "", "1/4/2024", "01/04/24", "01/04/1983", "01/04/2048", "32/01/2024", "01/32/2024",
      "01/04-2024", "0a/04/2024", "2024/04/01", "2024-04-0x", "01/04/20:4", "01/04/2024 ",
    ])
  func others(text: String) { #expect(Self.key(text) == -1) }

  @Test("what a spelling means is found again, and only that")
  func found() throws {
    let text = "day\n01/04/2024\n02/04/2024\n1 April 2024\n"
    var reader = try CSVReader(.bytes(Array(text.utf8)))
    var records = Array(repeating: Record(), count: 4)
    for index in records.indices { #expect(try reader.next(&records[index])) }
    var days = PlainDays()
    days.keep(Array("01/04/2024".utf8).span, 7)
    days.keep(Array("1 April 2024".utf8).span, 8)
    var run = Array(records[1...])
    var span = run.mutableSpan
    let isPlain = days.lookUp(&span, 3, 0)
    #expect(isPlain)
    #expect([days[0], days[1], days[2]] == [7, PlainDays.unknown, PlainDays.unknown])
    // A run that begins with another spelling is left to the words.
    var whole = records.mutableSpan
    let isWholePlain = days.lookUp(&whole, 4, 0)
    #expect(!isWholePlain)
  }
}
