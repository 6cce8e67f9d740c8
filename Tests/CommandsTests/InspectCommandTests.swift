import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise inspect")
struct InspectCommandTests {
  @Test("says what a file is and what would be loaded")
  func facts() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file(
      "homes.csv",
      "areacd;indicator;period;observation;unit\nE08000003;local.cost;2024-25;\"1,204.50\";£ thousand\n\n"
        + "E08000035;local.cost;2024-25;[x];£ thousand\nE08000035;local.cost;2024-25;?;£ thousand\n"
    )
    let program = desk.run("inspect", file, "--format", "json")
    #expect(program.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(program.output.utf8))
    let facts = try #require(object as? [String: Any])
    #expect(facts["delimiter"] as? String == "semicolon")
    #expect(facts["encoding"] as? String == "utf-8")
    #expect(facts["header line"] as? Int == 1)
    #expect(facts["period"] as? String == "2024-25")
    #expect(facts["unit"] as? String == "£ thousand")
    #expect(facts["figures"] as? Int == 2)
    #expect(facts["markers in place of figures"] as? Int == 1)
    #expect(facts["rows read"] as? Int == 5)
    #expect(facts["rows rejected"] as? Int == 1)
    #expect(facts["skipped"] as? String == "1 header, 1 blank")
    #expect(
      (facts["problems"] as? [String])?.first?.hasPrefix("line 5, column 4: rejected") == true)
    #expect(desk.bytes == nil)
  }

  @Test("works outside a workspace, without places")
  func anywhere() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file("a.csv", "areacd,indicator,period,observation\nX,y,2024-25,1\n")
    let program = Program(["inspect", file, "--workspace", desk.path("")])
    #expect(program.code == 0)
    #expect(program.output.contains("tidy"))
    #expect(program.words.contains("--workspace DIR"))
  }

  @Test("--rows prints every record as JSON, or the error")
  func rows() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let good = desk.run("inspect", "-", "--rows", "--header", "yes", input: "a,a\n1\n")
    #expect(good.code == 0)
    #expect(good.output.contains("\"duplicate_header\""))
    #expect(good.output.contains("[\"a\",\"a\"],\n[\"1\"]"))
    let quoted = desk.run(
      "inspect", "-", "--rows", "--delimiter", ";", "--quote", "'", input: "'a;b';c")
    #expect(quoted.output.contains("[\"a;b\",\"c\"]"))
    let bad = desk.run("inspect", "-", "--rows", "--format", "json", input: "a\n\"b")
    #expect(bad.code == 4)
    #expect(
      bad.output
        == "{\"error\":{\"kind\":\"unterminated_quote\",\"record\":2,\"field\":1,\"line\":2,\"column\":1,"
        + "\"byte\":2,\"eof_line\":2}}\n")
    let long = desk.run("inspect", "-", "--rows", "--max-field", "3", input: "abcd\n")
    #expect(long.code == 4)
    #expect(long.output.contains("\"field_too_large\""))
  }

  @Test("an output file is written whole")
  func output() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run("inspect", "-", "--rows", "-o", desk.path("out.json"), input: "a,b\n")
    #expect(program.code == 0)
    #expect(program.output.isEmpty)
    let text = try String(contentsOf: URL(fileURLWithPath: desk.path("out.json")), encoding: .utf8)
    #expect(text.contains("[\"a\",\"b\"]"))
    #expect(desk.run("places", "-o", desk.path("no/such/folder.csv")).code == 6)
  }
}
