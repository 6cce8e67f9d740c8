import Evidence
import Testing

@Suite("Money at random")
struct MoneyRoundTripTests {
  /// The same amount in all the ways in which it may be written.
  private static func spellings(_ pence: Int64) -> [String] {
    let plain = Money(pence: pence).pounds
    let size = Money(pence: Int64(pence.magnitude)).pounds
    let grouped = self.grouped(size)
    if pence >= 0 { return [plain, "£\(plain)", grouped, "£\(grouped)", " +\(plain) "] }
    return [
      plain, "-£\(grouped)", "£-\(grouped)", "(\(size))", "(£\(grouped))", "\(grouped)-",
      "\(size)CR", "\(size) cr",
    ]
  }

  private static func grouped(_ text: String) -> String {
    let whole = Array(text.dropLast(3))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.suffix(3)
  }

  @Test("is read as it was written, in every way of writing it")
  func roundTrip() {
    var random = Seeded(20_250_331)
    for _ in 0..<4000 {
      let size = Int64(1) << Int64(random.below(60))
      let pence = Int64(bitPattern: random.next()) % size
      for text in Self.spellings(pence) {
        let reading = Money.read(text)
        #expect(reading?.money.pence == pence && reading?.wasRounded == false, "\(text)")
      }
    }
  }

  @Test("in thousands agrees with whole-number arithmetic on the digits")
  func thousands() {
    var random = Seeded(7)
    for _ in 0..<4000 {
      let whole = Int64(random.below(10_000_000))
      // Up to eight digits after the point: five are pence, the rest is rounded.
      let tail = Int64(random.below(100_000_000))
      let text = "\(whole).\(String(tail + 100_000_000).dropFirst())"
      let expected = whole * 100_000 + (tail + 500) / 1000
      let reading = Money.read(text, in: .thousands)
      #expect(reading?.money.pence == expected, "\(text)")
      #expect(reading?.wasRounded == (tail % 1000 != 0), "\(text)")
    }
  }

  @Test("never reads one text as two amounts, whatever bytes stand in it")
  func arbitrary() {
    let pieces = [
      "1", "0", "9", ",", ".", "-", "+", "(", ")", "£", "k", "m", "bn", "CR", "e", "E", " ",
      "\u{A0}",
      "x", "é",
    ]
    var random = Seeded(99)
    var read = 0
    for _ in 0..<40_000 {
      let text = (0...random.below(7)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let reading = Money.read(text) else { continue }
      read += 1
      let signs = text.utf8.filter { $0 == 0x2D || $0 == 0x2B }.count
      let isBracketed = text.contains("(")
      let isCredit = text.uppercased().contains("CR")
      let exponentSign =
        text.lowercased().contains("e-") || text.lowercased().contains("e+") ? 1 : 0
      #expect(
        signs - exponentSign + (isBracketed ? 1 : 0) + (isCredit ? 1 : 0) <= 1,
        "'\(text)' has two signs but was read as \(reading.money.pence)")
    }
    #expect(read > 1000)
  }
}
