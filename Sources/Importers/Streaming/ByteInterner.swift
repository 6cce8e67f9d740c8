import Tabular

/// Texts numbered in the order in which they were kept, found again by their bytes.
///
/// Files come sorted: a text is most often the one before, or the one that followed it last time.
/// Both are tried before the text is hashed.
struct ByteInterner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var followers: [Int] = []
  private var slots = [Int](repeating: -1, count: 64)
  private var last = -1

  /// How many texts are kept.
  var count: Int { followers.count }

  /// The number of a text, or nil where it was not kept.
  mutating func find(_ text: Span<UInt8>) -> Int? {
    if last >= 0 {
      if holds(text, at: last) { return last }
      let next = followers[last]
      if next >= 0, holds(text, at: next) {
        last = next
        return next
      }
    }
    let found = slots[slot(of: text)]
    guard found >= 0 else { return nil }
    follow(with: found)
    return found
  }

  /// Keeps a text that is not there yet, and returns its number.
  mutating func keep(_ text: Span<UInt8>) -> Int {
    if 2 * (count + 1) > slots.count { grow() }
    let number = count
    let place = slot(of: text)
    slots[place] = number
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    followers.append(-1)
    follow(with: number)
    return number
  }

  private mutating func follow(with number: Int) {
    if last >= 0 { followers[last] = number }
    last = number
  }

  private func holds(_ text: Span<UInt8>, at number: Int) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == text.count else { return false }
    return bytes.span.extracting(start..<start + text.count).holdsSameBytes(as: text)
  }

  /// Where a text stands in the table of numbers, or the free place for it.
  private func slot(of text: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask
    while slots[slot] >= 0, !holds(text, at: slots[slot]) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (bytes, ends) = (bytes, ends)
    slots = [Int](repeating: -1, count: 2 * slots.count)
    for number in 0..<count {
      let place = slot(of: bytes.span.extracting(ends[number]..<ends[number + 1]))
      slots[place] = number
    }
  }
}
