/// A JSON document, written with its members in the order in which they were added.
indirect enum JSONNode: Sendable {
  /// Words.
  case text(String)
  /// A whole number.
  case int(Int)
  /// True or false.
  case bool(Bool)
  /// A list.
  case array([JSONNode])
  /// Named members.
  case object([(String, JSONNode)])

  /// A list of words.
  static func texts(_ texts: [String]) -> JSONNode { .array(texts.map(JSONNode.text)) }

  /// The document, indented by two blanks a level, with a final line end.
  var document: String { rendered("") + "\n" }

  private func rendered(_ indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return JSONValue.string(text)
    case .int(let number): return String(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .array(let nodes):
      guard !nodes.isEmpty else { return "[]" }
      let isShort = nodes.allSatisfy { if case .text = $0 { true } else { false } }
      if isShort { return "[" + nodes.map { $0.rendered(inner) }.joined(separator: ", ") + "]" }
      return "[\n" + nodes.map { inner + $0.rendered(inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      return "{\n"
        + members.map { "\(inner)\(JSONValue.string($0.0)): \($0.1.rendered(inner))" }
        .joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}
