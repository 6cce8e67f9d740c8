import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Tabular

@Suite("Where bytes come from")
struct SourceTests {
  private static let text = "a;b\n1;2\n3;4\n"

  /// A pipe that holds a text and is closed for writing.
  private func pipe(_ text: String) throws -> Pipe {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    return pipe
  }

  private func source(_ pipe: Pipe) -> ByteSource {
    .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "the pipe")
  }

  @Test("a pipe is read once, from its first byte to its last")
  func pipes() throws {
    let pipe = try pipe(Self.text)
    defer { try? pipe.fileHandleForReading.close() }
    let once = source(pipe)
    #expect(once.name == "the pipe" && !once.isRepeatable)
    let outcome = Outcome(once, Dialect(delimiter: UInt8(ascii: ";")))
    #expect(outcome.rows == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(try once.whole(limit: 10).isEmpty)
  }

  @Test("a pipe is made repeatable by reading it into memory")
  func repeatable() throws {
    let pipe = try pipe(Self.text)
    defer { try? pipe.fileHandleForReading.close() }
    let again = try source(pipe).repeatable()
    #expect(again.isRepeatable && again.name == "the text")
    for _ in 0..<2 { #expect(try again.whole(limit: 100) == Array(Self.text.utf8)) }
    let file = ByteSource.file("a.csv")
    #expect(file.isRepeatable && file.name == "a.csv")
    #expect(try file.repeatable().name == "a.csv")
    #expect(!ByteSource.standardInput.isRepeatable)
    #expect(ByteSource.standardInput.name == "standard input")
  }

  @Test("a pipe may be read whole")
  func wholePipe() throws {
    let pipe = try pipe(Self.text)
    defer { try? pipe.fileHandleForReading.close() }
    #expect(try source(pipe).whole(limit: 12) == Array(Self.text.utf8))
  }

  @Test("a descriptor that is closed cannot be read, in the system's words")
  func closed() throws {
    let bad = ByteSource.descriptor(-1, name: "nothing")
    for read in [
      { _ = try bad.whole(limit: 1) }, { _ = try bad.repeatable() },
      { _ = try CSVReader(bad) }, { _ = try Dialect.sniff(bad) },
    ] as [() throws -> Void] {
      let error = #expect(throws: CSVError.self) { try read() }
      #expect(error?.description == "nothing cannot be read: Bad file descriptor")
    }
  }

  @Test("a descriptor stays open for its owner", arguments: [true, false])
  func stays(whole: Bool) throws {
    let pipe = try pipe("a\n")
    defer { try? pipe.fileHandleForReading.close() }
    if whole { _ = try source(pipe).whole(limit: 9) } else { _ = Outcome(source(pipe)) }
    #expect(fcntl(pipe.fileHandleForReading.fileDescriptor, F_GETFD) != -1)
  }

  @Test("whoever watches sees every byte once, in order", arguments: [1, 3, 1000])
  func watched(piece: Int) throws {
    let seen = Mutex<[UInt8]>([])
    let pieces = Mutex(0)
    let source = ByteSource.pieces(Array(Self.text.utf8), of: piece).watched { span in
      var piece: [UInt8] = []
      for index in span.indices { piece.append(span[index]) }
      let bytes = piece
      seen.withLock { $0 += bytes }
      pieces.withLock { $0 += 1 }
    }
    #expect(Outcome(source).rows.count == 3)
    #expect(seen.withLock { $0 } == Array(Self.text.utf8))
    #expect(pieces.withLock { $0 } == (Self.text.utf8.count + piece - 1) / piece)
  }

  @Test("a delimiter is found from the beginning of a file")
  func sniffed() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let url = scratch.url.appendingPathComponent("a.csv")
    try Data(Self.text.utf8).write(to: url)
    let found = try Dialect.sniff(.file(url.path))
    #expect(found.dialect.delimiter == UInt8(ascii: ";") && found.isFounded)
    #expect(found.reason == "a semicolon splits 3 of 3 records into 2 fields")
    // Of a long file only the beginning is looked at, and the record that is cut off there.
    let long = String(repeating: "a;b,c;d\n", count: 200_000)
    try Data(long.utf8).write(to: url)
    let part = try Dialect.sniff(.file(url.path))
    #expect(part.reason == "a semicolon splits 32768 of 32768 records into 3 fields")
  }

  @Test("the head says whether it is all", arguments: [(11, false), (12, false), (13, true)])
  func head(limit: Int, isWhole: Bool) throws {
    for piece in [1, 5, 100] {
      let (bytes, whole) = try ByteSource.pieces(Array(Self.text.utf8), of: piece).head(limit)
      #expect(bytes == Array(Self.text.utf8.prefix(limit)) && whole == isWhole)
    }
  }
}

@Suite("A record that is longer than any may be")
struct RecordLimitTests {
  @Test("is refused where it starts, with the limit")
  func fields() {
    let row = String(repeating: ",", count: Dialect.maxFields)
    let outcome = Outcome(.text("a\n" + row + "\n"))
    #expect(outcome.error?.kind == .recordTooLarge && outcome.rows.isEmpty)
    #expect(outcome.error?.line == 2 && outcome.error?.byte == 2 && outcome.error?.record == 2)
    #expect(outcome.error?.description.contains("the limit is \(Dialect.maxFields) fields") == true)
    // One field less is held.
    #expect(Outcome(.text(String(row.dropLast()) + "\n")).rows.first?.count == Dialect.maxFields)
  }

  @Test("a field of quotes alone may be longer, in any column, but not without end")
  func quotes() {
    // Twice the limit and 4096 more, each counted from the start of its own field.
    let dialect = Dialect(maxFieldBytes: 5)
    func field(_ count: Int) -> String {
      "\"" + String(repeating: "\"\"", count: count) + "\""
    }
    let quotes = String(repeating: "\"", count: 4106)
    #expect(
      Outcome(.text("\(field(4106)),\"abcd\",\(field(4106))"), dialect).rows
        == [[quotes, "abcd", quotes]])
    for text in [field(4107), "\"abcd\",\(field(4107))"] {
      let error = Outcome(.text(text), dialect).error
      #expect(error?.kind == .fieldTooLarge && error?.limit == 5)
      #expect(error?.byte == (text.hasPrefix("\"a") ? 7 : 0))
    }
  }

  @Test(
    "has a limit that follows that of a field",
    arguments: [
      (nil, 1 << 30), (1, 1 << 25), (1 << 24, 1 << 25), (1 << 25, 1 << 26), (1 << 29, 1 << 30),
      (Int.max, 1 << 30),
    ] as [(Int?, Int)])
  func limits(field: Int?, record: Int) {
    #expect(Dialect(maxFieldBytes: field).maxRecordBytes == record)
  }

  @Test(
    "a dialect that contradicts itself is refused",
    arguments: [
      (Dialect(delimiter: 0), "the delimiter must be"), (Dialect(delimiter: 10), "the delimiter"),
      (Dialect(delimiter: 13), "the delimiter must be"),
      (Dialect(delimiter: 0x80), "the delimiter must be"),
      (Dialect(quote: 13), "the quote must be"),
      (Dialect(quote: 0x80), "the quote must be"), (Dialect(quote: 44), "must differ"),
      (Dialect(maxFieldBytes: 0), "at least one byte"),
    ])
  func defects(dialect: Dialect, words: String) {
    let error = Outcome(.text("a"), dialect).error
    #expect(error?.kind == .invalidDialect)
    #expect(error?.description.contains(words) == true)
    #expect(error?.description.hasPrefix("the file cannot be read as asked: ") == true)
  }

  @Test(
    "a dialect on the edge is read", arguments: [Dialect(delimiter: 0x7F), Dialect(quote: 0x7F)])
  func edges(dialect: Dialect) {
    #expect(Outcome(.text("a"), dialect).rows == [["a"]])
    #expect(Outcome(.text("ab"), Dialect(maxFieldBytes: 2)).rows == [["ab"]])
    #expect(Outcome(.text("ab"), Dialect(maxFieldBytes: 1)).error?.kind == .fieldTooLarge)
  }
}
