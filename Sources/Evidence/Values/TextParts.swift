/// Parts of texts found on bytes, for rules that are tried on very many names.
public struct TextParts: Sendable {
  private let parts: [[UInt8]]
  /// For each first byte, whether some part begins with it.
  private var begins = [Bool](repeating: false, count: 256)

  /// Takes the parts to be looked for, none of them empty.
  public init(_ parts: [String]) {
    self.parts = parts.map { Array($0.utf8) }.filter { !$0.isEmpty }
    for part in self.parts { begins[Int(part[0])] = true }
  }

  /// True where one of the parts stands in a text.
  public func occur(in text: [UInt8]) -> Bool {
    for start in text.indices where begins[Int(text[start])] {
      for part in parts where part.count <= text.count - start {
        var index = 0
        while index < part.count, part[index] == text[start + index] { index += 1 }
        if index == part.count { return true }
      }
    }
    return false
  }
}
