import Testing

@testable import Places

@Suite("A name")
struct ResolvingTests {
  let register = Shipped.register

  @Test(
    "finds its place whatever its case, punctuation and words for kinds of council",
    arguments: [
      ("Manchester", "E08000003"), ("MANCHESTER", "E08000003"),
      ("Manchester City Council", "E08000003"), ("manchester mbc", "E08000003"),
      ("Bristol", "E06000023"), ("Bristol, City of", "E06000023"),
      ("City of Bristol", "E06000023"), ("Bristol UA", "E06000023"),
      ("Newcastle upon Tyne", "E08000021"), ("Newcastle-under-Lyme", "E07000195"),
      ("Newcastle-upon-Tyne City Council", "E08000021"), ("City of York", "E06000014"),
      ("York", "E06000014"), ("St. Helens", "E08000013"), ("St Helens", "E08000013"),
      ("St Helens Metropolitan Borough Council", "E08000013"),
      ("King’s Lynn & West Norfolk", "E07000146"), ("Kings Lynn and West Norfolk", "E07000146"),
      ("Telford & Wrekin", "E06000020"), ("Royal Borough of Greenwich", "E09000011"),
      ("London Borough of Hackney", "E09000012"), ("Hackney LB", "E09000012"),
      ("The City of London", "E09000001"), ("City of London", "E09000001"),
      ("London", "E12000007"), ("Greater London", "E12000007"),
      ("Greater London Authority", "E61000001"), ("Kingston upon Hull, City of", "E06000010"),
      ("Hull", "E06000010"), ("Herefordshire, County of", "E06000019"),
      ("Durham", "E06000047"), ("County Durham", "E06000047"), ("Durham UA", "E06000047"),
      ("Rutland", "E06000017"), ("Rutland County Council", "E06000017"),
      ("Cumberland", "E06000063"), ("Isle of Wight", "E06000046"),
      ("Barrow in Furness", "E07000027"), ("Folkestone and Hythe", "E07000112"),
      ("Shepway", "E07000112"), ("Lancashire", "E10000017"), ("Lancashire CC", "E10000017"),
      ("Nottinghamshire", "E10000024"), ("Nottingham City", "E06000018"),
      ("Greater Manchester", "E47000001"), ("Greater Manchester Combined Authority", "PW-E6348"),
      ("West of England", "E47000009"), ("Yorkshire & the Humber", "E12000003"),
    ])
  func english(name: String, code: String) {
    #expect(register.resolve(name).place?.code == code)
  }

  @Test(
    "of Wales, Scotland and Northern Ireland is found in each language",
    arguments: [
      ("Ynys Môn", "W06000001"), ("Isle of Anglesey", "W06000001"), ("Caerdydd", "W06000015"),
      ("Cardiff Council", "W06000015"), ("Rhondda Cynon Taf", "W06000016"),
      ("Rhondda Cynon Taff", "W06000016"), ("Vale of Glamorgan", "W06000014"),
      ("The Vale of Glamorgan", "W06000014"), ("Sir Gâr", "W06000010"),
      ("Glasgow", "S12000049"), ("Glasgow City Council", "S12000049"),
      ("City of Edinburgh", "S12000036"), ("Edinburgh, City of", "S12000036"),
      ("Na h-Eileanan Siar", "S12000013"), ("Comhairle nan Eilean Siar", "S12000013"),
      ("Western Isles", "S12000013"), ("Argyll & Bute", "S12000035"),
      ("Armagh City, Banbridge and Craigavon", "N09000002"), ("Belfast City Council", "N09000003"),
    ])
  func nations(name: String, code: String) {
    #expect(register.resolve(name).place?.code == code)
    #expect(register.place(named: name)?.code == code)
  }

  @Test(
    "that means no place for sure has none, with or without a search for the nearest",
    arguments: ["Newcastle", "North East", "Manchestre", "Northam 3 Council", "Nowhere", ""])
  func none(name: String) {
    #expect(register.resolve(name).place == nil)
    #expect(register.place(named: name) == nil)
  }

  @Test(
    "that several places bear, or begin with, is ambiguous",
    arguments: [
      ("Newcastle", ["E07000195", "E08000021"]), ("North East", ["E12000001", "E47000014"]),
      ("West Midlands", ["E12000005", "E47000007"]), ("Kingston", ["E06000010", "E09000021"]),
    ])
  func ambiguous(name: String, codes: [String]) {
    guard case .ambiguous(let places) = register.resolve(name) else {
      Issue.record("\(name) is \(register.resolve(name))")
      return
    }
    #expect(places.map(\.code) == codes)
  }

  @Test("of a county and the unitary authority after it means the one of the day")
  func sameName() throws {
    let before = try #require(Day("2017-09-01"))
    for (name, county, unitary) in [
      ("Somerset", "E10000027", "E06000066"), ("North Yorkshire", "E10000023", "E06000065"),
      ("Dorset", "E10000009", "E06000059"), ("Buckinghamshire", "E10000002", "E06000060"),
    ] {
      #expect(register.resolve(name).place?.code == unitary)
      #expect(register.resolve(name, on: before).place?.code == county)
    }
    #expect(register.resolve("Cumbria").place?.code == "E10000006")
  }

  @Test("of a county and a unitary authority that both exist is ambiguous")
  func bothExist() {
    var rows = RegisterRows()
    rows.places = [
      Place(code: "E10000099", name: "Loamshire", kind: .county, tier: .upper),
      Place(code: "E06000099", name: "Loamshire", kind: .unitary, tier: .single),
      Place(code: "E31000099", name: "Loamshire", kind: .fire, tier: .body),
    ]
    let register = Register(rows)
    #expect(
      register.resolve("Loamshire") == .ambiguous([rows.places[1], rows.places[0]]))
    #expect(register.resolve("Loamshire UA") == .found(rows.places[1]))
  }

  @Test(
    "that is misspelt is not taken for the right one, which is suggested first",
    arguments: [
      ("Machester", "E08000003"), ("Mancehster", "E08000003"), ("Leedss", "E08000035"),
      ("Birmingam", "E08000025"), ("Sheffeild", "E08000039"), ("Wolverhampon", "E08000031"),
      ("Tower Hamlet", "E09000030"), ("Bristoll City Council", "E06000023"),
      ("Westmoreland and Furness", "E06000064"),
    ])
  func misspelt(name: String, code: String) {
    guard case .unknown(let nearest) = register.resolve(name) else {
      Issue.record("\(name) is \(register.resolve(name))")
      return
    }
    #expect(nearest.first?.code == code)
    #expect(nearest.count <= 5)
  }

  @Test(
    "that is nothing like a place has no suggestion",
    arguments: ["", "  ", "Xyzzyplugh", "£", "All", "352"])
  func nothing(name: String) {
    #expect(register.resolve(name) == .unknown(nearest: []))
  }

  @Test("may be a code", arguments: ["E08000003", "e08000003", "E4203"])
  func codes(text: String) {
    #expect(register.resolve(text).place?.name == "Manchester")
  }
}
