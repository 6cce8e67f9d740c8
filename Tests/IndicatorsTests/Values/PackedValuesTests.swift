import Evidence
import Testing

@testable import Indicators

@Suite("Packed values")
struct PackedValuesTests {
  private static let years = [2022, 2023, 2024]

  private static func series(_ place: String, _ values: [Double?]) -> [IndicatorValue] {
    zip(years, values).map { year, value in
      IndicatorValue(
        place: place, period: .financialYear(year), indicator: "spend", value: value,
        status: value == nil ? .notAvailable : [])
    }
  }

  /// Two places: one with plain values, one with all that may stand beside a value.
  private static let all: [[IndicatorValue]] = {
    var full = series("E06000902", [4, nil, 6])
    full[0].lower = 3.5
    full[0].upper = 4.5
    full[1].coverage = 0.75
    full[2].count = 12
    full[2].denominator = 2
    full[2].compared = "better"
    full[2].trend = "worse"
    full[2].quintile = 5
    full[2].note = "restated on today's boundary"
    return [series("E06000901", [1, 2, 3]), full]
  }()

  @Test("are the values that were packed, whichever of their numbers they have")
  func same() {
    let packed = PackedValues("spend", Self.all)
    #expect(packed.positions.map { packed.series(at: $0) } == Self.all)
    #expect(packed.count == 6 && packed.positions.map(packed.place) == ["E06000901", "E06000902"])
  }

  @Test("are read as rows whose texts stand in lists, the empty word first")
  func rows() {
    let packed = PackedValues("spend", Self.all)
    let row = packed.row(2, at: 1)
    #expect(packed.count(at: 1) == 3 && packed.periods[row.period] == .financialYear(2024))
    #expect(row.numbers[0] == 6 && row.numbers[1] == nil && row.numbers[4] == 2)
    #expect(row.numbers == Self.all[1][2].numbers && row.fifth == 5 && row.status == [])
    #expect(packed.words[row.compared] == "better" && packed.words[row.trend] == "worse")
    #expect(packed.words[row.note] == "restated on today's boundary" && packed.words[0] == "")
    #expect(packed.row(0, at: 0).note == 0 && packed.row(0, at: 0).numbers[3] == nil)
  }

  @Test("are found in a table by place and period, also where places come one by one")
  func table() {
    var whole = IndicatorTable()
    whole.append(PackedValues("spend", Self.all))
    var grown = IndicatorTable()
    for series in Self.all { grown.append(series) }
    for table in [whole, grown] {
      #expect(table.everySeries == Self.all && table.series(of: "spend") == Self.all)
      #expect(table.latest("spend", "E06000902") == Self.all[1][2])
      #expect(table.value("spend", "E06000902", .financialYear(2023)) == Self.all[1][1])
      #expect(table.value("spend", "E06000903", .financialYear(2023)) == nil)
      #expect(table.series("care", "E06000901").isEmpty && table.position("spend", "x") == nil)
      #expect(
        table.values(of: "spend", in: .financialYear(2022)) == [Self.all[0][0], Self.all[1][0]])
      let doubtful = table.last("spend", "E06000902") { _, status, _ in !status.isEmpty }
      #expect(doubtful == Self.all[1][1])
    }
  }
}
