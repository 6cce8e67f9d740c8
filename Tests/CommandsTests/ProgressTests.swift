import Testing

@testable import Commands

@Suite("The bar of long work")
struct ProgressTests {
  @Test("says how much is done, how fast, and how long the rest takes at that rate")
  func line() {
    // 300 of 1,200 MB in 2 seconds: 150 MB a second, 6 seconds to go.
    #expect(
      Progress.line(
        "import", 300_000_000, of: 1_200_000_000, .bytes, "a.csv", after: .seconds(2))
        == "import ██████░░░░░░░░░░░░░░░░░░ 300/1200 MB, 150 MB/s, 6 s left  a.csv")
    #expect(
      Progress.line("build", 1, of: 4, .steps, "b", after: .seconds(30))
        == "build ██████░░░░░░░░░░░░░░░░░░ 1/4 1 min 30 s left  b")
  }

  @Test("does not leave its place when more is done than there was, or nothing yet")
  func ends() {
    #expect(
      Progress.line("import", 9, of: 3, .steps, "", after: .seconds(1))
        == "import ████████████████████████ 9/3 0 s left  ")
    #expect(
      Progress.line("import", 0, of: 3_000_000, .bytes, "", after: .seconds(1)).contains(
        "░ 0/3 MB, 0 MB/s,"))
  }
}
