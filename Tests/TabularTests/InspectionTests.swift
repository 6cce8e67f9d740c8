import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite("The JSON of an inspection")
struct InspectionTests {
  private func json(_ source: ByteSource, _ dialect: Dialect = Dialect()) -> String {
    var bytes: [UInt8] = []
    InspectionJSON(source, dialect: dialect).write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("gives encoding, findings and rows")
  func sound() {
    let text = json(.text("a,\"b\"\"\n\u{1}\"\n\n£5,\\\t\n"))
    let expected = """
      {"encoding":"utf-8","records":2,"diagnostics":[{"kind":"blank_line","line":3}],\
      "diagnostic_counts":{"blank_line":1},"rows":[
      ["a","b\\"\\n\\u0001"],
      ["£5","\\\\\\t"]
      ]}

      """
    #expect(text == expected)
  }

  @Test("escapes what JSON may not hold: the short forms of RFC 8259, and digits for the rest")
  func escapes() {
    let text = json(.text("\"\u{8}\u{9}\u{A}\u{C}\u{D}\u{E}\u{1F}\u{20}/\",x\n"))
    #expect(text.contains(#"["\b\t\n\f\r\u000e\u001f /","x"]"#), "\(text)")
  }

  @Test("gives an error and nothing else")
  func unsound() {
    let expected =
      #"{"error":{"kind":"unterminated_quote","record":2,"field":2,"line":2,"column":3,"#
      + #""byte":6,"eof_line":3}}"# + "\n"
    #expect(json(.text("a,b\n1,\"x\n")) == expected)
  }

  @Test("says that a file cannot be read")
  func unreadable() {
    let expected =
      #"{"error":{"kind":"cannot_read","path":"/nowhere","detail":"No such file or directory"}}"#
    #expect(json(.file("/nowhere")) == expected + "\n")
  }

  @Test("has every fact of every kind of finding")
  func findings() {
    let input = Array("a,,a\r\n1,2\n\n1,b\"c,".utf8) + [0xA3, 0x0A]
    let text = json(.bytes(input), Dialect(header: true))
    #expect(text.hasPrefix(#"{"encoding":"windows-1252","records":3,"diagnostics":[{"#))
    for (finding, counted) in [
      (#"{"kind":"encoding_fallback","line":4,"column":7,"byte":17}"#, "encoding_fallback"),
      (#"{"kind":"blank_line","line":3}"#, "blank_line"),
      (
        #"{"kind":"bare_quote","record":3,"field":2,"line":4,"column":4,"byte":14}"#, "bare_quote"
      ),
      (#"{"kind":"mixed_line_endings","kinds":["crlf","lf"]}"#, "mixed_line_endings"),
      (#"{"kind":"empty_header","field":2}"#, "empty_header"),
      (
        #"{"kind":"duplicate_header","field":3,"first_field":1,"name":"a"}"#, "duplicate_header"
      ),
      (#"{"kind":"ragged_row","record":2,"line":2,"expected":3,"found":2}"#, "ragged_row"),
    ] {
      #expect(text.contains(finding), "\(finding) in \(text)")
      #expect(text.contains("\"\(counted)\":1"), "\(counted) in \(text)")
    }
  }

  @Test("has every fact of every kind of error")
  func errors() {
    for (source, dialect, expected) in [
      (
        .text("a\nabcdefgh\n"), Dialect(maxFieldBytes: 6),
        #""kind":"field_too_large","record":2,"field":1,"limit":6,"line":2,"column":1,"byte":2"#
      ),
      (
        .bytes([0xFF, 0xFE, 0, 0]), Dialect(),
        #""kind":"unsupported_encoding","line":1,"column":1,"byte":0,"encoding":"utf-32le""#
      ),
      (
        .text("a"), Dialect(quote: 44),
        #""kind":"invalid_dialect","detail":"the delimiter and the quote must differ""#
      ),
    ] as [(ByteSource, Dialect, String)] {
      #expect(json(source, dialect) == "{\"error\":{\(expected)}}\n")
    }
  }

  @Test("comes in pieces, with rows or without")
  func pieces() {
    let text = String(repeating: "abcdefghijklmnop,1\n", count: 10_000)
    var sizes: [Int] = []
    var bytes: [UInt8] = []
    InspectionJSON(.text(text)).write {
      sizes.append($0.count)
      bytes += $0
    }
    // Every row makes 26 bytes; a piece is handed on at the first row beyond 64 KiB.
    #expect(sizes.count == 4 && sizes.dropLast().allSatisfy { (65_537..<65_800).contains($0) })
    #expect(bytes == Array(json(.text(text)).utf8))
    var bare: [UInt8] = []
    InspectionJSON(.text("a\n"), includesRows: false).write { bare += $0 }
    #expect(
      String(decoding: bare, as: UTF8.self)
        == #"{"encoding":"utf-8","records":1,"diagnostics":[],"diagnostic_counts":{}}"# + "\n")
  }

  @Test("of nothing has no rows")
  func empty() throws {
    let data = Data(json(.bytes([])).utf8)
    let read = try JSONDecoder().decode(ConformanceCase.Expectation.self, from: data)
    #expect(read.rows == [])
    #expect(read.records == 0)
  }

  @Test(
    "has the words of the published cases", .enabled(if: Reference.isPresent),
    arguments: ConformanceCase.all)
  func words(_ test: ConformanceCase) throws {
    let data = Data(json(.bytes(try test.bytes()), test.ours).utf8)
    let read = try JSONDecoder().decode(ConformanceCase.Expectation.self, from: data)
    if let expected = test.expect.error {
      #expect(read.error == expected)
      #expect(read.rows == nil)
      return
    }
    #expect(read.error == nil)
    #expect(read.encoding == test.expect.encoding)
    #expect(read.records == test.expect.records)
    #expect(read.diagnostic_counts == test.expect.diagnostic_counts)
    let shown = test.expect.diagnostics ?? []
    #expect((read.diagnostics ?? []).prefix(shown.count) == shown[...])
    if let rows = test.expect.rows {
      let isSame = read.rows == rows
      #expect(isSame)
    }
  }
}
