import TestSupport
import Testing

@testable import Tabular

@Suite("The published conformance cases", .enabled(if: Reference.isPresent))
struct ConformanceTests {
  @Test("there are some")
  func present() {
    #expect(ConformanceCase.all.count >= 345)
  }

  @Test("each is read as it says", arguments: ConformanceCase.all)
  func whole(_ test: ConformanceCase) throws {
    let outcome = Outcome(.bytes(try test.bytes()), test.ours)
    try check(outcome, test.expect)
  }

  @Test("each is read the same in pieces of 1 to 17 bytes", arguments: ConformanceCase.all)
  func pieces(_ test: ConformanceCase) throws {
    let bytes = try test.bytes()
    let whole = Outcome(.bytes(bytes), test.ours)
    for size in bytes.count > 100_000 ? [1, 17] : Array(1...17) {
      let isSame = Outcome(.pieces(bytes, of: size), test.ours) == whole
      #expect(isSame, "pieces of \(size)")
    }
  }

  private func check(_ outcome: Outcome, _ expect: ConformanceCase.Expectation) throws {
    if let failure = expect.error {
      let error = try #require(outcome.error, "accepted what is malformed")
      #expect(error.kind.rawValue == failure.kind)
      #expect(error.line == failure.line)
      #expect(error.column == failure.column)
      #expect(error.byte == failure.byte)
      #expect(error.record == failure.record)
      #expect(error.field == failure.field)
      #expect(error.eofLine == failure.eof_line)
      #expect(error.limit == failure.limit)
      return
    }
    #expect(outcome.error == nil)
    #expect(outcome.encoding.rawValue == expect.encoding)
    #expect(outcome.rows.count == expect.records)
    if let rows = expect.rows { #expect(outcome.rows == rows) }
    if let shape = expect.rows_shape {
      // Fields and characters of the first rows.
      let found = outcome.rows.prefix(shape.count).map { row in
        [row.count, row.reduce(0) { $0 + $1.unicodeScalars.count }]
      }
      let isSame = found == shape
      #expect(isSame)
    }
    let counts = Dictionary(uniqueKeysWithValues: outcome.counts.map { ($0.rawValue, $1) })
    #expect(counts == expect.diagnostic_counts)
    let findings = expect.diagnostics ?? []
    #expect(outcome.diagnostics.count >= findings.count)
    for (ours, theirs) in zip(outcome.diagnostics, findings) { check(ours, theirs) }
  }

  private func check(_ ours: Diagnostic, _ theirs: ConformanceCase.Finding) {
    #expect(ours.kind.rawValue == theirs.kind)
    #expect(ours.line == theirs.line)
    #expect(ours.column == theirs.column)
    #expect(ours.byte == theirs.byte)
    #expect(ours.record == theirs.record)
    #expect(ours.field == theirs.field)
    #expect(ours.expected == theirs.expected)
    #expect(ours.found == theirs.found)
    #expect(ours.firstField == theirs.first_field)
    #expect(ours.name == theirs.name)
    #expect(ours.lineEndings == theirs.kinds)
  }
}
