import Evidence
import Foundation
import Importers
import Places
import TestSupport
import Testing

/// The children's services series that the repository ships, and what is known of it.
@Suite struct ShippedSeriesTests {
  /// All figures of some data sets, read as `build` reads them.
  private struct Series {
    var figures: [String: Double] = [:]
    var bytes = 0

    init(_ datasets: String...) throws {
      for name in datasets {
        let folder = Reference.package.appendingPathComponent("datasets/\(name)").path
        let package = try DataPackageFile.read(folder + "/" + DataPackageFile.name)
        for resource in package.resources {
          bytes += resource.bytes ?? 0
          guard let how = resource.placewise else { continue }
          let path = folder + "/" + resource.path
          let file = try OpenedFile(path)
          #expect(resource.hash == "sha256:\(file.sha256)", "\(path)")
          let reading = try FileReading(
            file, register: Published.register, breaks: SeriesBreaks([]),
            options: try how.options(path: path))
          #expect(reading.extract.ledger.rejected == 0)
          for figure in reading.extract.observations {
            figures["\(figure.place) \(figure.measure) \(figure.period.label)"] = figure.value
          }
        }
      }
    }

    /// A figure by place, measure and year.
    func value(_ place: String, _ measure: String, _ year: String) throws -> Double {
      try #require(figures["\(place) \(measure) \(year)"], "\(place) \(measure) \(year)")
    }

    /// Early help for every £100 of children's services.
    func earlyHelp(_ place: String, _ year: String) throws -> Double {
      let parts = try ["sure_start", "family_support", "young_people"].map {
        try value(place, "s251.\($0).gross", year)
      }
      return try 100 * parts.reduce(0, +) / value(place, "s251.total_children.gross", year)
    }

    /// Spending for each child looked after in pounds at 2024-25 prices.
    func unitCost(_ place: String, _ year: String) throws -> Double {
      let price =
        try value("K02000001", "deflator.gdp", "2024-25")
        / value("K02000001", "deflator.gdp", year)
      return try value(place, "s251.looked_after.gross", year) * price / 100
        / value(place, "children.looked_after", year)
    }

    /// What others than the council provide for every £100 of a line.
    func external(_ line: String, _ year: String) throws -> Double {
      let parts = try ["private", "other_public", "voluntary"].map {
        try value("E92000001", "s251.\(line).\($0)", year)
      }
      return try 100 * parts.reduce(0, +) / value("E92000001", "s251.\(line).gross", year)
    }
  }

  private static let series = Result { try Series("childrens-services", "deflators") }

  @Test("the data set stays small")
  func size() throws {
    #expect(try Self.series.get().bytes < 3_000_000)
  }

  /// Worked by hand from the published files.
  @Test(
    "early help's share is the known one",
    arguments: [
      ("E92000001", "2012-13", 33.6), ("E92000001", "2024-25", 18.4),
      ("E08000003", "2012-13", 28.5), ("E08000003", "2024-25", 16.4),
      ("E08000025", "2012-13", 28.5), ("E08000025", "2024-25", 18.8),
    ])
  func earlyHelp(_ place: String, _ year: String, _ expected: Double) throws {
    #expect(abs(try Self.series.get().earlyHelp(place, year) - expected) < 0.05)
  }

  @Test("the years that leave out Sure Start have no share, and other years are not made up")
  func gaps() throws {
    let series = try Self.series.get()
    for year in ["2008-09", "2009-10", "2010-11", "2011-12", "2014-15", "2015-16"] {
      #expect(series.figures["E92000001 s251.sure_start.gross \(year)"] == nil)
    }
    #expect(try series.value("E92000001", "s251.looked_after.gross", "2009-10") > 0)
    for year in 2016...2024 {
      #expect(try series.earlyHelp("E08000003", Period.financialYear(year).label) > 10)
    }
  }

  /// England £82,241 in 2020-21 and £109,520 in 2024-25; Manchester £99,400.
  @Test("a child looked after costs what is known, in 2024-25 prices")
  func unitCost() throws {
    let series = try Self.series.get()
    #expect(abs(try series.unitCost("E92000001", "2020-21") - 82_241) < 1)
    #expect(abs(try series.unitCost("E92000001", "2024-25") - 109_520) < 1)
    #expect(abs(try series.unitCost("E08000003", "2024-25") - 99_386) < 1)
  }

  /// England +1.2% children and +33.2% cost each; Manchester −6.6% and +46.8%.
  @Test("volume and cost moved as is known between 2020-21 and 2024-25")
  func volumeAndCost() throws {
    let series = try Self.series.get()
    for (place, volume, cost) in [("E92000001", 1.2, 33.2), ("E08000003", -6.6, 46.8)] {
      let before = try series.value(place, "children.looked_after", "2020-21")
      let after = try series.value(place, "children.looked_after", "2024-25")
      #expect(abs(100 * (after / before - 1) - volume) < 0.05)
      let change = try series.unitCost(place, "2024-25") / series.unitCost(place, "2020-21")
      #expect(abs(100 * (change - 1) - cost) < 0.05)
    }
  }

  /// 46.2% of spending on children looked after, 67% of residential care.
  @Test("others provided the known share in 2012-13")
  func external() throws {
    let series = try Self.series.get()
    #expect(abs(try series.external("looked_after", "2012-13") - 46.2) < 0.05)
    #expect(abs(try series.external("residential", "2012-13") - 67.0) < 0.05)
  }
}
