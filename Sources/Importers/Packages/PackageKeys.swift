import FoundationEssentials

/// The keys of this product's own objects in a package file.
///
/// A Data Package may hold anything else beside; here a word that is not known is a slip, and a rule
/// of disclosure or a unit that is not read because of one would do harm in silence.
enum PackageKeys {
  private static let holding = ["disclosure", "freshness"]
  private static let freshness = ["errorAfter", "warnAfter"]
  private static let rule = ["base", "contributors", "hidden", "sums", "threshold", "zeros"]
  private static let sum = ["parts", "total"]
  private static let reading = [
    "checks", "columns", "layout", "measure", "part", "period", "place", "published", "publisher",
    "title", "units",
  ]

  /// The sentence about the first key that is not known, or nil.
  static func fault(_ data: Data) throws -> String? {
    let package = try JSONDecoder().decode(JSONTree.self, from: data)
    if let own = package["placewise"] {
      let found =
        fault(own, holding, "placewise")
        ?? own["freshness"].flatMap { fault($0, freshness, "placewise.freshness") }
        ?? own["disclosure"].flatMap { fault(ofDisclosure: $0) }
      if let found { return found }
    }
    for (index, resource) in (package["resources"]?.elements ?? []).enumerated() {
      guard let own = resource["placewise"] else { continue }
      if let found = fault(own, reading, "resources[\(index)].placewise") { return found }
    }
    return nil
  }

  private static func fault(ofDisclosure tree: JSONTree) -> String? {
    if case .null = tree {
      return "found placewise.disclosure null, expected 'publisher' or an object"
    }
    if let found = fault(tree, rule, "placewise.disclosure") { return found }
    for sum in tree["sums"]?.elements ?? [] {
      if let found = fault(sum, self.sum, "placewise.disclosure.sums") { return found }
    }
    return nil
  }

  private static func fault(_ tree: JSONTree, _ known: [String], _ name: String) -> String? {
    guard let key = tree.keys.first(where: { !known.contains($0) }) else { return nil }
    return "found '\(key)' in \(name), expected \(known.joined(separator: ", "))"
  }
}

/// JSON as it stands, of which only the names matter.
private enum JSONTree: Decodable {
  case object([String: JSONTree])
  case array([JSONTree])
  case null
  case other

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONTree] = [:]
      for key in object.allKeys {
        members[key.stringValue] = try object.decode(JSONTree.self, forKey: key)
      }
      self = .object(members)
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [JSONTree] = []
      while !list.isAtEnd { elements.append(try list.decode(JSONTree.self)) }
      self = .array(elements)
    } else {
      self = try decoder.singleValueContainer().decodeNil() ? .null : .other
    }
  }

  /// The names of an object's members, in order.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.keys.sorted()
  }

  /// The elements of a list.
  var elements: [JSONTree] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// A member of an object.
  subscript(_ name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
