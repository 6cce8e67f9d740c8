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
