import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

/// A file of a shipped data set with how its package says that it is read.
struct ShippedResource: Sendable, CustomTestStringConvertible {
  let dataset: String
  let resource: DataPackage.Resource
  let reading: DataPackage.Reading

  var testDescription: String { "\(dataset)/\(resource.path)" }
  var path: String {
    Reference.package.appendingPathComponent("datasets/\(dataset)/\(resource.path)").path
  }

  /// All files of figures, in the order of their names.
  static let all: [ShippedResource] = {
    let folder = Reference.package.appendingPathComponent("datasets")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().flatMap { name -> [ShippedResource] in
      let path = folder.appendingPathComponent("\(name)/\(DataPackageFile.name)").path
      guard let package = try? DataPackageFile.read(path) else { return [] }
      return package.resources.compactMap { resource in
        guard let reading = resource.placewise, reading.layout != "places" else { return nil }
        return ShippedResource(dataset: name, resource: resource, reading: reading)
      }
    }
  }()

  /// The file as a build reads it.
  func read() throws -> FileReading {
    try FileReading(
      try OpenedFile(path), register: PublishedFolder.register, breaks: SeriesBreaks([]),
      options: try reading.options(path: path), dataset: dataset)
  }
}

@Suite("A shipped file")
struct ShippedDataTests {
  @Test(
    "has the bytes its package vouches for and is read without a loss",
    arguments: ShippedResource.all)
  func whole(file: ShippedResource) throws {
    let reading = try file.read()
    #expect(file.resource.hash == "sha256:\(reading.source.sha256)")
    #expect(file.resource.bytes == reading.source.bytes)
    let ledger = reading.extract.ledger
    #expect(ledger.balances && ledger.rejected == 0 && reading.extract.rejects.isEmpty)
    #expect(ledger.skippedInWords == "1 header" && ledger.loaded > 0)
    // Each place and period stands once: the second would hide the first.
    let rows = Set(
      reading.extract.observations.map { "\($0.place) \($0.period.iso) \($0.measure)" })
    #expect(rows.count == reading.extract.observations.count)
  }

  @Test("stands with its publisher's file, and every column with the publisher's")
  func origins() throws {
    #expect(ShippedResource.all.count >= 222)
    for file in ShippedResource.all {
      let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
      let sources = try String(
        contentsOf: folder.appendingPathComponent("sources.csv"), encoding: .utf8)
      #expect(sources.contains("\n\(file.resource.path),"), "\(file.testDescription)")
      let columns = try String(
        contentsOf: folder.appendingPathComponent("source-columns.csv"), encoding: .utf8)
      // The long form names the publisher's column in every row; limits stand beside their value.
      guard file.reading.layout == "wide" else { continue }
      for field in file.resource.schema?.fields.dropFirst(5) ?? []
      where !field.name.contains(":") {
        #expect(columns.contains("\n\(file.resource.path),\(field.name),"), "\(field.name)")
      }
    }
  }

  @Test(
    "holds every figure of the published sheet that it was taken from, and no other",
    .enabled(if: Reference.isPresent), arguments: PublishedSheet.all)
  func published(sheet: PublishedSheet) throws {
    let shipped = try #require(try Self.resource(of: sheet))
    var figures: [String: Observation] = [:]
    var measures: Set<String> = []
    for figure in try shipped.read().extract.observations {
      figures["\(figure.place) \(figure.measure)"] = figure
      measures.insert(figure.measure)
    }
    var apart: [String] = []
    let published = try PublishedFolder.reading(sheet.path).extract.observations
      .filter { measures.contains($0.measure) }
    for figure in published {
      let found = figures["\(figure.place) \(figure.measure)"]
      if found?.value != figure.value || found?.status != figure.status
        || found?.period != figure.period
      {
        apart.append("\(figure.place) \(figure.measure)")
      }
    }
    #expect(apart.isEmpty, "\(apart.prefix(5))")
    #expect(published.count == figures.count && !measures.isEmpty)
  }

  /// The shipped file whose source is a published sheet, bytes and all.
  private static func resource(of sheet: PublishedSheet) throws -> ShippedResource? {
    let sha256 = try PublishedFolder.reading(sheet.path).source.sha256
    for dataset in ["revenue-outturn", "social-care-outturn"] {
      let url = Reference.package.appendingPathComponent("datasets/\(dataset)/sources.csv")
      let text = try String(contentsOf: url, encoding: .utf8)
      guard let line = text.split(separator: "\n").first(where: { $0.contains(sha256) }) else {
        continue
      }
      let name = line.prefix { $0 != "," }
      return ShippedResource.all.first { $0.dataset == dataset && $0.resource.path == name }
    }
    return nil
  }
}
