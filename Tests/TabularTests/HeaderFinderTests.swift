import Testing

@testable import Tabular

@Suite("Finding the header of a sheet")
struct HeaderFinderTests {
  private func rows(_ text: String) throws -> [Row] {
    try Table(Array(text.utf8)).rows
  }

  @Test("below titles and notes", arguments: [0, 1, 6, 80])
  func preamble(height: Int) throws {
    let above = (0..<height).map { "Table \($0): spend,,\n" }.joined()
    let rows = try rows(above + "E-code,\"Local\nauthority \",Total\nE1,Adur,5\n")
    let header = HeaderFinder().find(in: rows, where: [["local authority"], ["e-code", "ecode"]])
    #expect(header?.rows == height..<height + 1)
    #expect(header?.columns == [1, 0])
    #expect(header?.firstDataRow == height + 1)
    #expect(header?.column(named: "TOTAL") == 2)
  }

  @Test("not deeper than asked")
  func tooDeep() throws {
    let rows = try rows(String(repeating: "x\n", count: 81) + "code,name\n")
    #expect(HeaderFinder().find(in: rows, where: [["code"], ["name"]]) == nil)
    #expect(HeaderFinder(maxPreamble: 81).find(in: rows, where: [["code"], ["name"]]) != nil)
  }

  @Test("stacked over several rows, groups carried to the right")
  func stacked() throws {
    let rows = try rows(
      "Title,,,\nTransaction ,Adults,,Children\nnumber,Gross,Net,Gross\n1,2,3,4\n")
    let header = HeaderFinder().find(
      in: rows, where: [["transaction number"], ["adults net"], ["children gross"]])
    #expect(header?.rows == 1..<3)
    #expect(header?.columns == [0, 2, 3])
    #expect(
      header?.names == ["Transaction  number", "Adults Gross", "Adults Net", "Children Gross"])
  }

  @Test("stacked over seven rows")
  func sevenRows() throws {
    let rows = try rows("note\na,x\nb,\nc,\nd,\ne,\nf,\ng,y\n1,2\n")
    let header = HeaderFinder().find(in: rows, where: [["a b c d e f g"], ["x y"]])
    #expect(header?.rows == 1..<8)
  }

  @Test("and under a group that is not theirs")
  func ownNames() throws {
    let rows = try rows("Code,,Adults,\n,Name,Gross,Net\n")
    let header = HeaderFinder().find(in: rows, where: [["code"], ["name"], ["adults net"]])
    #expect(header?.columns == [0, 1, 3])
    #expect(header?.column(named: "name") == 1)
  }

  @Test("prefers one row to a stack, and names in the order given")
  func preference() throws {
    let rows = try rows("Code,Area\nnew,name\ncode,old code\n")
    let header = HeaderFinder().find(in: rows, where: [["old code", "code"]])
    #expect(header?.rows == 0..<1)
    let second = HeaderFinder().find(in: rows, where: [["old*"]])
    #expect(second?.columns == [1])
  }

  @Test("by a predicate on plain names")
  func predicate() throws {
    let rows = try rows("About\nLAD25CD,LAD25NM\nE1,Adur\n")
    let header = HeaderFinder().find(in: rows) { names in
      names.contains { $0.hasPrefix("lad") && $0.hasSuffix("cd") }
    }
    #expect(header?.rows == 1..<2)
    #expect(header?.names == ["LAD25CD", "LAD25NM"])
  }
}
