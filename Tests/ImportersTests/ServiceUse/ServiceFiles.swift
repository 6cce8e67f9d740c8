import Evidence
import Foundation
import Places
import Tabular
import TestSupport

@testable import Importers

/// Published files of service use, each read once for all tests.
enum ServiceFiles {
  /// The folder of the files, or nil where they are not at hand.
  static var folder: URL? { Reference.folder?.appendingPathComponent("data/service-use") }

  /// The register as shipped.
  static let register: Register = {
    var rows = RegisterRows()
    let datasets = Reference.package.appendingPathComponent("datasets")
    for part in RegisterPart.allCases {
      let isCatalogue = [.groups, .newCouncils, .bodies, .duties].contains(part)
      let path = datasets.appendingPathComponent(
        "\(isCatalogue ? "catalogue" : "places")/\(part.rawValue).csv")
      guard let data = try? Data(contentsOf: path), let table = try? Table([UInt8](data)) else {
        continue
      }
      for row in table.rows.dropFirst() { try? rows.append(row.fields, to: part) }
    }
    return Register(rows)
  }()

  /// The paths of all files but those of the local authority tool, below the folder.
  static var all: [String] {
    guard let folder, let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix("dfe-lait") }.sorted()
  }

  /// Reads a file as a user would: with no option.
  static func read(_ path: String) throws -> FileReading {
    let file = try OpenedFile((folder?.appendingPathComponent(path).path) ?? path)
    return try FileReading(file, register: register, breaks: .init([]))
  }

  /// All files of all folders, by path.
  static var everything: [String] {
    guard let folder, let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }

  /// What was read of all files that hold figures, and the paths of those that were refused.
  static let readings = Result { () throws -> (read: [(String, FileReading)], refused: [String]) in
    var found: [(String, FileReading)] = []
    var refused: [String] = []
    for name in everything {
      do { found.append((name, try read(name))) } catch let error as ImportError {
        guard error.kind == .wrongSheet else { throw error }
        refused.append(name)
      }
    }
    return (found, refused)
  }

  /// The rows of a file of whose cells some text is so, by line.
  static func rows(_ path: String, where isWanted: (String) -> Bool) throws -> [Int: [String]] {
    let file = try OpenedFile((folder?.appendingPathComponent(path).path) ?? path)
    var rows: [Int: [String]] = [:]
    for row in try Table(file.bytes).rows where row.fields.contains(where: isWanted) {
      rows[row.line] = row.fields
    }
    return rows
  }

  /// Reads text as if it were a file.
  static func read(text: String) throws -> FileReading {
    try FileReading(
      OpenedFile(path: "made.csv", bytes: Array(text.utf8)), register: register, breaks: .init([]))
  }
}
