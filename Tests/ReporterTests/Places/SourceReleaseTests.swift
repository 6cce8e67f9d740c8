import Evidence
import Testing

@testable import Reporter

@Suite("Rows of the table of sources")
struct SourceReleaseTests {
  private static func source(
    _ file: String, _ title: String, published: String = ""
  ) -> Source {
    Source(
      dataset: "d", path: "d/\(file)", sha256: "0123456789abcdef", bytes: 1, publisher: "P",
      title: title, licence: "", url: "", published: published, layout: "wide")
  }

  @Test("join the files of a release, and the releases of a run")
  func joined() {
    let releases = SourceRelease.all([
      Self.source("a1-18.csv", "Homelessness, July to September 2018, table A1"),
      Self.source("r1-18.csv", "Homelessness, July to September 2018, table R1"),
      Self.source("a1-19.csv", "Homelessness, July to September 2019, table A1"),
      Self.source("out.csv", "Outturn 2019-20, by council", published: "2020-01-01"),
      Self.source("out-2.csv", "Outturn 2019-20, by council", published: "2020-01-01"),
      Self.source(
        "a1-25.csv", "Homelessness, April to June 2025, table A1", published: "2025-10-16"),
    ])
    #expect(
      releases.map(\.title) == [
        "Homelessness, table A1: July to September 2018 and later releases to April to June 2025",
        "Homelessness, July to September 2018, table R1", "Outturn 2019-20, by council",
      ])
    #expect(
      releases.map(\.published) == ["latest 2025-10-16", "not stated in the file", "2020-01-01"])
    #expect(
      releases[0].files == ["a1-18.csv 01234567", "a1-19.csv 01234567", "a1-25.csv 01234567"])
    #expect(releases[2].files.count == 2)
    // Nothing is lost: every file stands in some row.
    #expect(releases.map(\.files.count).reduce(0, +) == 6)
  }
}
