import Store

/// Texts numbered in the order in which they were kept, found again by their bytes.
///
/// Files come sorted: a text is most often the one before, or the one that followed it last time.
/// Both are tried before the text is hashed, the second only while it helps.
struct ByteInterner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var followers: [Int] = []
  /// Half of a text's hash with its number from 1; 0 where there is none.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var last = -1
  private var trust = 256

  /// How many texts are kept.
  var count: Int { followers.count }

  /// The number of a text, or nil where it was not kept.
  mutating func find(_ text: Span<UInt8>) -> Int? {
    if last >= 0 {
      if holds(text, at: last) { return last }
      if trust > 0 {
        let next = followers[last]
        if next >= 0 {
          if holds(text, at: next) {
            if trust < 256 { trust &+= 1 }
            last = next
            return next
          }
          trust &-= 1
        }
      }
    }
    let found = slots[slot(of: text, TextHash.of(text))]
    guard found != 0 else { return nil }
    let number = Int(found & 0xffff_ffff) &- 1
    follow(with: number)
    return number
  }

  /// Keeps a text that is not there yet, and returns its number.
  mutating func keep(_ text: Span<UInt8>) -> Int {
    if 2 * (count + 1) > slots.count { grow() }
    let number = count
    let hash = TextHash.of(text)
    let place = slot(of: text, hash)
    slots[place] = Self.entry(number, hash)
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    followers.append(-1)
    follow(with: number)
    return number
  }

  @inline(__always)
  private mutating func follow(with number: Int) {
    if trust > 0, last >= 0 { followers[last] = number }
    last = number
  }

  @inline(__always)
  private func holds(_ text: Span<UInt8>, at number: Int) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == text.count else { return false }
    return TextHash.isSame(text, bytes.span.extracting(start..<start + text.count))
  }

  private static func entry(_ number: Int, _ hash: UInt64) -> UInt64 {
    hash & 0xffff_ffff_0000_0000 | UInt64(number + 1)
  }

  /// Where a text stands in the table of numbers, or the free place for it.
  @inline(__always)
  private func slot(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return slot }
      if (entry ^ hash) &>> 32 == 0, holds(text, at: Int(entry & 0xffff_ffff) &- 1) { return slot }
      slot = (slot &+ 1) & mask
    }
  }

  private mutating func grow() {
    let (bytes, ends) = (bytes, ends)
    slots = [UInt64](repeating: 0, count: 2 * slots.count)
    for number in 0..<count {
      let text = bytes.span.extracting(ends[number]..<ends[number + 1])
      let hash = TextHash.of(text)
      let place = slot(of: text, hash)
      slots[place] = Self.entry(number, hash)
    }
  }
}
