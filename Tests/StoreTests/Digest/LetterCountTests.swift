import Testing

@testable import Store

@Suite struct LetterCountTests {
  private static func isMore(than count: Int, in text: String) -> Bool {
    LetterCount.isMore(than: count, in: Array(text.utf8).span, before: UInt8(ascii: "["))
  }

  @Test func `knows letters of either case from all that stands around them`() {
    #expect(Self.isMore(than: 15, in: "AZaz AZaz AZaz AZaz AZaz"))
    #expect(!Self.isMore(than: 15, in: "@[`{ @[`{ @[`{ @[`{ @[`{"))
    #expect(!Self.isMore(than: 0, in: "0123456789 @`{|}~.,;:!?-"))
    #expect(!Self.isMore(than: 0, in: "éÁÚáúÀÿéÁÚáúÀÿéÁÚáúÀÿ"))
    #expect(!Self.isMore(than: 20, in: ""))
  }

  @Test func `is never sure where the letters do not stand before the byte`() {
    var random = Numbers(state: 11)
    let alphabet = Array("abzAZ @[`{019é")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...40, using: &random)
      let text = String(
        (0..<length).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
      let before = text.utf8.prefix { $0 != UInt8(ascii: "[") }
      let letters = before.count { (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 }
      let most = Int.random(in: 0...20, using: &random)
      if Self.isMore(than: most, in: text) { #expect(letters > most, "\(text)") }
    }
  }
}

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
