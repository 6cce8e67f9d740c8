import Foundation
import TestSupport
import Testing

@testable import Tabular

/// One case of the published conformance set: bytes, dialect, and what must come out.
struct ConformanceCase: Decodable, Sendable, CustomTestStringConvertible {
  struct DialectWords: Decodable {
    let delimiter: String
    let quote: String
    let encoding: String
    let header: Bool
    let max_field_bytes: Int?
  }
  struct Part: Decodable {
    let text: String?
    let hex: String?
    let times: Int?
  }
  struct Input: Decodable {
    let file: String?
    let generate: [Part]?
    let bytes: Int
  }
  struct Failure: Decodable, Equatable {
    let kind: String
    let line, column, byte, record, field, eof_line, limit: Int?
  }
  struct Finding: Decodable, Equatable {
    let kind: String
    let line, column, byte, record, field, expected, found, first_field: Int?
    let name: String?
    let kinds: [String]?
  }
  struct Expectation: Decodable {
    let encoding: String?
    let records: Int?
    let rows: [[String]]?
    let rows_shape: [[Int]]?
    let diagnostics: [Finding]?
    let diagnostic_counts: [String: Int]?
    let error: Failure?
  }

  let id: String
  let level: String
  let dialect: DialectWords
  let input: Input
  let expect: Expectation

  var testDescription: String { id }

  /// All open cases; none when the published files are not there.
  static let all: [ConformanceCase] = {
    guard let folder = Reference.folder?.appendingPathComponent("csv/open/cases"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.sorted().filter { $0.hasSuffix(".json") }.compactMap { name in
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
        return nil
      }
      return try? JSONDecoder().decode(ConformanceCase.self, from: data)
    }
  }()

  /// The dialect in our terms.
  var ours: Dialect {
    let encoding: EncodingChoice =
      dialect.encoding == "auto"
      ? .auto : TextEncoding(name: dialect.encoding).map { .named($0) } ?? .auto
    return Dialect(
      delimiter: dialect.delimiter.utf8.first ?? 0, quote: dialect.quote.utf8.first,
      encoding: encoding, header: dialect.header,
      maxFieldBytes: dialect.max_field_bytes ?? Dialect.defaultMaxFieldBytes)
  }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    if let file = input.file, let folder = Reference.folder {
      let url = folder.appendingPathComponent("csv/open").appendingPathComponent(file)
      return try Array(Data(contentsOf: url))
    }
    var bytes: [UInt8] = []
    for part in input.generate ?? [] {
      let piece = part.text.map { Array($0.utf8) } ?? Self.bytes(hex: part.hex ?? "")
      for _ in 0..<(part.times ?? 1) { bytes += piece }
    }
    return bytes
  }

  private static func bytes(hex: String) -> [UInt8] {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
