import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("placewise import")
struct ImportCommandTests {
  private static let header = "areacd,areanm,geography,indicator,period,observation,unit,status\n"

  private static func tidy(_ value: String, place: String = "E08000003") -> String {
    header + "\(place),,,local.homes,2024-25,\(value),,\n"
      + "E08000035,,,local.homes,2024-25,200,,\n"
  }

  @Test("a file is loaded, counted, and skipped the second time")
  func loads() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file("homes.csv", Self.tidy("120"))
    let first = desk.run("import", file)
    #expect(first.code == 0)
    #expect(first.words.contains("3 rows read = 2 loaded + 0 rejected + 1 skipped (1 header)"))
    let before = desk.bytes
    let second = desk.run("import", file)
    #expect(second.code == 0)
    #expect(second.words.contains("already loaded as source 1"))
    #expect(desk.bytes == before)
    let rows = desk.run("sql", "SELECT dataset, origin FROM source", "--format", "csv")
    #expect(rows.lines == ["dataset,origin", "homes,user"])
  }

  @Test("a refused file among others leaves everything as it was")
  func allOrNone() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let good = try desk.file("good.csv", Self.tidy("120"))
    let bad = try desk.file("bad.csv", "a,b\n\"1,2\n")
    let refused = desk.run("import", good, bad)
    #expect(refused.code == 4)
    #expect(refused.words.contains("bad.csv:2:1"))
    #expect(refused.words.contains("nothing was loaded"))
    #expect(desk.bytes == nil)
    let kept = desk.run("import", good, bad, "--keep-going")
    #expect(kept.code == 3)
    #expect(desk.run("sql", "SELECT count(*) FROM source", "--format", "csv").lines[1] == "1")
    let before = desk.bytes
    #expect(desk.run("import", bad, "--keep-going").code == 4)
    #expect(desk.bytes == before)
  }

  @Test("rejected rows give 3, and 4 with --strict")
  func rejects() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file("homes.csv", Self.tidy("twelve"))
    let strict = desk.run("import", file, "--strict")
    #expect(strict.code == 4)
    #expect(desk.bytes == nil)
    let loaded = desk.run("import", file)
    #expect(loaded.code == 3)
    #expect(loaded.words.contains("homes.csv:2: column 6: found 'twelve'"))
    #expect(loaded.words.contains("1 loaded + 1 rejected + 1 skipped"))
  }

  @Test("a dry run changes nothing")
  func dryRun() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file("homes.csv", Self.tidy("120"))
    #expect(desk.run("import", file, "--dry-run").words.contains("dry run: nothing was loaded"))
    #expect(desk.bytes == nil)
    #expect(desk.run("import", file).code == 0)
    let before = desk.bytes
    let other = try desk.file("other.csv", Self.tidy("7", place: "E08000001"))
    #expect(desk.run("import", other, "--dry-run").code == 0)
    #expect(desk.bytes == before)
  }

  @Test("standard input is a file like any other")
  func pipe() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let program = desk.run("import", "-", input: Self.tidy("120"))
    #expect(program.code == 0)
    #expect(program.words.contains("standard input: tidy, 2024-25"))
  }

  @Test("other figures of the same places and period need a day of publication")
  func revision() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let first = try desk.file("first.csv", Self.tidy("120"))
    let second = try desk.file("second.csv", Self.tidy("121"))
    #expect(desk.run("import", first, "--published", "2025-01-01").code == 0)
    let refused = desk.run("import", second)
    #expect(refused.code == 4)
    #expect(refused.words.contains("local.homes of E08000003: 121, not 120"))
    let revised = desk.run("import", second, "--published", "2025-02-01")
    #expect(revised.code == 0)
    #expect(revised.words.contains("a new release of source 1"))
  }

  @Test("columns are named on the command line")
  func mapped() throws {
    let desk = try Desk()
    defer { desk.scratch.remove() }
    let file = try desk.file(
      "homes.csv", "Council;Homes built\nLeeds City Council;1,204\nHull;[x]\n")
    let program = desk.run(
      "import", file, "--layout", "mapped", "--column", "place=Council", "--column",
      "value=Homes built", "--measure", "local.homes", "--period", "2024-25")
    #expect(program.code == 0)
    let rows = desk.run("sql", "SELECT place, value, status FROM observation", "--format", "csv")
    #expect(rows.lines == ["place,value,status", "E08000035,1204,", "E06000010,,x"])
  }
}

@Suite("The two files of one published sheet", .enabled(if: Reference.isPresent))
struct ReleaseTests {
  private static let stem =
    "data/council-spending/outturn/RSX_2023-24_data_by_LA__RSX_LA_Data_2023-24"

  @Test("are one release, in either order: the numbers count, what is shown verifies")
  func shownAndValues() throws {
    let folder = try #require(Reference.folder)
    let values = folder.appendingPathComponent("\(Self.stem).values.csv").path
    let shown = folder.appendingPathComponent("\(Self.stem).shown.csv").path
    for files in [[values, shown], [shown, values]] {
      let desk = try Desk()
      defer { desk.scratch.remove() }
      for file in files { #expect(desk.run("import", file).code == 0) }
      let rows = desk.run(
        "sql",
        """
        SELECT rows_read, rows_loaded, (SELECT count(*) FROM observation o WHERE o.source = s.id)
        FROM source s ORDER BY rows_loaded
        """, "--format", "csv")
      // 412 authorities; 40,376 figures with their markers.
      #expect(rows.lines.dropFirst() == ["435,0,0", "435,412,40376"])
    }
  }
}
