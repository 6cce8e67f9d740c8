import Testing

@testable import Tabular

@Suite("The CSV writer")
struct CSVWriterTests {
  @Test(
    "quotes only what needs it",
    arguments: [
      (["a", "b"], "a,b\n"), (["a,b"], "\"a,b\"\n"), (["say \"hi\""], "\"say \"\"hi\"\"\"\n"),
      (["two\nlines", "x"], "\"two\nlines\",x\n"), (["cr\r"], "\"cr\r\"\n"),
      ([" spaced "], " spaced \n"), ([""], "\"\"\n"), (["", ""], ",\n"), ([], ""),
      (["\u{FEFF}a"], "\"\u{FEFF}a\"\n"), (["semi;colon"], "semi;colon\n"), (["£5"], "£5\n"),
    ])
  func quoting(fields: [String], expected: String) {
    var writer = CSVWriter(safety: .raw)
    writer.append(record: fields)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test(
    "puts an apostrophe before text that a spreadsheet would run",
    arguments: [
      ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-5", "'-5"), ("@SUM", "'@SUM"),
      ("  =1", "'  =1"), ("\u{A0}=1", "'\u{A0}=1"), ("\u{FEFF}=1", "'\u{FEFF}=1"),
      ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"),
      ("\t1", "'\t1"), ("\r1", "\"'\r1\""), ("\n1", "\"'\n1\""), ("=\"a\"", "\"'=\"\"a\"\"\""),
      ("a=1", "a=1"), ("", "\"\""), ("  ", "  "), ("–5", "–5"), ("１", "１"), ("€=", "€="),
    ])
  func formulas(text: String, expected: String) {
    var writer = CSVWriter()
    writer.append(text: text)
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected + "\n")
  }

  @Test("leaves numbers alone")
  func numbers() {
    var writer = CSVWriter()
    writer.append(number: -3)
    writer.append(number: "-1.50")
    writer.appendEmpty()
    writer.append(number: "1,000")
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "-3,-1.50,,\"1,000\"\n")
  }

  @Test("hands over what it has built and goes on")
  func flushing() {
    var writer = CSVWriter(delimiter: UInt8(ascii: "\t"), byteOrderMark: true, quotesSpaces: true)
    var taken: [UInt8] = []
    writer.append(record: ["a", " b"])
    writer.flush(above: 1000) { taken += $0 }
    #expect(taken.isEmpty)
    writer.flush { taken += $0 }
    #expect(writer.count == 0)
    writer.append(record: ["c\td"])
    taken += writer.takeBytes()
    #expect(String(decoding: taken, as: UTF8.self) == "\u{FEFF}a\t\" b\"\n\"c\td\"\n")
  }

  @Test("writes nothing that does not read back, in raw mode")
  func roundTrip() throws {
    var random = Seeded(7)
    for round in 0..<2000 {
      let table = random.table()
      var writer = CSVWriter(safety: .raw, quotesSpaces: round % 2 == 0)
      for row in table { writer.append(record: row) }
      let outcome = Outcome(.bytes(writer.bytes))
      #expect(outcome.error == nil)
      #expect(outcome.rows == table)
      #expect(outcome.diagnostics.isEmpty)
    }
  }
}
