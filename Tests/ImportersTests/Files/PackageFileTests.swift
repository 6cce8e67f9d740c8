import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("A package file")
struct PackageFileTests {
  @Test(
    "names files in its own folder only",
    arguments: [
      ("a.csv", true), ("sub/a.csv", true), ("", false), ("/etc/passwd", false),
      ("../a.csv", false),
      ("a/../../b.csv", false), ("./a.csv", false), ("a//b.csv", false), ("C:a.csv", false),
      ("a\\b.csv", false), ("https://example.org/a.csv", false),
    ])
  func inside(path: String, isInside: Bool) {
    #expect(DataPackageFile.isInside(path) == isInside)
  }

  @Test("is read as it was written, and written the same twice")
  func roundTrip() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var package = DataPackage(name: "invented", title: "Invented figures")
    var resource = DataPackage.Resource(
      csv: "a.csv", title: "A", bytes: 12, sha256: "00ff",
      schema: .init([.init("areacd", type: "string")], missingValues: ["", "[x]"]))
    var reading = DataPackage.Reading(of: "wide")
    reading.units = "thousands"
    reading.period = "2024-25"
    resource.placewise = reading
    package.resources = [resource]
    let text = try DataPackageFile.text(package)
    let path = scratch.url.appendingPathComponent(DataPackageFile.name).path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let read = try DataPackageFile.read(path)
    #expect(read == package)
    #expect(try DataPackageFile.text(read) == text)
    let options = try #require(read.resources.first?.placewise).options(path: path)
    #expect(options.layout == "wide" && options.scale == .thousands)
    #expect(options.period == .financialYear(2024))
  }

  @Test("with a unit or period that is none is refused with what is expected")
  func refused() {
    var reading = DataPackage.Reading(of: "wide")
    reading.units = "bushels"
    #expect {
      _ = try reading.options(path: "p")
    } throws: { ($0 as? ImportError)?.message.contains("'bushels'") == true }
    reading.units = nil
    reading.period = "2024-04"
    #expect {
      _ = try reading.options(path: "p")
    } throws: { ($0 as? ImportError)?.message.contains("2024-04-01/P1Y") == true }
  }
}
