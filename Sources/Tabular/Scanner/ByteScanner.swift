import Glibc

/// A window over the text of a file, and the search for what gives it structure.
///
/// All unsafe code of the reader is in this folder.
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

  /// A doubled quote, the second of which is to be left out.
  struct Escape {
    let field: UInt32
    /// The offset of the second quote from the start of the record.
    let position: UInt32
  }

  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int

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
  /// How many lines end in quoted fields of the record.
  private(set) var innerLineEnds = 0
  private(set) var escapes: [Escape] = []
  private var next = 0
  /// Where the last search stopped, from the start of the next record.
  private var saved: StructureWalk

  /// Where the fields of the record last found stand, with room for those of a chunk.
  private(set) var fields: UnsafeMutableBufferPointer<FieldBounds>

  private let delimiter: UInt8
  /// The quote; the delimiter when there is none, which is looked at first.
  private let quote: UInt8
  private let classes: StructureClasses

  /// Room behind the last byte, so that a block can be loaded across the end.
  private static let padding = 64

  init(delimiter: UInt8, quote: UInt8?) {
    self.delimiter = delimiter
    self.quote = quote ?? delimiter
    classes = StructureClasses(delimiter: delimiter, quote: quote ?? delimiter)
    saved = StructureWalk(before: classes)
    capacity = 4096
    unsafe base = .allocate(capacity: capacity + Self.padding)
    unsafe base.initialize(repeating: 0, count: capacity + Self.padding)
    unsafe fields = Self.makeFields(256)
  }

  deinit {
    unsafe base.deallocate()
    unsafe fields.deallocate()
    classes.deallocate()
  }

  /// The number of bytes that no finished record has used.
  var count: Int { end - start }

  /// Makes sure that `room` bytes can be appended; used bytes give way.
  mutating func makeRoom(for room: Int) {
    // The last chunk has to be searched again with what comes behind it.
    forgetSearch()
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
    forgetSearch()
    end = offset
    return tail
  }

  /// Forgets all bytes.
  mutating func discard(to offset: Int) {
    start = offset
    forgetSearch()
  }

  /// Lets the next search start with the next record.
  @inline(__always)
  private mutating func forgetSearch() {
    saved = StructureWalk(before: classes)
  }

  // MARK: Records

  /// Finds the end of the record that starts at `start`, and writes down its fields.
  @inline(__always)
  mutating func scan() -> Outcome {
    while true {
      if let outcome = unsafe scan(fields) { return outcome }
      // What is there already is found again.
      let room = unsafe 2 * fields.count
      unsafe fields.deallocate()
      unsafe fields = Self.makeFields(room)
    }
  }

  private static func makeFields(_ count: Int) -> UnsafeMutableBufferPointer<FieldBounds> {
    let fields = UnsafeMutableBufferPointer<FieldBounds>.allocate(capacity: count)
    unsafe fields.initialize(repeating: FieldBounds(0, 0))
    return unsafe fields
  }

  /// Finds the end of the record, with room for so many fields; nil when they are too few.
  ///
  /// The loop is small and in a function of its own, so that all it needs stays in registers.
  @inline(never)
  private mutating func scan(_ fields: UnsafeMutableBufferPointer<FieldBounds>) -> Outcome? {
    bareQuotes = 0
    innerLineEnds = 0
    if !escapes.isEmpty { escapes.removeAll(keepingCapacity: true) }
    guard let first = fields.baseAddress else { return nil }
    let last = unsafe first + (fields.count &- 1)
    let text = unsafe base + start
    let (length, delimiter, quote, classes) = (
      end &- start, self.delimiter, self.quote, self.classes
    )
    var bounds = unsafe first
    var walk = saved
    var fieldStart = 0
    search: while unsafe walk.find(in: text, length, classes) {
      // What is left of a chunk ends at most so many fields, and one more may end the file.
      if unsafe last - bounds < walk.count { return noRoom() }
      let chunk = walk.chunk
      repeat {
        var position = walk.take()
        var byte = unsafe text[position]
        // A loop of its own, small enough for the processor's registers.
        while byte == delimiter {
          unsafe bounds.pointee = FieldBounds(fieldStart, position)
          unsafe bounds += 1
          fieldStart = position &+ 1
          if walk.count == 0 { continue search }
          position = walk.take()
          byte = unsafe text[position]
        }
        if byte != quote {
          unsafe bounds.pointee = FieldBounds(fieldStart, position)
          fieldCount = unsafe bounds - first &+ 1
          return finish(at: position, byte, walk)
        } else if position != fieldStart {
          bareQuotes &+= 1
        } else {
          fieldCount = unsafe bounds - first
          let close = unsafe closingQuote(text, length, &walk)
          if close < 0 { return unfinished() }
          unsafe bounds.pointee = FieldBounds(fieldStart &+ 1, close)
          unsafe bounds += 1
          // What follows the quote is what the walk meets next, or the field is malformed.
          guard unsafe walk.find(in: text, length, classes) else { return finishAtQuote(close) }
          let follower = walk.take()
          if follower != close &+ 1 { return .malformed }
          let byte = unsafe text[follower]
          if byte != delimiter {
            fieldCount &+= 1
            return finish(at: follower, byte, walk)
          }
          fieldStart = follower &+ 1
          // The room was for another chunk.
          if walk.chunk != chunk { break }
        }
      } while walk.count > 0
    }
    fieldCount = unsafe bounds - first
    return unsafe finishAtEnd(FieldBounds(fieldStart, length), bounds)
  }

  private mutating func noRoom() -> Outcome? {
    forgetSearch()
    return nil
  }

  /// The offset of the quote that closes the field just opened; -1 when the text ends first.
  ///
  /// A quote at the very end may be half of a doubled one, unless the file ends there too.
  @inline(__always)
  private mutating func closingQuote(
    _ text: UnsafeMutablePointer<UInt8>, _ length: Int, _ walk: inout StructureWalk
  ) -> Int {
    while unsafe walk.find(in: text, length, classes) {
      let position = walk.take()
      let byte = unsafe text[position]
      if byte != quote {
        if byte == delimiter { continue }
        // The second half of CRLF ends no line of its own.
        if unsafe byte == 13 || text[position &- 1] != 13 { innerLineEnds &+= 1 }
        continue
      }
      if position &+ 1 == length { return isComplete ? position : -1 }
      if unsafe text[position &+ 1] != quote { return position }
      if unsafe walk.find(in: text, length, classes) { note(escapeAt: walk.take()) }
    }
    return -1
  }

  @inline(never)
  private mutating func note(escapeAt position: Int) {
    escapes.append(
      Escape(
        field: UInt32(truncatingIfNeeded: fieldCount),
        position: UInt32(truncatingIfNeeded: position)))
  }

  /// Ends the record at a line end; a CR takes a following LF with it.
  @inline(__always)
  private mutating func finish(at position: Int, _ byte: UInt8, _ walk: StructureWalk) -> Outcome {
    recordEnd = start &+ position
    next = recordEnd &+ 1
    saved = walk
    saved.chunk &-= position &+ 1
    lineEnd = .lf
    return byte == 10 ? .record : finishAtReturn()
  }

  private mutating func finishAtReturn() -> Outcome {
    lineEnd = .cr
    if next == end {
      if !isComplete { return unfinished() }
      forgetSearch()
      return .record
    }
    guard unsafe base[next] == 10 else { return .record }
    lineEnd = .crlf
    next += 1
    // The LF is what the walk would meet next; when it is in another chunk, start afresh.
    if saved.count == 0 {
      forgetSearch()
    } else {
      saved.chunk -= 1
      _ = saved.take()
    }
    return .record
  }

  /// Ends the text after a closing quote behind which there is no structure.
  private mutating func finishAtQuote(_ close: Int) -> Outcome {
    // A quote at the end is only taken for closing when the file is complete.
    if start + close + 1 < end { return .malformed }
    fieldCount += 1
    return finishFile()
  }

  /// Ends the text in an unquoted field.
  private mutating func finishAtEnd(
    _ last: FieldBounds, _ bounds: UnsafeMutablePointer<FieldBounds>
  ) -> Outcome {
    if !isComplete { return unfinished() }
    if start == end { return .end }
    unsafe bounds.pointee = last
    fieldCount += 1
    return finishFile()
  }

  private mutating func finishFile() -> Outcome {
    forgetSearch()
    recordEnd = end
    next = end
    lineEnd = .none
    return .record
  }

  private mutating func unfinished() -> Outcome {
    forgetSearch()
    return .unfinished
  }

  /// Takes the record found by the last `scan` out of the window, into `record`.
  @inline(__always)
  mutating func take(into record: inout Record) {
    let length = recordEnd &- start
    // Fields with halved quotes are stored once more, and are not longer than before.
    record.makeRoom(for: (escapes.isEmpty ? length : 2 * length) &+ Self.padding)
    let text = unsafe UnsafeRawPointer(base + start)
    unsafe record.bytes.withUnsafeMutableBytes { unsafe Self.copyBlocks(text, length, to: $0) }
    takeFields(into: &record)
    record.textCount = length
    record.usedCount = length
    if !escapes.isEmpty { halveQuotes(in: &record) }
    start = next
  }

  /// Skips the record found by the last `scan()`.
  mutating func skip() {
    start = next
  }
}
