import Evidence
import Foundation
import Places
import Synchronization
import Tabular
import TestSupport

@testable import Importers

/// Files as their publishers published them, read once for all tests.
enum PublishedFolder {
  /// The register as shipped in `datasets/`.
  static let register: Register = {
    var rows = RegisterRows()
    let folder = Reference.package.appendingPathComponent("datasets/places")
    for part in RegisterPart.allCases {
      let path = folder.appendingPathComponent("\(part.rawValue).csv").path
      guard FileManager.default.fileExists(atPath: path),
        let file = try? OpenedFile(path), let table = try? FileReading.table(file)
      else { continue }
      for row in table.rows.dropFirst() {
        do { try rows.append(row.fields, to: part) } catch { preconditionFailure("\(error)") }
      }
    }
    return Register(rows)
  }()

  /// Changes of definition, as shipped.
  private static let breaks = SeriesBreaks([])

  private static let readings = Mutex<[String: Result<FileReading, ImportError>]>([:])

  /// A published file below the reference folder, read; the same reading for every test.
  static func reading(
    _ path: String, _ options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> FileReading {
    let key = "\(path) \(options.text)"
    if let found = readings.withLock({ $0[key] }) { return try found.get() }
    let url = (Reference.folder ?? Reference.package).appendingPathComponent("data/\(path)")
    let result = Result { () throws(ImportError) in
      try FileReading(
        try OpenedFile(url.path), register: register, breaks: breaks, options: options)
    }
    readings.withLock { $0[key] = result }
    return try result.get()
  }

  /// The names of the CSV files in a folder below the reference folder, in order.
  static func files(_ folder: String) -> [String] {
    guard let reference = Reference.folder else { return [] }
    let url = reference.appendingPathComponent("data/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }
}
