import Evidence
import Testing

@Suite("A status")
struct StatusTests {
  /// The order of DESIGN.md section 9.
  private static let order = "cxzkuprefb"

  @Test("writes its letters in the fixed order, whatever the order in which they were read")
  func order() throws {
    #expect(Status.letters.map(\.letter).joined() == Self.order)
    let all = try #require(Status(Self.order))
    #expect(all.text == Self.order)
    #expect(Status(String(Self.order.reversed())) == all)
    #expect(Status("pb")?.text == "pb" && Status("bp")?.text == "pb")
  }

  @Test("of every set of letters is read as it was written")
  func everySet() {
    for bits in UInt16(0)..<(1 << 10) {
      let status = Status(rawValue: bits)
      #expect(Status(status.text) == status)
    }
  }

  @Test("is refused for letters unknown or twice", arguments: ["y", "pp", "P", "p ", "[p]", "é"])
  func refused(text: String) {
    #expect(Status(text) == nil)
  }

  @Test("without letters is a plain figure")
  func plain() {
    #expect(Status("") == [])
    #expect(Status([]).text == "" && !Status([]).isBlank)
  }

  @Test(
    "stands in place of a value for c, x and z only",
    arguments: [
      ("c", true), ("x", true), ("z", true), ("k", false), ("u", false), ("p", false),
      ("r", false), ("e", false), ("f", false), ("b", false), ("xp", true), ("pb", false),
    ])
  func blank(letters: String, isBlank: Bool) throws {
    #expect(try #require(Status(letters)).isBlank == isBlank)
  }

  @Test("has a meaning in words for every letter")
  func meanings() {
    #expect(Set(Status.letters.map(\.meaning)).count == 10)
    #expect(Status.letters.allSatisfy { !$0.meaning.isEmpty && $0.letter.utf8.count == 1 })
  }
}
