import Evidence
import Places
import TestSupport
import Testing

@testable import Importers

@Suite("Areas that only a file knows")
struct OtherAreasTests {
  @Test(
    "are those of published lists that are not of councils",
    arguments: [
      ("A82003", "general practice"), ("U01901", "primary care network"),
      ("E38000014", "NHS sub-board area"), ("E54000008", "NHS integrated care board"),
      ("E40000003", "NHS region"), ("TLC1", "international territorial level 2 area"),
      ("TLC11", "international territorial level 3 area"),
      // A council, region or country that the register lacks is a gap, not an area.
      ("E06000999", nil), ("E12000999", nil), ("W06000999", nil), ("K99000004", nil), ("", nil),
      ("Leeds", nil), ("TL-1", nil), ("A8200", nil), ("a82003", nil), ("E3800001X", nil),
    ])
  func kinds(code: String, kind: String?) {
    var areas = OtherAreas()
    #expect(areas.code(code, "") == (kind == nil ? nil : code))
    #expect(areas.all.first?.note == kind)
    #expect(areas.all.allSatisfy { $0.kind == .otherArea && $0.tier == .area })
  }

  @Test("have the file's name, else their kind and code, and stand once")
  func names() {
    var areas = OtherAreas()
    _ = areas.code("TLC1", "Tees Valley and Durham")
    _ = areas.code("TLC1", "Tees Valley and Durham")
    _ = areas.code("A82003", "")
    #expect(
      areas.code(named: "Unassigned Avon and Somerset", "crime")
        == "PW-UNASSIGNED-AVON-AND-SOMERSET")
    #expect(
      areas.all.map(\.name) == [
        "Tees Valley and Durham", "General practice A82003", "Unassigned Avon and Somerset",
      ])
  }

  /// Table C2 prints 167,777 offences for Avon and Somerset, of which 2,403 are of no partnership
  /// (recorded crime, year ending December 2024).
  @Test(
    "of a police force: the whole, and what belongs to no partnership",
    .enabled(if: Reference.isPresent))
  func crime() throws {
    let found = try ServiceFiles.read("crime/ons_Table_C2_ye_dec2024.csv").extract
    func total(_ place: String) -> Double? {
      found.observations.first { $0.place == place && $0.measure == "crime.total" }?.value
    }
    #expect(total("E23000036") == 167_777)
    #expect(total("PW-UNASSIGNED-AVON-AND-SOMERSET") == 2403)
    // 43 forces' offences of no partnership, and those at Manchester Airport.
    #expect(found.areas.count == 43)
    #expect(found.areas.allSatisfy { $0.note == "recorded crime of no partnership" })
  }
}
