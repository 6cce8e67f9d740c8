import Testing

@testable import Tabular

@Suite("A record")
struct RecordTests {
  private func records(_ text: String, _ dialect: Dialect = Dialect()) throws -> [Record] {
    var reader = try CSVReader(.pieces(Array(text.utf8), of: 3), dialect: dialect)
    var record = Record()
    var all: [Record] = []
    while try reader.next(&record) { all.append(record) }
    return all
  }

  @Test("gives its fields, and nothing for those that it lacks")
  func fields() throws {
    let record = try #require(try records("a,\"b,\"\"c\",\nx\n").first)
    #expect(record.strings == ["a", "b,\"c", ""])
    #expect(record.string(at: 3).isEmpty && record.string(at: -1).isEmpty)
    #expect(record.isEmpty(at: 2) && record.isEmpty(at: 9) && !record.isEmpty(at: 0))
    #expect(record.withField(at: 0) { $0.count } == 1)
    #expect(record.withField(at: 7) { $0.count } == 0)
    #expect(record.text == "a,\"b,\"\"c\",")
    #expect(record.textLength == record.text.utf8.count)
  }

  @Test("says where a field starts, quotes, doubled quotes and letters of several bytes counted")
  func positions() throws {
    let all = try records("é,\"q,\"\"r\",s\nt,u\n")
    let first = try #require(all.first)
    // é takes two bytes and one column; the quoted field is eight characters long.
    #expect(first.position(ofField: 0) == Position(line: 1, column: 1, byte: 0))
    #expect(first.position(ofField: 1) == Position(line: 1, column: 3, byte: 3))
    #expect(first.position(ofField: 2) == Position(line: 1, column: 11, byte: 11))
    #expect(all[1].position(ofField: 1) == Position(line: 2, column: 3, byte: 15))
    let lines = try #require(try records("\"a\nb\",c\n").first)
    #expect(lines.position(ofField: 1) == Position(line: 2, column: 4, byte: 6))
  }

  @Test("knows its line, byte and number")
  func place() throws {
    let all = try records("a\n\nb\n\"c\nd\"\ne\n")
    #expect(all.map(\.line) == [1, 3, 4, 6])
    #expect(all.map(\.byte) == [0, 3, 5, 11])
    #expect(all.map(\.number) == [1, 2, 3, 4])
  }

  /// How many bytes each character takes: `a`, `é`, `€` and, where there is one, `😀`.
  @Test(
    "counts its bytes as the file has them, whatever the encoding",
    arguments: [
      (TextEncoding.utf8, [1, 2, 3, 4]), (.utf16le, [2, 2, 2, 4]), (.utf16be, [2, 2, 2, 4]),
      (.windows1252, [1, 1, 1]),
    ])
  func widths(encoding: TextEncoding, bytes: [Int]) throws {
    let letters = Array("aé€😀".prefix(bytes.count))
    let text = letters.map { "\($0)," }.joined() + "\"é\"\n" + "x,\(letters[2])\"\n"
    let input: [UInt8]
    switch encoding {
    case .utf16le: input = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16be: input = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252:
      input = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    default: input = Array(text.utf8)
    }
    let dialect = Dialect(encoding: .named(encoding))
    var reader = try CSVReader(.pieces(input, of: 3), dialect: dialect)
    var record = Record()
    #expect(try reader.next(&record))
    var byte = 0
    for index in letters.indices {
      let place = Position(line: 1, column: 1 + 2 * index, byte: byte)
      #expect(record.position(ofField: index) == place)
      byte += bytes[index] + bytes[0]
    }
    let quoted = Position(line: 1, column: 1 + 2 * letters.count, byte: byte)
    #expect(record.position(ofField: letters.count) == quoted)
    byte += bytes[1] + 3 * bytes[0]
    #expect(try reader.next(&record))
    #expect(record.byte == byte && record.line == 2)
    // The bare quote stands behind `x`, the comma and the letter.
    let place = byte + 2 * bytes[0] + bytes[2]
    #expect(reader.diagnostics.map(\.short) == ["bare_quote 2:4 @\(place) r2 f2"])
  }

  @Test("as a row has an empty text for every column that it lacks")
  func row() {
    let row = Row(line: 4, fields: ["a", ""])
    #expect(row[0] == "a" && row[2].isEmpty && row[-1].isEmpty)
    #expect(row.count == 2 && !row.isEmpty && Row(line: 1, fields: ["", ""]).isEmpty)
  }
}

@Suite("Findings and errors in words")
struct SentenceTests {
  /// The findings of a text, as sentences.
  private func findings(_ bytes: [UInt8]) throws -> [String] {
    var reader = try CSVReader(.bytes(bytes), dialect: Dialect(header: true))
    var record = Record()
    while try reader.next(&record) {}
    return reader.diagnostics.map(\.description)
  }

  @Test("each finding is one sentence with its place")
  func diagnostics() throws {
    let text = "a,,a\n1,2\n\n1,b\"c,3\r\n4\n"
    let found = try findings(Array(text.utf8))
    for sentence in [
      "column 2 has no name", "column 3 has the name of column 1, a",
      "line 2: 2 fields found, 3 expected", "line 5: 1 field found, 3 expected",
      "line 3: an empty line was skipped", "a quote inside an unquoted field was taken as data",
      "more than one kind of line end: crlf, lf",
    ] {
      #expect(found.contains { $0.hasSuffix(sentence) }, "\(sentence) in \(found)")
    }
    let legacy = try findings(Array("a\n".utf8) + [0xA3, 0x35, 0x0A])
    #expect(legacy.contains { $0.contains("read as Windows-1252") })
  }

  @Test(
    "each error is one sentence with its place",
    arguments: [
      ("a\n\"b", "line 2, column 1: the quoted field that opens here is never closed"),
      ("\"a\"b\n", "line 1, column 4: text follows the closing quote of a field"),
      ("a\0\n", "line 1, column 2: a NUL character stands in the text"),
      ("abcdefgh\n", "the field that starts here is longer than the limit of 6 bytes"),
    ])
  func errors(text: String, sentence: String) throws {
    #expect {
      var reader = try CSVReader(.text(text), dialect: Dialect(maxFieldBytes: 6))
      var record = Record()
      while try reader.next(&record) {}
    } throws: { "\($0)".contains(sentence) }
  }

  @Test("what cannot be read at all is said too")
  func refusals() throws {
    func words(_ source: ByteSource, _ dialect: Dialect = Dialect()) -> String {
      do {
        var reader = try CSVReader(source, dialect: dialect)
        var record = Record()
        while try reader.next(&record) {}
        return "nothing was wrong"
      } catch { return "\(error)" }
    }
    #expect(words(.file("/nonexistent")).hasPrefix("/nonexistent cannot be read: No such file"))
    #expect(words(.bytes([0xFF, 0xFE, 0, 0])).contains("the encoding utf-32le is not read"))
    #expect(words(.text("a"), Dialect(maxFieldBytes: 0)).contains("cannot be read as asked"))
    var utf8 = Dialect()
    utf8.encoding = .named(.utf8)
    #expect(words(.bytes([0x61, 0xFF]), utf8).contains("are not text in the file's encoding"))
    #expect(CSVError(.recordTooLarge).description.contains("are the line ends missing?"))
    #expect(CSVError(.cannotRead).description == "the input cannot be read: no reason given")
  }

  @Test("a source has a name, and what can be read once is kept to be read again")
  func sources() throws {
    #expect(ByteSource.file("a.csv").name == "a.csv" && ByteSource.text("a").name == "the text")
    #expect(ByteSource.standardInput.name == "standard input")
    #expect(!ByteSource.standardInput.isRepeatable && ByteSource.text("a").isRepeatable)
    let table = try Table(
      try ByteSource.text("a;b\n").repeatable(), dialect: Dialect(delimiter: 59))
    #expect(table.rows == [Row(line: 1, fields: ["a", "b"])])
    #expect(Table(rows: table.rows, encoding: .utf8).diagnosticCounts.isEmpty)
  }
}
