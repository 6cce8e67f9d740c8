/// Random numbers that are the same on every run (SplitMix64), and tables made of them.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next() % UInt64(limit))
  }

  /// Text in which everything that has a meaning in CSV is frequent.
  mutating func text(_ longest: Int = 12) -> String {
    let pieces = [
      "a", "b", "1", ",", "\"", "\"\"", "\n", "\r", "\r\n", " ", ";", "\t", "é", "€", "😀",
      "\u{FEFF}", "'", "=", "\u{85}", "\u{2028}",
    ]
    var text = ""
    for _ in 0..<below(longest) { text += pieces[below(pieces.count)] }
    return text
  }

  /// A table of 0 to 7 records of 1 to 5 fields.
  mutating func table() -> [[String]] {
    (0..<below(8)).map { _ in (0...below(5)).map { _ in text() } }
  }
}
