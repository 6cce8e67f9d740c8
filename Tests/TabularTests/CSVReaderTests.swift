import Testing

@testable import Tabular

@Suite("The CSV reader")
struct CSVReaderTests {
  @Test("reads what is sound and refuses what is not", arguments: ReaderCase.all)
  func cases(_ test: ReaderCase) {
    let outcome = Outcome(.bytes(test.input), test.dialect)
    #expect(outcome.error?.short == test.error)
    #expect(outcome.rows == test.rows)
    if test.error == nil {
      #expect(outcome.encoding == test.encoding)
      #expect(outcome.diagnostics.map(\.short) == test.findings)
    }
  }

  @Test("does not care how the bytes arrive", arguments: ReaderCase.all)
  func pieces(_ test: ReaderCase) {
    let whole = Outcome(.bytes(test.input), test.dialect)
    for size in 1...17 {
      #expect(Outcome(.pieces(test.input, of: size), test.dialect) == whole, "pieces of \(size)")
    }
  }

  @Test("puts structure right at every offset of a block")
  func offsets() {
    for shift in 0..<140 {
      let pad = String(repeating: "x", count: shift)
      let outcome = Outcome(.text("\(pad),\"a\"\"b\",\r\n\"\(pad)\n,\",c\"d\r\"\"\n"))
      #expect(outcome.rows == [[pad, "a\"b", ""], [pad + "\n,", "c\"d"], [""]])
      #expect(outcome.lines == [1, 2, 4])
      let bare = outcome.diagnostics.first
      #expect(bare?.short == "bare_quote 3:5 @\(2 * shift + 16) r2 f2")
    }
  }

  @Test("gives the same error when asked again")
  func again() throws {
    var reader = try CSVReader(.text("a\n\"b"))
    var record = Record()
    #expect(try reader.next(&record))
    for _ in 0..<2 {
      do throws(CSVError) {
        _ = try reader.next(&record)
        Issue.record("accepted an unterminated quote")
      } catch {
        #expect(error.short == "unterminated_quote 2:1 @2 r2 f1 eof2")
      }
    }
    #expect(reader.recordCount == 1)
  }

  @Test("keeps the first findings and counts all")
  func manyFindings() throws {
    let text = String(repeating: "\n", count: 50) + String(repeating: "a\"\"b\n", count: 50)
    var reader = try CSVReader(.text(text), diagnosticLimit: 60)
    var record = Record()
    while try reader.next(&record) {}
    #expect(reader.diagnosticCounts == [.blankLine: 50, .bareQuote: 100])
    #expect(reader.diagnostics.count == 60)
    #expect(reader.diagnostics.last?.short == "bare_quote 55:3 @72 r5 f1")
  }
}
