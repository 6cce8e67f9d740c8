import Disclosure
import Foundation
import TestSupport
import Testing

/// A conformance case on disk.
struct CaseFile: CustomTestStringConvertible, Sendable {
  let url: URL

  var id: String { url.deletingPathExtension().lastPathComponent }

  var testDescription: String { id }

  /// The case's own JSON.
  func json() throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: url))
  }

  /// The case, ready to be worked out.
  func disclosureCase() throws -> DisclosureCase {
    try DisclosureCase(json: Data(contentsOf: url))
  }

  /// The answer as a caller would read it.
  func answer() throws -> JSONValue {
    let text = try disclosureCase().answer().json()
    return try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// The cases of one kind beside these tests.
  static func own(_ kind: DisclosureCase.Kind) -> [CaseFile] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return cases(kind, in: folder.appendingPathComponent("Cases"))
  }

  /// The cases of one kind beside these tests, and the published ones where they are.
  static func all(_ kind: DisclosureCase.Kind) -> [CaseFile] {
    let published = Reference.folder?.appendingPathComponent("sdc/open")
    return own(kind) + (published.map { cases(kind, in: $0) } ?? [])
  }

  private static func cases(_ kind: DisclosureCase.Kind, in folder: URL) -> [CaseFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
      .map { CaseFile(url: folder.appendingPathComponent($0)) }
      .filter { (try? $0.json()["kind"]?.text) == kind.rawValue }
  }
}
