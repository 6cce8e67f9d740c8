import Foundation
import TestSupport
import Testing

@testable import Commands

/// A file that is not what it should be, and what is said of it.
struct BadInput: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let code: Int32
  let message: String

  init(_ name: String, _ text: String, _ code: Int32, _ message: String) {
    self.init(name, Array(text.utf8), code, message)
  }

  init(_ name: String, _ bytes: [UInt8], _ code: Int32, _ message: String) {
    self.name = name
    self.bytes = bytes
    self.code = code
    self.message = message
  }

  var testDescription: String { name }

  private static let header = "areacd,indicator,period,observation\n"
  private static let good = "E08000003,local.homes,2024-25,120\n"

  /// One row for each kind.
  static let all: [BadInput] = [
    .init("empty.csv", "", 4, "the file is empty; expected a header row and data"),
    .init("blank.csv", "\n\n", 4, "the file is empty"),
    .init("header.csv", header, 4, "no data below its header"),
    .init(
      "letter.csv", "Dear all\nplease find\n", 4, "letter.csv:1: the columns fit no known layout"),
    .init(
      "column.csv", "areacd,areanm,indicator,period\nE08000003,,x,2024-25\n", 4,
      "tidy (lacks observation)"),
    .init("sheet.csv", [0x50, 0x4B, 3, 4, 0x41], 4, "this is a workbook (.xlsx or .ods)"),
    .init("paper.csv", "%PDF-1.4", 4, "this is a PDF"),
    .init("page.csv", "<!DOCTYPE html>", 4, "this is a web page"),
    .init("packed.csv", [0x1F, 0x8B, 8, 0x41], 4, "this is a compressed file (.gz)"),
    .init(
      "front.csv", "Revenue Outturn,2017-18\nContents,Notes\n", 4,
      "this is a front page or notes sheet without figures by authority"),
    .init(
      "dropdown.csv", "Revenue Outturn,2017-18\nAdult social care,120,340\n", 4,
      "this is the interactive drop-down sheet"),
    .init(
      "quote.csv", header + "E08000003,local.homes,2024-25,\"120\n", 4,
      "quote.csv:2:31: the quoted field that opens here is never closed"),
    .init(
      "after.csv", header + "E08000003,local.homes,2024-25,\"12\"0\n", 4,
      "after.csv:2:35: text follows the closing quote"),
    .init(
      "nul.csv", header + "E08000003,local.homes,2024-25,1\0\n", 4,
      "nul.csv:2:32: a NUL character stands in the text"),
    .init(
      "mixed.csv", Array((header + "E08000003,Stra").utf8) + [0xDF] + Array("e é,2024-25,1\n".utf8),
      4,
      "mixed.csv:2:15: these bytes are not text in the file's encoding"),
    .init("wide.csv", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], 4, "the encoding utf-32le is not read"),
    .init(
      "place.csv", header + good + "E99999999,local.homes,2024-25,7\n", 3,
      "place.csv:3: column 1: found the code 'E99999999', which the place register lacks"),
    .init(
      "ragged.csv", header + good + "E08000035,local.homes,2024-25\n", 3,
      "ragged.csv:3: column 4: found 3 fields, expected 4 as in the header"),
    .init(
      "number.csv", header + good + "E08000035,local.homes,2024-25,1.2.3\n", 3,
      "number.csv:3: column 4: found '1.2.3', expected a number or a marker such as [x]"),
    .init(
      "period.csv", header + good + "E08000035,local.homes,2024-13,7\n", 3,
      "period.csv:3: column 3: found '2024-13', expected a period such as 2024-04-01/P1Y"),
    .init(
      "nameless.csv", header + good + "E08000035,,2024-25,7\n", 3,
      "nameless.csv:3: column 2: found nothing, expected the name of an indicator"),
    .init(
      "columns.csv",
      "areacd,indicator,period,observation,Observation\nE08000003,local.homes,2024-25,5,6\n", 4,
      "columns.csv:1: the columns 4 and 5 are both called 'observation', expected one"),
    .init(
      "none.csv", header + "E08000003,local.homes,2024-25,twelve\n", 4,
      "none.csv:2: found 'twelve', expected a number or a marker such as [x]; all 1 row of data"),
  ]
}

@Suite("Bad inputs")
struct BadInputTests {
  @Test(
    "each is named with what to do, and the exit code says how it ended", arguments: BadInput.all)
  func imported(_ bad: BadInput) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let path = desk.path(bad.name)
    try Data(bad.bytes).write(to: URL(fileURLWithPath: path))
    let program = desk.run("import", path)
    #expect(program.code == bad.code)
    #expect(program.words.contains(bad.message), "\(program.words)")
    #expect(program.output.isEmpty)
    // After any end but 0 and 3 everything is as it was.
    if bad.code == 4 { #expect(desk.bytes == nil) }
  }

  @Test("what is refused by import is refused by inspect", arguments: BadInput.all)
  func inspected(_ bad: BadInput) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let path = desk.path(bad.name)
    try Data(bad.bytes).write(to: URL(fileURLWithPath: path))
    let program = desk.run("inspect", path, "--format", "json")
    #expect(program.code == (bad.code == 4 && bad.name != "none.csv" ? 4 : 0))
    #expect(desk.bytes == nil)
  }

  @Test("a missing file and a folder are told apart")
  func notFiles() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let missing = desk.run("import", desk.path("missing.csv"))
    #expect(missing.code == 4)
    #expect(missing.words.contains("missing.csv: there is no such file"))
    let folder = desk.run("import", desk.path(""))
    #expect(folder.code == 4)
    #expect(folder.words.contains("this is a folder; name the CSV files in it"))
  }

  @Test(
    "a command line that is not understood is answered with 2",
    arguments: [
      (["import"], "'import' needs FILE…"), (["imprt", "x"], "did you mean 'import'?"),
      (["import", "x", "--perod", "2024-25"], "did you mean '--period'?"),
      (["import", "x", "--period", "soon"], "expected one such as 2024-25"),
      (["import", "x", "--units", "euros"], "expected pounds, thousands or millions"),
      (["import", "x", "--layout", "xls"], "there is no layout 'xls'; known are"),
      (["import", "x", "--column", "place"], "expected ROLE=NAME"),
      (["import", "x", "--published", "May"], "expected a day such as"),
      (["import", "x", "--place", "Machester"], "did you mean Manchester"),
      (["inspect", "x", "--delimiter", "ab"], "expected one ASCII character"),
      (["inspect", "x", "--encoding", "ebcdic"], "there is no encoding 'ebcdic'"),
      (["inspect", "x", "--rows", "--format", "csv"], "--rows prints JSON"),
      (["inspect", "x", "--format", "yaml"], "known are table, markdown, csv, json"),
      (["sql", "SELECT 1", "--limit", "many"], "expected a whole number"),
      (["places", "--among"], "there is no option '--among'"),
    ])
  func misuse(_ line: [String], _ message: String) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run(line)
    #expect(program.code == 2)
    #expect(program.words.contains(message), "\(program.words)")
    #expect(program.output.isEmpty)
  }
}
