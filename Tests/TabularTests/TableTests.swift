import Foundation
import TestSupport
import Testing

@testable import Tabular

@Suite("A table in memory")
struct TableTests {
  @Test("has rows with lines, and answers for fields that are not there")
  func rows() throws {
    let table = try Table(Array("a,b\n\n\"x\ny\",\"2\"\nlast\n".utf8))
    #expect(table.rows.map(\.line) == [1, 3, 5])
    #expect(table.rows[1].fields == ["x\ny", "2"])
    #expect(table.rows[2][0] == "last")
    #expect(table.rows[2][3] == "")
    #expect(table.rows[2][-1] == "")
    #expect(table.diagnosticCounts == [.blankLine: 1])
  }

  @Test("says which file cannot be read, in the system's words")
  func missing() {
    let error = #expect(throws: CSVError.self) {
      try Table(.file("/nowhere/at/all.csv"))
    }
    #expect(error?.kind == .cannotRead)
    #expect(
      error?.description == "/nowhere/at/all.csv cannot be read: No such file or directory")
  }

  @Test("refuses a folder")
  func folder() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let error = #expect(throws: CSVError.self) { try Table(.file(scratch.url.path)) }
    #expect(error?.kind == .cannotRead)
    #expect(error?.detail == "Is a directory")
  }

  @Test(
    "refuses a dialect that contradicts itself",
    arguments: [
      Dialect(delimiter: 10), Dialect(delimiter: 0), Dialect(delimiter: 200),
      Dialect(delimiter: 34), Dialect(quote: 13), Dialect(maxFieldBytes: 0),
    ])
  func dialects(dialect: Dialect) {
    let error = #expect(throws: CSVError.self) { try Table([], dialect: dialect) }
    #expect(error?.kind == .invalidDialect)
  }
}
