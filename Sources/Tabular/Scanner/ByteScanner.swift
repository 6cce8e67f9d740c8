import Glibc

/// A window over the text of a file, and the search for what gives it structure.
///
/// All unsafe code of the reader is in this file.
@safe
struct ByteScanner: ~Copyable {
  /// What ended the search for the end of a record.
  enum Outcome {
    /// A record, `recordEnd` and `next` are set.
    case record
    /// The window ends inside the record; more bytes are needed, or there are none.
    case unfinished
    /// Something follows a closing quote.
    case malformed
    /// There is nothing left.
    case end
  }

  /// Which kind of line end closed a record.
  enum LineEnd: Int { case none, lf, crlf, cr }

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var bounds: UnsafeMutablePointer<FieldBounds>
  private var boundsCapacity: Int

  /// The offset of the first byte that no finished record has used.
  private(set) var start = 0
  /// The offset just after the last byte.
  private(set) var end = 0
  /// True when no more bytes will come.
  var isComplete = false

  /// The offset just after the text of the record last found, without its line end.
  private(set) var recordEnd = 0
  private(set) var lineEnd = LineEnd.none
  private(set) var fieldCount = 0
  private(set) var bareQuotes = 0
  /// True when a quoted field of the record holds a delimiter or a line end.
  private(set) var hidesStructure = false
  private var escaped: [Int] = []
  private var next = 0
  /// The unused part of the last block that was searched; nil when the window has changed.
  private var saved: StructureWalk.Rest?

  private let delimiter: UInt8
  private let quote: UInt8?

  /// Room behind the last byte, so that a block can be loaded across the end.
  private static let padding = 64

  init(delimiter: UInt8, quote: UInt8?) {
    self.delimiter = delimiter
    self.quote = quote
    capacity = 4096
    unsafe base = .allocate(capacity: capacity + Self.padding)
    unsafe base.initialize(repeating: 0, count: capacity + Self.padding)
    boundsCapacity = 64
    unsafe bounds = .allocate(capacity: boundsCapacity)
  }

  deinit {
    unsafe base.deallocate()
    unsafe bounds.deallocate()
  }

  /// The number of bytes that no finished record has used.
  var count: Int { end - start }

  /// Makes sure that `room` bytes can be appended; used bytes give way.
  mutating func makeRoom(for room: Int) {
    // The last block has to be searched again with what comes behind it.
    saved = nil
    if capacity - end >= room { return }
    let kept = count
    if capacity - kept < room {
      let larger = max(kept + room, capacity + capacity / 2)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
      unsafe moved.update(from: base + start, count: kept)
      unsafe (moved + larger).initialize(repeating: 0, count: Self.padding)
      unsafe base.deallocate()
      unsafe base = moved
      capacity = larger
    } else {
      unsafe base.update(from: base + start, count: kept)
    }
    start = 0
    end = kept
  }

  /// Appends bytes.
  mutating func append(_ bytes: Span<UInt8>) {
    makeRoom(for: bytes.count)
    let target = unsafe base + end
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe target.update(from: first, count: source.count)
    }
    end += bytes.count
  }

  /// Reads once from a file into the free space.
  ///
  /// - Returns: the number of bytes read; 0 at the end of the file.
  mutating func read(from file: FileDescriptor) throws(SystemFailure) -> Int {
    while true {
      let count = unsafe Glibc.read(file.number, base + end, capacity - end)
      if count >= 0 {
        end += count
        return count
      }
      if errno != EINTR { throw SystemFailure(errno) }
    }
  }

  /// Gives away the bytes from `offset` on, to be decoded and appended again.
  mutating func cut(from offset: Int) -> [UInt8] {
    let tail = copy(offset..<end)
    saved = nil
    end = offset
    return tail
  }

  /// Forgets all bytes.
  mutating func discard(to offset: Int) {
    start = offset
    saved = nil
  }

  /// A copy of part of the window.
  func copy(_ range: Range<Int>) -> [UInt8] {
    let part = unsafe UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    return unsafe Array(part)
  }

  /// Lets `body` look at part of the window.
  func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    body(unsafe Span(_unsafeStart: base + range.lowerBound, count: range.count))
  }

  /// True when all bytes of a part of the window are ASCII and none is NUL.
  func isPlain(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    let one = SIMD16<UInt8>(repeating: 1)
    while position + 64 <= range.upperBound {
      var found = SIMD16<UInt8>(repeating: 0)
      for lane in 0..<4 {
        let bytes = unsafe UnsafeRawPointer(base + position + lane * 16).loadUnaligned(
          as: SIMD16<UInt8>.self)
        // Subtracting one turns on the top bit of a NUL.
        found |= bytes | (bytes &- one)
      }
      let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { return false }
      position += 64
    }
    while position < range.upperBound {
      let byte = unsafe base[position]
      if byte == 0 || byte >= 0x80 { return false }
      position += 1
    }
    return true
  }

  /// True when part of the window holds a NUL.
  func hasNUL(_ range: Range<Int>) -> Bool {
    unsafe memchr(base + range.lowerBound, 0, range.count) != nil
  }

  // MARK: Records

  /// Finds the end of the record that starts at `start`, and its fields.
  mutating func scan() -> Outcome {
    fieldCount = 0
    bareQuotes = 0
    hidesStructure = false
    if !escaped.isEmpty { escaped.removeAll(keepingCapacity: true) }
    var walk = unsafe StructureWalk(
      base: base, end: end, delimiter: delimiter, quote: quote ?? delimiter, from: start, saved)
    saved = nil
    var fieldStart = start
    while let position = walk.next() {
      let byte = unsafe base[position]
      if byte == delimiter {
        addField(fieldStart, position)
        fieldStart = position + 1
      } else if byte == 10 {
        addField(fieldStart, position)
        return finish(at: position, .lf, walk)
      } else if byte == 13 {
        addField(fieldStart, position)
        return finishAtReturn(position, &walk)
      } else if position == fieldStart {
        guard let close = closingQuote(&walk) else { return .unfinished }
        addField(fieldStart + 1, close)
        if close + 1 == end { return finish(at: end, .none, walk) }
        let follower = unsafe base[close + 1]
        guard follower == delimiter || follower == 10 || follower == 13 else { return .malformed }
        _ = walk.next()
        if follower == 10 { return finish(at: close + 1, .lf, walk) }
        if follower == 13 { return finishAtReturn(close + 1, &walk) }
        fieldStart = close + 2
      } else {
        bareQuotes += 1
      }
    }
    guard isComplete else { return .unfinished }
    if fieldStart == start && start == end { return .end }
    addField(fieldStart, end)
    return finish(at: end, .none, walk)
  }

  /// The offset of the quote that closes the field just opened.
  ///
  /// It is nil when the window ends first, or with a quote that may be half of a doubled one.
  @inline(__always)
  private mutating func closingQuote(_ walk: inout StructureWalk) -> Int? {
    var isEscaped = false
    while let position = walk.next() {
      let byte = unsafe base[position]
      if byte != quote {
        hidesStructure = true
        continue
      }
      let isLast = position + 1 == end
      if isLast && !isComplete { return nil }
      if isLast || (unsafe base[position + 1]) != quote {
        if isEscaped { escaped.append(fieldCount) }
        return position
      }
      isEscaped = true
      _ = walk.next()
    }
    return nil
  }

  /// Ends the record at a CR, which takes a following LF with it.
  private mutating func finishAtReturn(_ position: Int, _ walk: inout StructureWalk) -> Outcome {
    if position + 1 == end {
      return isComplete ? finish(at: position, .cr, walk) : .unfinished
    }
    guard unsafe base[position + 1] == 10 else { return finish(at: position, .cr, walk) }
    _ = walk.next()
    return finish(at: position, .crlf, walk)
  }

  @inline(__always)
  private mutating func finish(
    at position: Int, _ lineEnd: LineEnd, _ walk: StructureWalk
  ) -> Outcome {
    recordEnd = position
    self.lineEnd = lineEnd
    next = position + (lineEnd == .none ? 0 : lineEnd == .crlf ? 2 : 1)
    saved = walk.rest
    return .record
  }

  @inline(__always)
  private mutating func addField(_ from: Int, _ to: Int) {
    if fieldCount == boundsCapacity { growBounds() }
    let field = FieldBounds(
      start: UInt32(truncatingIfNeeded: from - start), end: UInt32(truncatingIfNeeded: to - start))
    unsafe bounds[fieldCount] = field
    fieldCount += 1
  }

  private mutating func growBounds() {
    let larger = UnsafeMutablePointer<FieldBounds>.allocate(capacity: boundsCapacity * 2)
    unsafe larger.update(from: bounds, count: fieldCount)
    unsafe bounds.deallocate()
    unsafe bounds = larger
    boundsCapacity *= 2
  }

  /// Takes the record found by the last `scan()` out of the window, into `record`.
  mutating func take(into record: inout Record) {
    let text = unsafe UnsafeBufferPointer(start: base + start, count: recordEnd - start)
    let fields = unsafe UnsafeBufferPointer(start: bounds, count: fieldCount)
    record.bytes.removeAll(keepingCapacity: true)
    unsafe record.bytes.append(contentsOf: text)
    record.fields.removeAll(keepingCapacity: true)
    unsafe record.fields.append(contentsOf: fields)
    record.textCount = text.count
    for index in escaped { unescape(index, in: &record) }
    start = next
  }

  /// Skips the record found by the last `scan()`.
  mutating func skip() {
    start = next
  }

  /// Puts the text of a field with its doubled quotes halved behind the text of the record.
  private func unescape(_ index: Int, in record: inout Record) {
    let field = record.fields[index]
    let from = record.bytes.count
    var position = start + Int(field.start)
    let close = start + Int(field.end)
    while position < close {
      let byte = unsafe base[position]
      record.bytes.append(byte)
      position += byte == quote ? 2 : 1
    }
    record.fields[index] = FieldBounds(
      start: UInt32(truncatingIfNeeded: from), end: UInt32(truncatingIfNeeded: record.bytes.count))
  }
}
