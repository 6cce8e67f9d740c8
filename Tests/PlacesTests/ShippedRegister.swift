import Foundation
import TestSupport

@testable import Places

/// The register as shipped in `datasets/`, read once for all tests.
enum Shipped {
  /// The rows of all parts.
  static let rows: RegisterRows = {
    var rows = RegisterRows()
    let datasets = Reference.package.appendingPathComponent("datasets")
    for part in RegisterPart.allCases {
      let isCatalogue = [.groups, .newCouncils, .bodies, .duties].contains(part)
      let folder = isCatalogue ? "catalogue" : "places"
      let file = datasets.appendingPathComponent("\(folder)/\(part.rawValue).csv")
      let records = PlainCSV.records(at: file)
      precondition(records.first == part.columns, "the header of \(part) is not what is expected")
      for record in records.dropFirst() {
        do {
          try rows.append(record, to: part)
        } catch {
          preconditionFailure("\(error)")
        }
      }
    }
    return rows
  }()

  /// The register made of them.
  static let register = Register(rows)
}

/// A reader for well-formed CSV with commas and double quotes, enough for tests.
enum PlainCSV {
  /// The records of a file, blank ones left out.
  static func records(at url: URL) -> [[String]] {
    guard let data = try? Data(contentsOf: url) else { return [] }
    return records([UInt8](data))
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    func close() {
      record.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start...] {
      switch byte {
      case 0x22:
        // A doubled quote closes and opens again: the quote itself is not needed here.
        isQuoted.toggle()
      case 0x2C where !isQuoted: close()
      case 0x0A where !isQuoted:
        close()
        if record != [""] { records.append(record) }
        record = []
      case 0x0D: break
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !record.isEmpty {
      close()
      records.append(record)
    }
    return records
  }
}
