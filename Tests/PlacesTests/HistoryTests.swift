import Testing

@testable import Places

@Suite("History")
struct HistoryTests {
  let register = Shipped.register

  /// Mergers and splits of 2019 to 2023: the orders that made the councils.
  @Test(
    "names all that came before",
    arguments: [
      ("E06000058", 4), ("E06000059", 6), ("E06000060", 5), ("E06000061", 5), ("E06000062", 4),
      ("E06000063", 4), ("E06000064", 4), ("E06000065", 8), ("E06000066", 7), ("E07000244", 2),
      ("E07000245", 2), ("E47000014", 3),
    ])
  func predecessors(code: String, count: Int) {
    #expect(register.predecessors(of: code).count == count)
  }

  @Test("follows a place through two mergers")
  func successors() {
    #expect(
      register.successors(of: "E07000190").map(\.code) == ["E07000246", "E06000066"])
    #expect(register.successors(of: "E10000006").map(\.code) == ["E06000063", "E06000064"])
    #expect(register.successors(of: "E08000003").isEmpty)
  }

  @Test("gives the councils of a day whose figures make up one of today")
  func constituents() throws {
    let old = try #require(Day("2018-06-01"))
    let later = try #require(Day("2022-06-01"))
    let now = try #require(Day("2024-06-01"))
    let somerset = "E06000066"
    #expect(register.constituents(of: somerset, on: old).count == 6)
    #expect(register.constituents(of: somerset, on: later).count == 5)
    #expect(register.constituents(of: somerset, on: now).map(\.code) == [somerset])
    #expect(register.dividedPredecessors(of: somerset, on: old).isEmpty)
    #expect(register.dividedPredecessors(of: "E06000063", on: old).map(\.code) == ["E10000006"])
    #expect(register.constituents(of: "E06000063", on: old).count == 3)
  }

  @Test("tells what happened, the earliest first")
  func events() throws {
    let northumberland = register.history(of: "E06000057")
    #expect(northumberland.map(\.kind) == [.formed, .recoded])
    #expect(northumberland.last?.day == Day("2013-04-01"))
    let ended = try #require(register.history(of: "E10000006").last)
    #expect(ended.kind == .ended && ended.day == Day("2023-04-01"))
    #expect(ended.places == ["E06000063", "E06000064"])
    #expect(register.history(of: "E07000246").map(\.kind) == [.formed, .ended])
    #expect(register.history(of: "PW-E6348").map(\.kind) == [.formed, .joined, .joined])
    #expect(register.history(of: "nowhere").isEmpty)
  }

  @Test("keeps the bare slug for the one that still exists")
  func slugs() {
    #expect(register.slug(for: "E08000003") == "manchester")
    #expect(register.slug(for: "E06000066") == "somerset")
    #expect(register.slug(for: "E10000027") == "somerset-e10000027")
    #expect(register.slug(for: "E12000005") == "west-midlands-e12000005")
    #expect(register.slug(for: "E47000007") == "west-midlands-e47000007")
    #expect(register.slug(for: "E07000146") == "kings-lynn-and-west-norfolk")
    #expect(register.slug(for: "E08000013") == "st-helens")
  }
}

@Suite("A day")
struct DayTests {
  @Test(
    "is read from ISO 8601 and nothing else",
    arguments: [
      ("2023-04-01", true), ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false),
      ("2000-02-29", true), ("2023-13-01", false), ("2023-04-31", false), ("2023-4-1", false),
      ("01/04/2023", false), ("", false), ("2023-04-01T", false), ("0000-01-01", false),
    ])
  func reads(text: String, isDay: Bool) {
    #expect(Day(text)?.description == (isDay ? text : nil))
  }

  @Test(
    "has a day before and a day after",
    arguments: [
      ("2023-03-31", "2023-04-01"), ("2022-12-31", "2023-01-01"), ("2024-02-28", "2024-02-29"),
      ("2023-02-28", "2023-03-01"), ("2024-02-29", "2024-03-01"),
    ])
  func steps(day: String, next: String) throws {
    let (day, next) = (try #require(Day(day)), try #require(Day(next)))
    #expect(day.next == next && next.previous == day && day < next)
    #expect(Validity(from: day, to: nil).contains(next))
    #expect(!Validity(from: nil, to: day).contains(next))
  }
}
