/// Counts the letters of texts, eight bytes at a time.
public enum LetterCount {
  /// True where a text surely has more than so many letters from A to Z before a byte.
  ///
  /// False where it has not, or where that byte stands near.
  public static func isMore(than count: Int, in text: Span<UInt8>, before stop: UInt8) -> Bool {
    unsafe text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      let stops = ones &* UInt64(stop)
      var (at, letters) = (0, 0)
      while at &+ 8 <= bytes.count {
        let word = unsafe TextHash.word(start, at)
        // A byte of this number is none of the word's, or the bytes have to be looked at one by one.
        let other = word ^ stops
        if (other &- ones) & ~other & highs != 0 { return false }
        letters &+= Self.letters(word)
        if letters > count { return true }
        at &+= 8
      }
      return false
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// How many of eight bytes are letters.
  @inline(__always)
  private static func letters(_ word: UInt64) -> Int {
    let small = (word | ones &* 0x20) & ~highs
    // The top bit of a byte is set by adding what is missing to 0x80.
    let fromA = small &+ ones &* (0x80 - 0x61)
    let behindZ = small &+ ones &* (0x80 - 0x7B)
    return (fromA & ~behindZ & ~word & highs).nonzeroBitCount
  }
}
