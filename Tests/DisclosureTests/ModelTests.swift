import Disclosure
import Foundation
import Testing

@Suite("Tables and cases")
struct ModelTests {
  @Test("every sum of every dimension holds at every code of the others")
  func crossTable() {
    let places = TableDimension(sums: [
      .init(code: "R", parts: ["a", "b"]), .init(code: "Total", parts: ["R", "c"]),
    ])
    #expect(places.codes == ["a", "b", "R", "c", "Total"])
    #expect(places.leaves == ["a", "b", "c"])
    let counts = [["a", "x"]: 1.0, ["b", "x"]: 2, ["c", "y"]: 4]
    let table = CrossTable([places, TableDimension(["x", "y"])], counts: counts)
    #expect(table.cells.count == 15)
    #expect(table.equations.count == 2 * 3 + 5)
    let values = Dictionary(uniqueKeysWithValues: table.cells.map { ($0.id, $0.value) })
    #expect(values["R|x"] == 3 && values["Total|Total"] == 7 && values["c|x"] == 0)
    for equation in table.equations {
      #expect(values[equation.total] == equation.parts.reduce(0) { $0 + (values[$1] ?? .nan) })
    }
  }

  @Test("a total's contributors are distinct over all its cells")
  func contributors() {
    let table = CrossTable(
      [TableDimension(["a", "b"])],
      payments: [(["a"], "S1", 10.5), (["b"], "S1", 4.5), (["b"], "S2", 7)])
    let total = table.cells.first { $0.id == "Total" }
    #expect(total?.contributions == [15, 7])
    #expect(total?.contributors == 2)
    #expect(total?.value == 22)
  }

  @Test("a case that cannot be read says where and why")
  func malformedCases() {
    func message(_ json: String) -> String {
      do {
        _ = try DisclosureCase(json: Data(json.utf8)).answer().json()
        return "no error"
      } catch { return "\(error)" }
    }
    #expect(message("{").contains("damaged JSON"))
    #expect(message("{\"kind\": \"other\"}").contains("its kind is other"))
    #expect(message("{\"kind\": \"audit\"}").contains("no cells or no equations"))
    #expect(
      message("{\"kind\": \"primary\", \"cases\": [{\"rule\": \"nk\"}]}").contains("its rule is nk")
    )
    #expect(message("{\"kind\": \"rounding\", \"policy\": {\"base\": 0}}").contains("base"))
    #expect(
      message("{\"kind\": \"audit\", \"cells\": {\"a\": \"x\"}, \"equations\": []}").contains(
        "cells.a"))
  }

  @Test("a case may state more about one cell than about the rest")
  func limitsPerCell() throws {
    let json = """
      {"kind": "audit", "cells": {"a": 4, "b": 6, "t": 10}, "equations": [["t", ["a", "b"]]],
       "suppressed": ["a", "b"], "primary": ["a"], "integer": true,
       "known": {"lower": 1, "upper": {"a": 4}}, "requirement": {"threshold": 5}}
      """
    let answer = try DisclosureCase(json: Data(json.utf8)).answer().json()
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(answer.utf8))
    #expect(value["intervals"]?["a"] == .list([.number(1), .number(4)]))
    #expect(value["intervals"]?["b"] == .list([.number(6), .number(9)]))
    #expect(value["verdict"] == .text("safe"))
  }
}
