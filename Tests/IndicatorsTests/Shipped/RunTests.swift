import Evidence
import Places
import Testing

@testable import Indicators

@Suite("The shipped catalogue, computed")
struct RunTests {
  private static let ids = [
    "asc_net_adult_real", "csc_net_child_real", "hou_net_head_real", "deprivation", "money_all",
  ]
  private static let table = Result { try ShippedFigures.table(ids) }

  @Test("marks the returns that leap and come back: analysis.md section 1, row 5")
  func spikes() throws {
    let table = try Self.table.get()
    for (indicator, place) in [
      ("asc_net_adult_real", "E08000028"), ("csc_net_child_real", "E09000028"),
    ] {
      let marked = table.series(indicator, place).filter { $0.status.contains(.unreliable) }
      #expect(marked.map(\.period.year) == [2023], "\(indicator) \(place)")
      #expect(marked.allSatisfy { $0.value != nil && $0.quintile == nil && !$0.note.isEmpty })
    }
  }

  @Test("leaves the City of London and the Isles of Scilly out of its fifths")
  func outside() throws {
    let table = try Self.table.get()
    for place in ["E09000001", "E06000053"] {
      for id in Self.ids {
        #expect(table.series(id, place).allSatisfy { $0.quintile == nil }, "\(id) \(place)")
      }
    }
    #expect(!table.series("asc_net_adult_real", "E09000001").isEmpty)
  }

  @Test("has fifths of about equal size in every year and group")
  func sizes() throws {
    let table = try Self.table.get()
    for id in ["asc_net_adult_real", "hou_net_head_real"] {
      var counts: [String: [Int]] = [:]
      for series in table.series(of: id) {
        guard let place = ShippedCatalogue.register[series[0].place] else { continue }
        let group = id == "asc_net_adult_real" ? "upper" : place.tier.rawValue
        for value in series {
          guard let fifth = value.quintile else { continue }
          counts["\(group) \(value.period.label)", default: [0, 0, 0, 0, 0]][fifth - 1] += 1
        }
      }
      #expect(counts.count >= 8)
      for (name, sizes) in counts {
        let most = sizes.max() ?? 0
        #expect(most - (sizes.min() ?? 0) <= 2, "\(id) \(name): \(sizes)")
      }
    }
  }

  @Test("has a reason for every value that is not there, and none beside those that are")
  func reasons() throws {
    for value in try Self.table.get().everySeries.joined() {
      if value.value == nil {
        #expect(value.status.isBlank, "\(value)")
      } else {
        #expect(!value.status.isBlank, "\(value)")
        #expect(value.value?.isFinite == true)
      }
      if let coverage = value.coverage {
        #expect((0...1).contains(coverage))
        #expect(coverage == 1 || value.value == nil, "\(value)")
      }
    }
  }

  @Test("gives an area's deprivation as an estimate, a mean of its councils")
  func deprivation() throws {
    let table = try Self.table.get()
    let councils = ShippedCatalogue.register.members(of: "E47000001").compactMap {
      table.latest("deprivation", $0.code)?.value
    }
    let area = try #require(table.latest("deprivation", "E47000001"))
    let value = try #require(area.value)
    #expect(area.status == .estimated && councils.count == 10)
    #expect(value > (councils.min() ?? 0) && value < (councils.max() ?? 0))
  }

  @Test("does not restate a council for which a county was divided, nor one without its county")
  func refused() throws {
    let table = try Self.table.get()
    // Westmorland and Furness (Cumbria divided in 2023); Bournemouth, Christchurch and Poole 2019.
    for (place, since) in [("E06000064", 2023), ("E06000058", 2019)] {
      let series = table.series("asc_net_adult_real", place)
      #expect(!series.isEmpty && series.allSatisfy { $0.period.year >= since || $0.value == nil })
    }
    // Somerset's county and districts became one council whole.
    let somerset = table.series("asc_net_adult_real", "E06000066").filter { $0.value != nil }
    #expect(somerset.first.map { $0.period.year < 2018 && !$0.note.isEmpty } == true)
  }
}
