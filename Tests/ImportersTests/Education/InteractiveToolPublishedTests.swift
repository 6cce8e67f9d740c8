import Evidence
import Importers
import Places
import TestSupport
import Testing

/// The published long file.
@Suite(.enabled(if: Reference.isPresent)) struct InteractiveToolPublishedTests {
  private static let path = "service-use/dfe-lait/bds_long_selected.csv"
  private static let reading = Result { try Published.read(path) }

  @Test("all rows but England's sums of rates are loaded, and the ledger balances")
  func loads() throws {
    let reading = try Self.reading.get()
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.read == 95_201)
    // First-time entrants to youth justice, 2016 to 2024.
    #expect(ledger.rejected == 9 && ledger.skipped == 1)
    #expect(ledger.loaded == 95_191)
    #expect(reading.extract.rejects.allSatisfy { $0.raw.hasPrefix("FirstYJS") })
    #expect(reading.extract.measures.count == 63)
  }

  @Test("twenty cells are what an independent reading finds")
  func cells() throws {
    let reading = try Self.reading.get()
    let records = try Independent.records(Self.path)
    var seeded = Independent.Seeded(2024)
    var checked = 0
    while checked < 20 {
      let figure = reading.extract.observations[
        seeded.below(reading.extract.observations.count)]
      let record = try #require(records[figure.line])
      guard let number = Double(record[4]) else {
        #expect(figure.value == nil && record[4] == "-")
        continue
      }
      #expect(figure.value == (figure.measure.hasPrefix("s251.") ? number * 100 : number))
      #expect(figure.field == 5)
      checked += 1
    }
  }

  /// England 18.4%, Manchester 16.4%, Birmingham 18.8% in 2024-25.
  @Test("early help's share in 2024-25 is the known one")
  func earlyHelp() throws {
    let reading = try Self.reading.get()
    let year = Period.financialYear(2024)
    for (place, expected) in [("E92000001", 18.4), ("E08000003", 16.4), ("E08000025", 18.8)] {
      let parts = ["sure_start", "family_support", "young_people"].compactMap {
        reading.value(place, "s251.\($0).gross", year)
      }
      let total = try #require(reading.value(place, "s251.total_children.gross", year))
      #expect(parts.count == 3)
      #expect(abs(100 * parts.reduce(0, +) / total - expected) < 0.05)
    }
  }

  @Test("what the tool leaves out of England is named, and a total that does not add up")
  func gaps() throws {
    let notes = try Self.reading.get().extract.notes.map(\.text)
    let facts = [
      "2017-18 (OT): England's figure differs from the sum of its authorities by £60000000",
      "2022-23 (OT): no figure of Luton, so England's is a lower bound",
      "2023-24 (OT): no figure of Cumberland, Westmorland and Furness, so England's is a lower bound",
      "2024-25 (OT): no figure of Middlesbrough, Wandsworth, so England's is a lower bound",
    ]
    for fact in facts { #expect(notes.contains("C&YPExpenditure " + fact)) }
  }
}

/// The published numbers of children looked after.
@Suite struct LookedAfterTests {
  @Test("numbers and rates are those of the year that ends on 31 March")
  func invented() throws {
    let text = """
      \u{FEFF}time_period,time_identifier,geographic_level,country_code,country_name,region_code,\
      region_name,old_la_code,la_name,new_la_code,population_type,population_estimate,\
      children_count,rate_per_10000
      2025,Reporting year,National,E92000001,England,,,,,,\
      Children looked after on 31 March each year,1000,80,8
      2025,Reporting year,Regional,E92000001,England,E12000002,North West,,,,\
      Children starting to be looked after each year,1000,7,1
      2025,Reporting year,Local authority,E92000001,England,E12000007,London,201,City,E09000001,\
      Children looked after on 31 March each year,x,c,c
      2025,Reporting year,Local authority,E92000001,England,E12000007,London,201,City,E09999999,\
      Children looked after on 31 March each year,x,c,c
      2025,Reporting year,National,E92000001,England,,,,,,Children adopted,1000,80,8
      """
    let reading = try Published.read(text: text)
    #expect(reading.layout == "dfe-looked-after")
    #expect(reading.value("E92000001", "children.looked_after") == 80)
    #expect(reading.value("E92000001", "children.looked_after_rate") == 8)
    #expect(reading.value("E12000002", "children.looked_after_started") == 7)
    let figure = try #require(reading.figure("E09000001", "children.looked_after"))
    #expect(figure.status == .confidential && figure.period.label == "2024-25")
    #expect(reading.extract.rejects.map(\.line) == [5])
    #expect(reading.extract.ledger.skippedInWords == "1 header, 1 unused")
    #expect(reading.extract.ledger.balances)
  }

  @Test("the published file is loaded whole", .enabled(if: Reference.isPresent))
  func published() throws {
    let path = "service-use/dfe/cla_number_and_rate_per_10k_children.csv"
    let reading = try Published.read(path)
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.loaded == 2505 && ledger.rejected == 0)
    // Publication of November 2025: 81,770 children in England, 1,280 in Manchester.
    let year = Period.financialYear(2024)
    #expect(reading.value("E92000001", "children.looked_after", year) == 81_770)
    #expect(reading.value("E08000003", "children.looked_after", year) == 1280)
    let records = try Independent.records(path)
    var seeded = Independent.Seeded(2025)
    for _ in 0..<20 {
      let figure = reading.extract.observations[
        seeded.below(reading.extract.observations.count)]
      let cell = try #require(records[figure.line])[figure.field - 1]
      #expect(figure.value == Double(cell))
    }
  }
}
