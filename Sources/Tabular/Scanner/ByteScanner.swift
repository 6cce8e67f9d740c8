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
    end = offset
    return tail
  }

  /// Forgets all bytes.
  mutating func discard(to offset: Int) {
    start = offset
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
    let ones: UInt64 = 0x0101_0101_0101_0101
    var found: UInt64 = 0
    while position + 32 <= range.upperBound {
      for lane in 0..<4 {
        let word = unsafe UnsafeRawPointer(base + position + lane * 8).loadUnaligned(
          as: UInt64.self)
        // Subtracting one turns on the top bit of a NUL; the others borrow only from a NUL.
        found |= word | (word &- ones)
      }
      position += 32
      if found & (ones << 7) != 0 { return false }
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
    var position = start
    var fieldStart = start
    while position < end {
      let byte = unsafe base[position]
      if byte == delimiter {
        addField(fieldStart, position)
        position += 1
        fieldStart = position
      } else if byte == 10 {
        addField(fieldStart, position)
        return finish(at: position, .lf)
      } else if byte == 13 {
        return finishAtReturn(position, fieldStart)
      } else if byte == quote {
        if position == fieldStart {
          guard let close = closingQuote(after: position) else { return .unfinished }
          addField(fieldStart + 1, close)
          position = close + 1
          if position == end { return isComplete ? finish(at: end, .none) : .unfinished }
          let follower = unsafe base[position]
          if follower == 10 { return finish(at: position, .lf) }
          if follower == 13 {
            if position + 1 == end && !isComplete { return .unfinished }
            return finish(at: position, hasNewline(at: position + 1) ? .crlf : .cr)
          }
          if follower != delimiter { return .malformed }
          position += 1
          fieldStart = position
        } else {
          bareQuotes += 1
          position += 1
        }
      } else {
        position += 1
      }
    }
    return finishAtEnd(fieldStart)
  }

  private mutating func closingQuote(after opening: Int) -> Int? {
    var position = opening + 1
    var isEscaped = false
    while position < end {
      let byte = unsafe base[position]
      if byte == quote {
        if position + 1 == end && !isComplete { return nil }
        if position + 1 == end || (unsafe base[position + 1]) != quote {
          if isEscaped { escaped.append(fieldCount) }
          return position
        }
        isEscaped = true
        position += 2
      } else {
        if byte == 10 || byte == 13 { hidesStructure = true }
        position += 1
      }
    }
    return nil
  }

  private mutating func finishAtReturn(_ position: Int, _ fieldStart: Int) -> Outcome {
    if position + 1 == end && !isComplete { return .unfinished }
    addField(fieldStart, position)
    return finish(at: position, hasNewline(at: position + 1) ? .crlf : .cr)
  }

  private mutating func finishAtEnd(_ fieldStart: Int) -> Outcome {
    guard isComplete else { return .unfinished }
    if fieldStart == start && start == end { return .end }
    addField(fieldStart, end)
    return finish(at: end, .none)
  }

  private func hasNewline(at position: Int) -> Bool {
    position < end && (unsafe base[position]) == 10
  }

  private mutating func finish(at position: Int, _ lineEnd: LineEnd) -> Outcome {
    recordEnd = position
    self.lineEnd = lineEnd
    next = position + (lineEnd == .none ? 0 : lineEnd == .crlf ? 2 : 1)
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

/// An open file that is closed when it is no longer held.
final class FileDescriptor {
  /// The number the operating system knows it by.
  let number: Int32
  private let isOwned: Bool

  /// Opens a file for reading.
  init(opening path: String) throws(SystemFailure) {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if number < 0 { throw SystemFailure(errno) }
    self.number = number
    isOwned = true
  }

  /// Uses a file that somebody else closes.
  init(borrowing number: Int32) {
    self.number = number
    isOwned = false
  }

  deinit {
    if isOwned { close(number) }
  }
}

extension SystemFailure {
  /// The failure that the C library reports by this number.
  init(_ code: Int32) {
    reason = unsafe String(cString: strerror(code))
  }
}
