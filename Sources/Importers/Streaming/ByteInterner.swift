import Store

/// Texts numbered in the order in which they were kept, found again by their bytes.
///
/// Files come sorted: a text is most often the one before, or the one that followed it last time.
/// Both are tried before the text is hashed, as long as it helps.
struct ByteInterner {
  /// Where a text is found: half of its hash, its number, and its bytes.
  private struct Slot {
    var hash: UInt32 = 0
    var number: Int32 = -1
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var followers: [Int] = []
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var last = -1
  /// How often a guess was right of late.
  private var trust = 256

  /// Begins with no text; `isSorted` says that what repeats mostly does so in the same order.
  init(isSorted: Bool = true) {
    if !isSorted { trust = 0 }
  }

  /// How many texts are kept.
  var count: Int { followers.count }

  /// The number of a text, or nil where it was not kept.
  mutating func find(_ text: Span<UInt8>) -> Int? {
    if trust > 0, last >= 0 {
      if let guessed = guess(text) { return guessed }
      trust &-= 1
    }
    guard let found = find(text, TextHash.of(text)) else { return nil }
    follow(with: found)
    return found
  }

  /// The number of a text whose `TextHash` is known, or nil where it was not kept.
  @inline(__always)
  func find(_ text: Span<UInt8>, _ hash: UInt64) -> Int? {
    let found = slots[slot(of: text, hash)].number
    return found < 0 ? nil : Int(found)
  }

  /// Looks where texts will stand that are asked for soon, and tells the number of what is there, or
  /// -1; it is the right one nearly always.
  ///
  /// - Returns: a number of no meaning, without which nothing would be looked at.
  func fetch(_ hashes: [UInt64], _ guesses: inout [Int32]) -> UInt64 {
    let mask = slots.count &- 1
    var seen: UInt64 = 0
    for hash in hashes {
      seen &+= UInt64(slots[Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask].start)
    }
    guesses.removeAll(keepingCapacity: true)
    for hash in hashes {
      let tag = UInt32(truncatingIfNeeded: hash &>> 32)
      var place = Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask
      while slots[place].number >= 0, slots[place].hash != tag { place = (place &+ 1) & mask }
      let slot = slots[place]
      guesses.append(slot.number)
      guard slot.number >= 0, slot.length > 0 else { continue }
      seen &+= UInt64(bytes[Int(slot.start)]) &+ UInt64(bytes[Int(slot.start &+ slot.length) &- 1])
    }
    return seen
  }

  @inline(__always)
  private mutating func guess(_ text: Span<UInt8>) -> Int? {
    var found = last
    if !holds(text, at: found) {
      found = followers[last]
      guard found >= 0, holds(text, at: found) else { return nil }
    }
    if trust < 256 { trust &+= 1 }
    last = found
    return found
  }

  /// Keeps a text that is not there yet, and returns its number.
  mutating func keep(_ text: Span<UInt8>) -> Int {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    let number = count
    let hash = TextHash.of(text)
    let start = bytes.count
    for index in text.indices { bytes.append(text[index]) }
    slots[slot(of: text, hash)] = Slot(
      hash: UInt32(truncatingIfNeeded: hash &>> 32), number: Int32(number),
      start: UInt32(start), length: UInt32(text.count))
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

  /// Where a text stands in the table, or the free place for it.
  @inline(__always)
  private func slot(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    let tag = UInt32(truncatingIfNeeded: hash &>> 32)
    var place = Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask
    while true {
      let slot = slots[place]
      if slot.number < 0 { return place }
      if slot.hash == tag, Int(slot.length) == text.count {
        let start = Int(slot.start)
        if TextHash.isSame(text, bytes.span.extracting(start..<start &+ text.count)) {
          return place
        }
      }
      place = (place &+ 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    let mask = slots.count - 1
    for slot in old where slot.number >= 0 {
      let start = Int(slot.start)
      let hash = TextHash.of(bytes.span.extracting(start..<start + Int(slot.length)))
      // All are different: the first free place is theirs.
      var place = Int(truncatingIfNeeded: hash ^ (hash &>> 29)) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
