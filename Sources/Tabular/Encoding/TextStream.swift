/// The text of a source: its bytes, decoded to UTF-8 as they are read.
///
/// UTF-8 is read straight into the window. With `.auto` the encoding may come out late, at the
/// first byte that is not ASCII; until then the two candidates agree, so nothing handed out
/// before has to be taken back. A file that turns out to be neither is *doomed*: the reader then
/// drains the rest, because which byte is to be blamed depends on the whole file.
struct TextStream: ~Copyable {
  /// The encoding as far as it is known.
  private(set) var encoding: TextEncoding
  /// Where the text stopped being UTF-8, when it was then read as Windows-1252.
  private(set) var fallback: Position?
  /// True when a NUL went by in a file whose encoding was given by name or mark.
  private(set) var sawNUL = false

  private var stream: ByteStream
  private let isGuessing: Bool
  private let isSample: Bool
  private var scout = UTF8Scout()
  private var transcoder: Transcoder?
  private var raw: ByteScanner
  private var offset: Int
  private var isFinished: Bool
  private var nul: Position?
  private var bad: Position?
  private var undefined: Position?

  /// Goes on from what was opened.
  ///
  /// `isSample` says that the file goes on after the source, so that half a character at the end
  /// is no offence.
  init(_ opening: TextOpening, isSample: Bool) {
    encoding = opening.encoding
    isGuessing = opening.isGuess
    self.isSample = isSample
    stream = opening.stream
    raw = ByteScanner(delimiter: 0, quote: nil)
    raw.append(opening.head.span)
    offset = opening.firstByte
    isFinished = opening.isFinished
    if opening.encoding != .utf8 { transcoder = Transcoder(opening.encoding) }
  }

  /// True when the file cannot be read as text.
  var isDoomed: Bool {
    guard isGuessing else { return bad != nil }
    return nul != nil || undefined != nil || bad != nil && scout.sawMultibyte
  }

  /// True when nothing that follows can change which error is reported.
  var isSettled: Bool {
    if isFinished || nul != nil { return true }
    return !isGuessing && (bad != nil || encoding.isTotal)
  }

  /// How many bytes at the end of the window may still become a character.
  var pending: Int { transcoder == nil ? scout.pending(at: offset) : 0 }

  /// Appends text to the window, whose first byte stands at `cursor`; false when there is no more.
  mutating func fill(
    _ window: inout ByteScanner, from cursor: PositionCursor, room: Int = 0
  ) throws(CSVError) -> Bool {
    if transcoder != nil { return try fillDecoded(&window, from: cursor) }
    var count = raw.count
    if count > 0 {
      raw.withBytes(raw.start..<raw.end) { window.append($0) }
      raw.discard(to: raw.end)
    } else {
      count = isFinished ? 0 : try stream.read(into: &window, room: room)
      if count == 0 { isFinished = true }
    }
    look(at: window.end - count..<window.end, in: window)
    offset += count
    if isFinished && !isSample { scout.finish() }
    noteOffences(in: &window, from: cursor)
    return count > 0
  }

  /// Lets the scout look at new bytes, the first of which is byte `offset` of the file.
  ///
  /// Blocks of plain ASCII tell it nothing and are left out: they are nearly all.
  private mutating func look(at fresh: Range<Int>, in window: borrowing ByteScanner) {
    let first = offset - fresh.lowerBound
    var position = fresh.lowerBound
    while true {
      if scout.isBetweenCharacters { position = window.endOfPlain(position..<fresh.upperBound) }
      if position == fresh.upperBound { return }
      let next = min(position + 64, fresh.upperBound)
      window.withBytes(position..<next) { scout.feed($0, from: first + position) }
      position = next
    }
  }

  private mutating func noteOffences(in window: inout ByteScanner, from cursor: PositionCursor) {
    if let first = scout.firstNUL {
      sawNUL = true
      // One behind a bad byte is found again when the text behind that has been decoded.
      let isBehind = scout.offendedFirst && first > scout.firstBad ?? .max
      if isGuessing && nul == nil && !isBehind {
        nul = place(of: first, in: window, from: cursor)
      }
    }
    guard bad == nil, let first = scout.firstBad else { return }
    bad = place(of: first, in: window, from: cursor)
    guard isGuessing && scout.offendedFirst else { return }
    // All before it is ASCII, which is the same in both encodings; only what follows changes.
    fallback = bad
    encoding = .windows1252
    var decoder = Transcoder(.windows1252)
    let tail = window.cut(from: window.end - (offset - first))
    let text = decoder.decode(tail.span, from: first, isLast: isFinished && !isSample)
    transcoder = decoder
    var cursor = cursor
    cursor.encoding = .windows1252
    append(text, to: &window, from: cursor)
  }

  /// The position of a byte of the file that stands in a window of undecoded bytes.
  private func place(
    of byte: Int, in window: borrowing ByteScanner, from cursor: PositionCursor
  ) -> Position {
    var cursor = cursor
    window.withBytes(window.start..<window.end - (offset - byte)) { cursor.step(over: $0) }
    return Position(line: cursor.position.line, column: cursor.position.column, byte: byte)
  }

  private mutating func fillDecoded(
    _ window: inout ByteScanner, from cursor: PositionCursor
  ) throws(CSVError) -> Bool {
    if raw.count == 0 && !isFinished {
      isFinished = try stream.read(into: &raw) == 0
    }
    let count = raw.count
    let (from, isLast) = (offset, isFinished && !isSample)
    if isGuessing { raw.withBytes(raw.start..<raw.end) { scout.feed($0, from: from) } }
    let text = raw.withBytes(raw.start..<raw.end) {
      transcoder?.decode($0, from: from, isLast: isLast) ?? []
    }
    raw.discard(to: raw.end)
    offset += count
    append(text, to: &window, from: cursor)
    return count > 0
  }

  private mutating func append(
    _ text: [UInt8], to window: inout ByteScanner, from cursor: PositionCursor
  ) {
    let before = window.count
    window.append(text.span)
    if isGuessing && nul == nil, let byte = scout.firstNUL {
      nul = walk(window, from: cursor) { $0.byte == byte }
    } else if !sawNUL && !isGuessing {
      sawNUL = window.hasNUL(window.start + before..<window.end)
    }
    guard let decoder = transcoder, let byte = decoder.firstBad else { return }
    guard isGuessing ? undefined == nil : bad == nil else { return }
    let place = walk(window, from: cursor) { $0.byte == byte }
    if isGuessing { undefined = place } else { bad = place }
  }

  private func walk(
    _ window: borrowing ByteScanner, from cursor: PositionCursor, until: (Position) -> Bool
  ) -> Position {
    var cursor = cursor
    window.withBytes(window.start..<window.end) { bytes in
      for index in bytes.indices {
        // A scalar's advance happens at its first byte.
        if bytes[index] & 0xC0 != 0x80 && until(cursor.position) { return }
        cursor.step(over: bytes[index])
      }
    }
    return cursor.position
  }

  /// The error to report when the text is not to be had, or has the structural fault given.
  ///
  /// What is wrong with the encoding comes first: it explains the rest.
  func verdict(otherwise fault: CSVError?) -> CSVError? {
    guard isGuessing else {
      guard let bad else { return fault }
      var error = CSVError(.invalidEncoding, at: bad)
      if encoding == .utf16le || encoding == .utf16be { (error.line, error.column) = (nil, nil) }
      error.detail = "the encoding is \(encoding.rawValue)"
      return error
    }
    if let nul { return CSVError(.nulByte, at: nul) }
    guard let bad else { return fault }
    if scout.sawMultibyte {
      var error = CSVError(.invalidEncoding, at: bad)
      error.detail = "the file mixes UTF-8 with something else"
      return error
    }
    guard let undefined else { return fault }
    var error = CSVError(.invalidEncoding, at: undefined)
    error.detail = "neither UTF-8 nor Windows-1252"
    return error
  }
}
