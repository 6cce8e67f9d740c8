import Testing

@testable import Places

@Suite("A code")
struct RegisterCodesTests {
  let register = Shipped.register

  /// Recodes of the same council: ONS Code History Database.
  @Test(
    "that a council had before leads to its current one",
    arguments: [
      ("E08000016", "E08000038"), ("E08000019", "E08000039"), ("E08000020", "E08000037"),
      ("E06000048", "E06000057"), ("E07000097", "E07000242"), ("E07000100", "E07000240"),
      ("E07000101", "E07000243"), ("E07000104", "E07000241"), ("S12000015", "S12000047"),
      ("S12000024", "S12000048"), ("S12000044", "S12000050"), ("S12000046", "S12000049"),
      ("E26000003", "E26000011"), ("E26000008", "E26000012"),
    ])
  func recodes(old: String, new: String) {
    #expect(register.place(code: old)?.code == new)
    #expect(register.currentCode(for: old) == new)
    #expect(register.history(of: new).contains { $0.kind == .recoded && $0.places == [old] })
  }

  @Test(
    "of any numbering finds the place",
    arguments: [
      ("E4203", "E08000003"), ("352", "E08000003"), ("MAN", "E08000003"), ("00BN", "E08000003"),
      ("e08000003", "E08000003"), (" E08000003 ", "E08000003"), ("E12000007", "E12000007"),
      ("E5100", "E61000001"), ("E47000001", "E47000001"), ("E6348", "PW-E6348"),
      ("E6042", "E23000005"), ("E7042", "E23000005"), ("GMCA", "E47000001"),
    ])
  func numberings(code: String, place: String) {
    #expect(register.place(code: code)?.code == place)
  }

  @Test(
    "that passed on means the council of the day",
    arguments: [
      ("815", "2022-06-01", "E10000023"), ("815", "2024-06-01", "E06000065"),
      ("933", "2013-03-31", "E10000027"), ("933", "2023-04-01", "E06000066"),
      ("825", "2009-03-31", "E10000002"), ("825", "2020-04-01", "E06000060"),
    ])
  func byDay(code: String, day: String, place: String) throws {
    let day = try #require(Day(day))
    #expect(register.place(code: code, on: day)?.code == place)
    #expect(register.place(code: code)?.isCurrent == true)
  }

  @Test("of a place that was divided has no single one today")
  func divided() {
    #expect(register.currentCode(for: "E10000006") == nil)
    #expect(register.currentCode(for: "E10000021") == nil)
    #expect(register.currentCode(for: "E10000009") == nil)
    #expect(register.currentCode(for: "E07000190") == "E06000066")
    #expect(register.currentCode(for: "E10000023") == "E06000065")
    #expect(register.currentCode(for: "X") == nil)
  }

  /// Faults of published sheets: RS 2015-16, 2016-17 and 2017-18.
  @Test(
    "of an outturn row is weighed against the two others",
    arguments: [
      ("E2721", "E10000022", "North Yorkshire", "E10000023"),
      ("E6354", "E47000006", "Tees Valley Combined Authority", "PW-E6355"),
      ("E6355", "E47000009", "West of England Combined Authority", "PW-E6354"),
      ("E6354", "E47000009", "West of England Combined Authority", "PW-E6354"),
      ("E6101", "n/a", "Avon Combined Fire Authority", "E31000001"),
      ("E5100", "E12000007", "Greater London Authority", "E61000001"),
      ("", "E47000001", "Greater Manchester Combined Authority", "PW-E6348"),
      ("", "", "Greater Manchester Combined Authority", "PW-E6348"),
      ("E4401", "E08000016", "Barnsley", "E08000038"),
    ])
  func outturn(ecode: String, code: String, name: String, place: String) {
    #expect(register.identify(ecode: ecode, code: code, name: name)?.code == place)
  }

  @Test("of an area leads to the body that governs it")
  func bodies() {
    #expect(register.body(governing: "E47000001")?.code == "PW-E6348")
    #expect(register.body(governing: "E08000003") == nil)
    for area in register.places where area.kind == .combinedAuthority {
      #expect(register.body(governing: area.code)?.combinedAuthority == area.code)
    }
  }
}
