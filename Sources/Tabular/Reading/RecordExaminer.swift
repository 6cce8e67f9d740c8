/// Reads one record slowly and exactly, to say where something is wrong with it.
///
/// The scanner finds structure fast and knows only that a record is odd: it has a bare quote, or
/// a field that may be too long, or it does not end. The examiner then walks over the same text
/// one scalar at a time, with the rules P2 to P8 in the order in which they apply, and finds
/// the first fault and every bare quote with their positions.
struct RecordExaminer {
  private enum State { case fieldStart, unquoted, quoted, closed }

  private let dialect: Dialect
  private let number: Int
  private let isComplete: Bool
  private let quotesWanted: Int
  private var cursor: PositionCursor
  private var state = State.fieldStart
  private var field = 1
  private var fieldStart: Position
  /// Bytes of the quoted field so far, its quotes halved.
  private var length = 0
  /// How far its last character that is no quote starts from the opening quote, in the file.
  private var reach = 0

  /// The places of quotes taken as data.
  private(set) var bareQuotes: [Diagnostic] = []

  /// Prepares to examine a record.
  ///
  /// `isComplete` says that the file ends where the text does, `quotesWanted` how many bare quotes
  /// to keep.
  init(
    _ dialect: Dialect, encoding: TextEncoding, record: Int, at start: Position,
    isComplete: Bool, quotesWanted: Int
  ) {
    self.quotesWanted = quotesWanted
    self.dialect = dialect
    number = record
    self.isComplete = isComplete
    cursor = PositionCursor(at: start, encoding: encoding)
    fieldStart = start
  }

  /// Walks to the end of the record or of the text.
  ///
  /// - Returns: the first fault; nil when there is none so far.
  mutating func examine(_ text: Span<UInt8>) -> CSVError? {
    let limit = dialect.maxFieldBytes ?? .max / 4
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0 { return fault(.nulByte, at: cursor.position) }
      switch state {
      case .quoted:
        index = stepQuoted(text, index)
        // A field of quotes alone has no reach; its length still bounds memory.
        if length > 2 * limit + 4096 || reach > limit { return tooLarge(limit) }
        continue
      case .closed where byte != dialect.delimiter && byte != 10 && byte != 13:
        return fault(.textAfterClosingQuote, at: cursor.position)
      case .closed, .fieldStart, .unquoted:
        if byte == 10 || byte == 13 { return nil }
        stepOutside(byte)
        if state == .unquoted && cursor.position.byte - fieldStart.byte > limit {
          return tooLarge(limit)
        }
      }
      index += 1
    }
    if state == .quoted && isComplete {
      var error = fault(.unterminatedQuote, at: fieldStart)
      error.eofLine = cursor.position.line
      return error
    }
    return nil
  }

  private mutating func stepQuoted(_ text: Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte == dialect.quote {
      cursor.step(over: byte)
      if index + 1 < text.count && text[index + 1] == byte {
        cursor.step(over: byte)
        length += 1
        return index + 2
      }
      // At the end of a piece it may be half of a doubled quote; nothing is decided then.
      if index + 1 < text.count || isComplete { state = .closed }
      return index + 1
    }
    if byte & 0xC0 != 0x80 { reach = cursor.position.byte - fieldStart.byte }
    cursor.step(over: byte)
    length += 1
    return index + 1
  }

  private mutating func stepOutside(_ byte: UInt8) {
    if byte == dialect.delimiter {
      cursor.step(over: byte)
      state = .fieldStart
      field += 1
      length = 0
      reach = 0
      fieldStart = cursor.position
      return
    }
    if byte == dialect.quote {
      if state == .fieldStart {
        state = .quoted
      } else if bareQuotes.count < quotesWanted {
        bareQuotes.append(
          Diagnostic(.bareQuote, at: cursor.position, record: number, field: field))
      }
    } else if state == .fieldStart {
      state = .unquoted
    }
    cursor.step(over: byte)
  }

  private func fault(_ kind: CSVError.Kind, at position: Position) -> CSVError {
    CSVError(kind, at: position, record: number, field: field)
  }

  private func tooLarge(_ limit: Int) -> CSVError {
    var error = fault(.fieldTooLarge, at: fieldStart)
    error.limit = limit
    return error
  }
}
