/// Any JSON, for comparing an answer with what a case expects.
indirect enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let fields) = self { return fields[key] }
    return nil
  }

  var number: Double? {
    if case .number(let value) = self { return value }
    return nil
  }

  var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  var texts: [String]? {
    if case .list(let values) = self { return values.compactMap(\.text) }
    return nil
  }

  /// Where this differs from what is expected; empty when it has all of it.
  ///
  /// Fields that are not expected do not count; numbers may differ by a millionth.
  func differences(from expected: JSONValue, at path: String = "") -> [String] {
    switch (self, expected) {
    case (.number(let a), .number(let b)) where abs(a - b) <= 1e-6 + 1e-12 * abs(b): []
    case (.list(let a), .list(let b)) where a.count == b.count:
      zip(a, b).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
    case (.object(let a), .object(let b)):
      b.keys.sorted().flatMap { key in
        guard let field = b[key] else { return [String]() }
        return a[key]?.differences(from: field, at: "\(path).\(key)")
          ?? ["\(path).\(key) is missing"]
      }
    default: self == expected ? [] : ["\(path) is \(self), not \(expected)"]
    }
  }
}
