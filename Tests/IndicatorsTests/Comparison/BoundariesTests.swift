import Evidence
import Places
import Testing

@testable import Indicators

@Suite("Values on boundaries")
struct BoundariesTests {
  typealias Land = InventedLand

  private static func value(
    _ place: String, _ year: Int, _ number: Double, note: String = "", trend: String = ""
  ) -> IndicatorValue {
    var value = IndicatorValue(
      place: place, period: .financialYear(year), indicator: "i", value: number)
    value.note = note
    value.trend = trend
    return value
  }

  @Test("as published leave out sums of predecessors, and the trend that was found with them")
  func published() {
    let restated = IndicatorValue.restatedNote
    var table = IndicatorTable()
    table.append([
      Self.value(Land.mere, 2017, 1, note: restated),
      Self.value(Land.mere, 2018, 9, note: "\(restated); far from the years on both sides of it"),
      Self.value(Land.mere, 2019, 3, trend: "rising"),
    ])
    table.append([Self.value(Land.northam, 2018, 4, trend: "falling")])
    // An area's sum is the same whoever its councils were.
    table.append([Self.value(Land.threeParts, 2018, 5, note: restated)])
    let found = table.on(.published, Land.register)
    #expect(found.series("i", Land.mere).map(\.value) == [3])
    #expect(found.series("i", Land.mere)[0].trend.isEmpty)
    #expect(found.series("i", Land.northam)[0].trend == "falling")
    #expect(found.series("i", Land.threeParts).count == 1)
    #expect(table.on(.today, Land.register).series("i", Land.mere).count == 3)
  }

  @Test("of a day are those of the councils that stood there, divided ones too")
  func standing() throws {
    let old = Day(year: 2018, firstOfMonth: 4)
    func codes(_ code: String, _ day: Day) throws -> [String] {
      Land.register.standing(for: try #require(Land.register[code]), on: day).map(\.code)
    }
    #expect(try codes(Land.mere, old) == [Land.westmere, Land.eastmere, Land.mereshire])
    #expect(try codes(Land.northOld, old) == [Land.oldNorthTown, Land.oldshire])
    #expect(try codes(Land.mere, Day(year: 2019, firstOfMonth: 4)) == [Land.mere])
    #expect(try codes(Land.northam, old) == [Land.northam])
    #expect(try codes(Land.threeParts, Day(year: 2010, firstOfMonth: 4)) == [Land.threeParts])
  }
}
