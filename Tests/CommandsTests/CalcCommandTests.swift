import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise calc")
struct CalcCommandTests {
  @Test(
    "a file of reference cases without its answers is given them",
    arguments: try CalcTable.vectorNames(), [true, false])
  func vectors(_ name: String, withPrefix: Bool) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let cases = try CalcTable.vectors(name)
    let given = cases.columns { !$0.hasPrefix("out_") }
    let input = withPrefix ? given : given.withoutPrefix
    let program = Program(["calc", name, try desk.file("in.csv", input.text)])
    let answer = try CalcTable(program.output)
    #expect([0, 3].contains(program.code), "\(program.words)")
    #expect(answer.rows.count == cases.rows.count)
    #expect(Array(answer.header.prefix(input.header.count)) == input.header)
    #expect(answer.header.last == "out_reason")
    let count = input.header.count
    #expect(zip(answer.rows, input.rows).allSatisfy { Array($0.prefix(count)) == $1 })
    // The last one: two methods write a column of that name of their own.
    let reasons = answer.rows.map { $0.last ?? "" }
    #expect(program.code == (reasons.allSatisfy(\.isEmpty) ? 0 : 3))
    for column in cases.header where column.hasPrefix("out_") {
      guard let tolerance = Self.tolerance(name, column) else { continue }
      let pairs = zip(answer.column(column), cases.column(column))
      let wrong = pairs.filter { !CalcTable.agree($0, $1, tolerance) }
      #expect(answer.column(column).count == cases.rows.count, "\(column)")
      #expect(wrong.isEmpty, "\(column): \(wrong.count), \(wrong.prefix(3))")
    }
  }

  /// How closely numbers must agree; nil for what is not an equality test.
  ///
  /// Closer tolerances are kept by the tests of the statistics themselves.
  private static func tolerance(_ name: String, _ column: String) -> Double? {
    let simulated = column.hasPrefix("out_sim_") || column.hasPrefix("out_mc_")
    if name == "ets_optimised" || simulated { return nil }
    if name.hasPrefix("funnel_") { return 1e-4 }
    return column == "out_fisher_p" ? 1e-7 : 2e-9
  }

  @Test(
    "the long form answers as the list form does",
    arguments: [
      ("dsr_dobson", ["in_x", "in_n", "in_stdpop"]),
      ("life_expectancy", ["in_startage", "in_deaths", "in_pops"]),
    ])
  func long(_ name: String, _ lists: [String]) throws {
    let cases = try CalcTable.vectors(name).columns { $0 == "case_id" || $0.hasPrefix("in_") }
    let list = try CalcTable(Program(["calc", name, "-"], input: cases.text).output)
    let long = Program(
      ["calc", name, "-", "--by", "case_id"], input: Self.spread(cases, lists).text)
    let answer = try CalcTable(long.output)
    #expect(answer.rows.count == cases.rows.count)
    #expect(answer.header == ["case_id"] + list.header.filter { $0.hasPrefix("out_") })
    for column in answer.header {
      #expect(answer.column(column) == list.column(column), "\(column)")
    }
  }

  @Test("the long form in sums answers as the list form does, whatever the area is called")
  func sums() throws {
    var cases = try CalcTable.vectors("dsr_dobson").columns {
      ["case_id", "in_x", "in_n", "in_stdpop"].contains($0)
    }
    for index in cases.rows.indices { cases.rows[index][0] += ", \"the\" area" }
    let list = try CalcTable(Program(["calc", "dsr_dobson", "-"], input: cases.text).output)
    let input = Self.spread(cases, ["in_x", "in_n", "in_stdpop"])
    let answer = try CalcTable(
      Program(["calc", "dsr_dobson", "-", "--by", "case_id"], input: input.text).output)
    #expect(answer.rows.count == cases.rows.count)
    #expect(answer.header == ["case_id"] + list.header.filter { $0.hasPrefix("out_") })
    for column in answer.header where column != "out_reason" {
      let pairs = zip(answer.column(column), list.column(column))
      let wrong = pairs.filter { !CalcTable.agree($0, $1, 1e-11) }
      #expect(wrong.isEmpty, "\(column): \(wrong.prefix(3))")
    }
    let blanks = zip(answer.column("out_reason"), list.column("out_reason"))
    #expect(blanks.allSatisfy { $0.isEmpty == $1.isEmpty })
  }

  /// One row for each entry of the lists.
  private static func spread(_ table: CalcTable, _ lists: [String]) -> CalcTable {
    let isList = table.header.map(lists.contains)
    let rows = table.rows.flatMap { row -> [[String]] in
      let cells = row.map { $0.split(separator: ";", omittingEmptySubsequences: false) }
      let length = zip(cells, isList).filter { $0.1 }.map { $0.0.count }.max() ?? 1
      return (0..<length).map { entry in
        row.indices.map { isList[$0] ? String(cells[$0][entry]) : row[$0] }
      }
    }
    return CalcTable(header: table.header, rows: rows)
  }

  @Test("a method that there is not is answered with the nearest one")
  func unknown() throws {
    let program = Program(["calc", "crude_rat", "-"], input: "x,n\n1,2\n")
    #expect(program.code == 2)
    #expect(program.words.contains("did you mean crude_rate?"))
    #expect(Program(["calc", "qqqqqqqqqq", "-"]).words.contains("--list"))
    #expect(Program(["calc", "crude_rate"]).code == 2)
  }

  @Test(
    "a column that is not there is named and the file refused", arguments: [[], ["--by", "area"]])
  func column(_ options: [String]) throws {
    let program = Program(["calc", "crude_rate", "-"] + options, input: "area,x\nA,2\n")
    #expect(program.code == 4)
    #expect(program.output.isEmpty)
    #expect(program.words.contains("crude_rate needs the column n"))
    let by = Program(["calc", "dsr_dobson", "-", "--by", "place"], input: "area,x,n,stdpop\n")
    #expect(by.code == 4)
    #expect(by.words.contains("there is no column 'place'"))
  }

  @Test("a bad row is answered with its reason and no other row is harmed")
  func badRow() throws {
    let good = "A,12,20000\n"
    let clean = Program(["calc", "crude_rate", "-"], input: "area,x,n\n" + good)
    let program = Program(
      ["calc", "crude_rate", "-"],
      input: "area,x,n\n\(good)B,many,20000\nC,3,0\nD,-1,10\nE,7\n\(good)")
    #expect(clean.code == 0)
    #expect(program.code == 3)
    try #require(program.lines.count == 7)
    #expect(program.lines[1] == clean.lines[1])
    #expect(program.lines[6] == clean.lines[1])
    #expect(program.lines[2].hasPrefix("B,many,20000,NA,NA,NA,NA,"))
    #expect(program.lines[2].contains("many\"\", not a number"))
    #expect(program.lines[3].hasPrefix("C,3,0,NA,NA,NA,NA,"))
    #expect(program.lines[4].hasPrefix("D,-1,10,NA,NA,NA,NA,"))
    #expect(program.lines[5] == #"E,7,NA,NA,NA,NA,"found 2 fields, expected 3 as in the header""#)
    #expect(program.words.contains("4 rows have a reason"))
  }

  @Test("a ragged row of a long table refuses it", arguments: ["dsr_dobson", "life_expectancy"])
  func ragged(_ method: String) throws {
    let header = "area,x,n,stdpop,startage,deaths,pops\n"
    let program = Program(
      ["calc", method, "-", "--by", "area"], input: header + "A,1,2,3,0,1,2\nA,1\n")
    #expect(program.code == 4)
    #expect(program.output.isEmpty)
    #expect(program.words.contains("found 2 fields, expected 7"))
  }

  @Test("an empty file is refused; a header alone is answered with a header")
  func empty() throws {
    #expect(Program(["calc", "crude_rate", "-"]).code == 4)
    #expect(Program(["calc", "dsr_dobson", "-", "--by", "area"]).code == 4)
    let program = Program(["calc", "crude_rate", "-"], input: "x,n\n")
    #expect(program.code == 0)
    #expect(program.output == "x,n,out_value,out_lower,out_upper,out_method,out_reason\n")
    #expect(Program(["calc", "crude_rate", "no such file.csv"]).code == 4)
  }

  @Test("an output file is whole or not there at all")
  func output() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let path = desk.path("out.csv")
    let rows = "x,n\n1,10\n2,10\n"
    let file = try desk.file("in.csv", rows)
    let program = Program(["calc", "crude_rate", file, "-o", path])
    #expect(program.code == 0)
    #expect(program.output.isEmpty)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    #expect(whole == Program(["calc", "crude_rate", "-"], input: rows).output)
    // Malformed behind good rows: the earlier file stays as it is, with nothing beside it.
    let broken = try desk.file("in.csv", rows + "3,\"10\n")
    #expect(Program(["calc", "crude_rate", broken, "-o", path]).code == 4)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == whole)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.url.path).sorted()
    #expect(left == ["in.csv", "out.csv"])
    let nowhere = desk.path("no/such/folder/out.csv")
    #expect(
      Program(["calc", "crude_rate", try desk.file("in.csv", rows), "-o", nowhere]).code == 6)
  }

  @Test("the list names every method")
  func list() throws {
    let program = Program(["calc", "--list", "--format", "csv"])
    let names = try CalcTable(program.output).column("method")
    #expect(program.code == 0)
    // Pay has no reference file: its own tests hold hand-worked cases.
    let methods = (try CalcTable.vectorNames() + ["pay_share"]).sorted()
    #expect(names == methods + ["sick_pay", "disclosure"])
  }
}
