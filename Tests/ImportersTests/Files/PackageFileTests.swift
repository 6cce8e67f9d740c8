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
      ("a\\b.csv", false), ("https://example.org/a.csv", false), ("a.csv\u{0}", false),
      // With an accent behind it: another character to Swift, the same bytes to the system.
      ("../\u{301}a.csv", false), ("/\u{301}a.csv", false), ("a\\\u{301}b", false),
      ("C:\u{301}a", false), ("\u{301}a.csv", true), ("a/..\u{301}", true),
    ])
  func inside(path: String, isInside: Bool) {
    #expect(DataPackageFile.isInside(path) == isInside)
  }

  @Test(
    "with a word of ours that is not known is refused: a rule misspelt would hide nothing",
    arguments: [
      (#"{"disclsure": {"threshold": 10}}"#, "found 'disclsure' in placewise, expected disclosure"),
      (#"{"disclosure": {"threshhold": 10}}"#, "found 'threshhold' in placewise.disclosure"),
      (#"{"disclosure": null}"#, "found placewise.disclosure null"),
      (#"{"disclosure": {"sums": [{"total": "a", "part": []}]}}"#, "'parts' is missing"),
      (#"{"freshness": {"warn": 3}}"#, "found 'warn' in placewise.freshness"),
    ])
  func unknownWords(own: String, said: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent(DataPackageFile.name).path
    let text = #"{"name": "a", "placewise": \#(own), "other": {"x": [1, null]}, "resources": []}"#
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    #expect {
      try DataPackageFile.read(path)
    } throws: { error in
      "\(error)".contains(said)
    }
  }

  @Test("says which resource has a word that is not known, or a value of another type")
  func unknownWordsOfResources() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appendingPathComponent(DataPackageFile.name).path
    for (resource, said) in [
      (
        #"{"name": "b", "path": "b.csv", "placewise": {"layout": "tidy", "unit": "pounds"}}"#,
        "found 'unit' in resources[1].placewise"
      ),
      (#"{"name": "b", "path": 5}"#, "'resources[1].path' is of another type"),
    ] {
      let text = #"{"name": "a", "resources": [{"name": "a", "path": "a.csv"}, \#(resource)]}"#
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      #expect {
        try DataPackageFile.read(path)
      } throws: { error in
        "\(error)".contains(said)
      }
    }
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

  /// Writes a package file that names one resource.
  private func package(_ path: String, in folder: URL) throws -> String {
    let file = folder.appendingPathComponent(DataPackageFile.name)
    try Data("{\"name\":\"x\",\"resources\":[{\"name\":\"a\",\"path\":\"\(path)\"}]}".utf8)
      .write(to: file)
    return file.path
  }

  @Test("names no file outside through a symbolic link, no folder and no pipe")
  func links() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let manager = FileManager.default
    let folder = scratch.url.appendingPathComponent("set")
    for name in ["set", "set/inner", "outside"] {
      try manager.createDirectory(
        at: scratch.url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for name in ["set/inner/a.csv", "outside/a.csv"] {
      try Data("a\n1\n".utf8).write(to: scratch.url.appendingPathComponent(name))
    }
    func link(_ name: String, to target: String) throws {
      try manager.createSymbolicLink(
        atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try link("out.csv", to: "../outside/a.csv")
    try link("far.csv", to: "/etc/passwd")
    try link("way", to: "../outside")
    try link("zero.csv", to: "/dev/zero")
    try link("own.csv", to: "inner/a.csv")
    for path in ["out.csv", "far.csv", "way/a.csv", "zero.csv", "inner"] {
      let file = try package(path, in: folder)
      #expect {
        _ = try DataPackageFile.read(file)
      } throws: {
        ($0 as? ImportError)?.message.contains("leads out of the package's own folder") == true
      }
    }
    for path in ["inner/a.csv", "own.csv", "later.csv"] {
      #expect(try DataPackageFile.read(try package(path, in: folder)).resources.count == 1)
    }
    // The folder itself may be reached through a link.
    try manager.createSymbolicLink(
      atPath: scratch.url.appendingPathComponent("alias").path, withDestinationPath: "set")
    let alias = scratch.url.appendingPathComponent("alias/datapackage.json").path
    #expect(try DataPackageFile.read(alias).resources.count == 1)
  }

  @Test(
    "nested without end, or no JSON at all, is refused and not followed",
    arguments: [
      String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 200_000),
      "{\"name\":\"x\",\"resources\":" + String(repeating: "[", count: 100_000), "", "null",
      "\u{0}",
    ])
  func nested(text: String) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let file = scratch.url.appendingPathComponent(DataPackageFile.name)
    try Data(text.utf8).write(to: file)
    #expect {
      _ = try DataPackageFile.read(file.path)
    } throws: { ($0 as? ImportError)?.message.contains("not a Data Package in JSON") == true }
  }
}
