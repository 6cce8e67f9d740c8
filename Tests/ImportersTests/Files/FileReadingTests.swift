import Evidence
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("A file")
struct FileReadingTests {
  private static let tidy = "areacd,indicator,period,observation\nE06000901,health,2024,5\n"

  @Test(
    "with another delimiter is read as with commas",
    arguments: [";", "\t", "|"])
  func delimiters(delimiter: String) throws {
    let reading = try FileReading.of(Self.tidy.replacing(",", with: delimiter))
    #expect(reading.said("E06000901", "health") == "5")
  }

  @Test("in Windows-1252 is read, and that is noted")
  func encoding() throws {
    var bytes = Array("areacd,indicator,period,observation,unit\nE06000901,a,2024,5,".utf8)
    bytes += [0xA3, 0x0A]
    let file = try OpenedFile(path: "a.csv", bytes: bytes)
    let reading = try FileReading(file, register: Invented.register, breaks: SeriesBreaks([]))
    #expect(reading.said("E06000901", "a") == "500")
    #expect(reading.extract.notes.map(\.line) == [2])
    #expect(reading.extract.notes.first?.text.contains("Windows-1252") == true)
  }

  @Test(
    "that is no CSV is refused as what it is",
    arguments: [
      ([], .empty), (Array(" \n\t\r\n".utf8), .empty), ([0xEF, 0xBB, 0xBF, 0x0A], .empty),
      ([0x50, 0x4B, 0x03, 0x04, 1, 2], .workbook), ([0xD0, 0xCF, 0x11, 0xE0, 1], .workbook),
      (Array("%PDF-1.7".utf8), .notCSV), ([0x1F, 0x8B, 8], .notCSV),
      (Array("<!DOCTYPE html>".utf8), .notCSV), (Array("<html>".utf8), .notCSV),
      (Array("<?xml version=\"1.0\"?>".utf8), .notCSV), ([0x89, 0x50, 0x4E, 0x47], .notCSV),
    ] as [([UInt8], ImportError.Kind)])
  func foreign(bytes: [UInt8], kind: ImportError.Kind) {
    #expect {
      _ = try OpenedFile(path: "a.csv", bytes: bytes)
    } throws: { error in
      (error as? ImportError)?.kind == kind && (error as? ImportError)?.path == "a.csv"
    }
  }

  @Test("that is a workbook is refused with how to save its sheet as CSV")
  func workbook() {
    let error = refusal { () throws(ImportError) in
      _ = try OpenedFile(path: "a.xlsx", bytes: [0x50, 0x4B, 0x03, 0x04])
      return try FileReading.of(Self.tidy)
    }
    #expect(error?.description.hasPrefix("a.xlsx: this is a workbook") == true)
    #expect(error?.message.contains("save that sheet as CSV (UTF-8)") == true)
  }

  @Test("that is missing or a folder is refused")
  func missing() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let missing = scratch.url.appendingPathComponent("none.csv").path
    #expect(throws: ImportError(.unreadable, path: missing, "there is no such file")) {
      try OpenedFile(missing)
    }
    #expect {
      _ = try OpenedFile(scratch.url.path)
    } throws: { error in
      (error as? ImportError)?.kind == .folder
    }
  }

  @Test(
    "with a header and nothing below it is refused",
    arguments: [
      "areacd,indicator,period,observation\n", "areacd,indicator,period,observation\n\n\n",
      "areacd,indicator,period,observation\n,,,\n",
    ])
  func headerOnly(text: String) {
    #expect(refusal { () throws(ImportError) in try .of(text) }?.kind == .headerOnly)
  }

  @Test("that is malformed is refused with line and column")
  func malformed() throws {
    let text = "areacd,indicator,period,observation\nE06000901,\"health,2024,5\n"
    let error = try #require(refusal { () throws(ImportError) in try .of(text) })
    #expect(error.kind == .malformed)
    #expect(error.line == 2 && error.column == 11)
    #expect(error.description.hasPrefix("invented.csv:2:11: "))
  }

  @Test("that fits no layout is refused with its first row and what to do")
  func unknown() throws {
    let error = try #require(
      refusal { () throws(ImportError) in try .of("supplier,amount\nA,5\n") })
    #expect(error.kind == .notRecognised && error.line == 1)
    #expect(error.message.contains("first row: supplier, amount"))
    #expect(error.message.contains("--layout mapped"))
  }

  @Test("is read by a layout that is asked for, or refused where it is not of it")
  func asked() throws {
    #expect(try FileReading.of(Self.tidy, options { $0.layout = "tidy" }).source.layout == "tidy")
    let none = refusal { () throws(ImportError) in
      try .of(Self.tidy, options { $0.layout = "tiddly" })
    }
    #expect(none?.message.contains("there is no layout 'tiddly'") == true)
    #expect(none?.message.contains("outturn-summary") == true)
    for layout in Layouts.all.map(\.id) where layout != "tidy" {
      let error = refusal { () throws(ImportError) in
        try .of("colour,size\nred,5\n", options { $0.layout = layout })
      }
      #expect(error != nil, "\(layout) took a file that is not of it")
    }
  }

  @Test("is named by the digest of its bytes")
  func digest() throws {
    let reading = try FileReading.of(Self.tidy)
    #expect(reading.source.bytes == Self.tidy.utf8.count)
    // sha256 of "abc": FIPS 180-4, appendix B.1 of its predecessor FIPS 180-2.
    #expect(
      try OpenedFile(path: "", bytes: Array("abc".utf8)).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
