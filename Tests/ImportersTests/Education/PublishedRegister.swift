import Evidence
import Foundation
import Importers
import Places
import Tabular
import TestSupport
import Testing

/// The register that the repository ships, and files read against it.
enum Published {
  /// What a layout found, with the sheet it stood in.
  struct Reading {
    let table: Table
    let extract: Extract
    let layout: String

    /// The figure of a place and measure, in a period where there are several.
    func figure(_ place: String, _ measure: String, _ period: Period? = nil) -> Observation? {
      extract.observations.first {
        $0.place == place && $0.measure == measure && (period == nil || $0.period == period)
      }
    }

    /// Its value.
    func value(_ place: String, _ measure: String, _ period: Period? = nil) -> Double? {
      figure(place, measure, period)?.value
    }
  }

  /// All places of `datasets/places/`.
  static let register: Register = {
    let folder = Reference.package.appendingPathComponent("datasets/places")
    var rows = RegisterRows()
    for part in RegisterPart.allCases {
      let url = folder.appendingPathComponent("\(part.rawValue).csv")
      guard let bytes = try? Data(contentsOf: url), let table = try? Table([UInt8](bytes)) else {
        continue
      }
      for row in table.rows.dropFirst() { try? rows.append(row.fields, to: part) }
    }
    return Register(rows)
  }()

  /// A published file read by the layout that recognises it.
  static func read(
    _ path: String, period: Period? = nil, breaks: SeriesBreaks = SeriesBreaks([])
  ) throws -> Reading {
    let url = try #require(Reference.folder).appendingPathComponent("data/" + path)
    let table = try FileReading.table(try OpenedFile(url.path))
    return try read(table, period: period, breaks: breaks)
  }

  /// Text read by the layout that recognises it.
  static func read(
    text: String, period: Period? = nil, breaks: SeriesBreaks = SeriesBreaks([]),
    register: Register = register
  ) throws -> Reading {
    try read(try Table(Array(text.utf8)), period: period, breaks: breaks, register: register)
  }

  private static func read(
    _ table: Table, period: Period?, breaks: SeriesBreaks, register: Register = register
  ) throws -> Reading {
    var options = ImportOptions()
    options.period = period
    let layout = try Layouts.recognise(table)
    let context = ImportContext(register: register, options: options, breaks: breaks)
    let extract = try layout.extract(table, with: context)
    return Reading(table: table, extract: extract, layout: layout.id)
  }
}

/// A file taken apart without the product's own reader, to check that reader by.
enum Independent {
  /// The records by the line on which each starts; bytes beyond ASCII stand for themselves.
  static func records(_ path: String) throws -> [Int: [String]] {
    let url = try #require(Reference.folder).appendingPathComponent("data/" + path)
    var records: [Int: [String]] = [:]
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var line = 1
    var start = 1
    for byte in try Data(contentsOf: url) {
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted:
        record.append(field)
        field = ""
      case 0x0A:
        line += 1
        guard !isQuoted else { break }
        record.append(field)
        records[start] = record
        record = []
        field = ""
        start = line
      case 0x0D: break
      default: field.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return records
  }

  /// Numbers that follow from a seed, the same in every run.
  struct Seeded {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// A number from 0 and below a limit.
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
