import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise calc disclosure")
struct CalcDisclosureTests {
  private func object(_ data: Data) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }

  private func path(_ name: String) -> String {
    Reference.package.appendingPathComponent("Tests/DisclosureTests/Cases/\(name).json").path
  }

  private func answer(_ name: String) throws -> NSDictionary {
    let program = Program(["calc", "disclosure", path(name)])
    #expect(program.code == 0, "\(program.words)")
    return try object(Data(program.output.utf8))
  }

  @Test("an audit has what the case expects of it")
  func audit() throws {
    let answer = try answer("handbook-1a")
    let wanted = try object(Data(contentsOf: URL(fileURLWithPath: path("handbook-1a"))))
    let expected = try #require(wanted["expect"] as? NSDictionary)
    for key in ["exact", "intervals", "violations", "verdict"] {
      #expect(answer[key] as? NSObject == expected[key] as? NSObject, "\(key)")
    }
  }

  @Test("a table whose cells have to be chosen is made safe")
  func secondary() throws {
    let answer = try answer("sec-rand-2way-01")
    #expect(answer["verdict"] as? String == "safe")
    #expect((answer["suppressed"] as? [String])?.isEmpty == false)
  }

  @Test(
    "a list of small cases is answered with what each of them states",
    arguments: [
      ("primary-holding", ["sensitive"]), ("round-t10-b10", ["published"]),
      ("round-handbook-intervals", ["interval"]),
      ("derived-percent", ["possible_numerators", "n_possible"]),
    ])
  func entries(_ name: String, _ keys: [String]) throws {
    let given = try object(Data(contentsOf: URL(fileURLWithPath: path(name))))
    let wanted = try #require(given["cases"] as? [NSDictionary])
    let found = try #require(try answer(name)["cases"] as? [NSDictionary])
    #expect(found.count == wanted.count)
    for (one, other) in zip(found, wanted) {
      for key in keys {
        guard let value = other[key] as? NSObject else { continue }
        #expect(one[key] as? NSObject == value, "\(key)")
      }
    }
  }

  @Test("what is not a case is refused", arguments: ["", "{", "{\"kind\": \"other\"}", "[]"])
  func refuses(_ text: String) throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = Program(["calc", "disclosure", try desk.file("case.json", text)])
    #expect(program.code == 4)
    #expect(program.output.isEmpty)
  }
}
