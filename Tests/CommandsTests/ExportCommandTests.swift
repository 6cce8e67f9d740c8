import Foundation
import Store
import TestSupport
import Testing

@testable import Commands

@Suite("placewise export")
struct ExportCommandTests {
  /// Every file below a folder with its bytes.
  private func files(_ folder: String) -> [String: Data] {
    var found: [String: Data] = [:]
    let paths = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    for case let path as String in paths {
      if let data = FileManager.default.contents(atPath: folder + "/" + path) {
        found[path] = data
      }
    }
    return found
  }

  @Test("each form is written whole, is the same on a second run, and keeps what it does not own")
  func writes() throws {
    let workspace = try SmallWorkspace()
    defer { workspace.scratch.remove() }
    #expect(workspace.run("build").code == 0)
    let forms = [
      ("datapackage", ["datapackage.json", "values/asc_net_adult_real.csv", "places.csv"]),
      ("postgres", ["schema.sql", "load.sql", "data/indicator_value.copy", "data/place.copy"]),
      ("datasette", ["placewise.db", "metadata.json"]),
    ]
    for (form, names) in forms {
      let folder = workspace.path + "/" + form
      let first = workspace.run("export", folder, "--as", form)
      #expect(first.code == 0, "\(first.words)")
      let before = files(folder)
      for name in names + ["README.md"] { #expect(before[name] != nil, "\(name)") }
      try workspace.write("\(form)/mine.txt", "mine")
      try workspace.write("\(form)/README.md", "# Placewise export of old")
      #expect(workspace.run("export", folder, "--as", form).code == 0)
      var after = files(folder)
      #expect(after.removeValue(forKey: "mine.txt") == Data("mine".utf8))
      #expect(after == before, "\(form)")
      #expect(!after.keys.contains { $0.contains(".placewise-") })
    }
    try vouches(workspace)
    try copies(workspace)
  }

  /// Every resource is there, with the bytes that the package file vouches for.
  private func vouches(_ workspace: SmallWorkspace) throws {
    let data = Data(try workspace.text("datapackage/datapackage.json").utf8)
    let package = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count > 50)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let bytes = Array(Data(try workspace.text("datapackage/\(path)").utf8))
      #expect(resource["bytes"] as? Int == bytes.count)
      #expect(resource["hash"] as? String == "sha256:" + SHA256.hex(of: bytes))
      let web = Data(try workspace.text("datapackage/\(path)-metadata.json").utf8)
      #expect(try JSONSerialization.jsonObject(with: web) is [String: Any], "\(path)")
    }
  }

  /// As many rows as in the database, and neither payments nor rejected rows.
  private func copies(_ workspace: SmallWorkspace) throws {
    let connection = try Database.open(workspace.path + "/placewise.db", .readOnly)
    for table in ["place", "observation", "indicator_value", "source"] {
      let count = try connection.number("SELECT count(*) FROM \(table)")
      let text = try workspace.text("postgres/data/\(table).copy")
      #expect(text.utf8.count { $0 == 10 } == count, "\(table)")
    }
    let schema = try workspace.text("postgres/schema.sql")
    #expect(schema.contains("CREATE VIEW v_indicator"))
    #expect(!schema.contains("payment"))
    #expect(!schema.contains("\"reject\""))
    let copy = try Database.open(workspace.path + "/datasette/placewise.db", .readOnly)
    #expect(
      try copy.number("SELECT count(*) FROM indicator_value")
        == connection.number("SELECT count(*) FROM indicator_value"))
  }

  @Test("a folder with something else in it, an unknown form and no database are refused")
  func refuses() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    #expect(desk.run("export", desk.path("out"), "--as", "postgres").code == 5)
    let file = try desk.file(
      "homes.csv", "areacd,indicator,period,observation\nE08000003,local.homes,2024-25,120\n")
    #expect(desk.run("import", file).code == 0)
    #expect(desk.run("export", desk.path("out"), "--as", "postgres").code == 5)
    #expect(desk.run("export", desk.path("out"), "--as", "excel").code == 2)
    #expect(desk.run("export", desk.path("out")).code == 2)
    #expect(!FileManager.default.fileExists(atPath: desk.path("out")))
  }

  @Test(
    "fields of COPY are escaped so that they read back as they were",
    arguments: [
      (Value.text("a\tb\\c\nd\re"), "a\\tb\\\\c\\nd\\re"), (.text("\\."), "\\\\."),
      (.text("\\N"), "\\\\N"), (.text(""), ""), (.null, "\\N"), (.int(-5), "-5"),
      (.real(0.1), "0.1"), (.real(-.infinity), "-Infinity"), (.text("a\u{0}b"), "a\u{FFFD}b"),
    ])
  func escapes(_ value: Value, _ field: String) {
    var text = CopyText()
    text.append(value)
    text.endRow()
    #expect(String(decoding: text.bytes, as: UTF8.self) == field + "\n")
  }
}
