/// One element of a drawing.
///
/// The names are a closed list, so that no drawing can hold a script, a link or a foreign object, whatever
/// a caller passes. Attributes are written in the order given; text is escaped and control characters
/// are replaced.
struct SVGElement: Hashable, Sendable {
  /// The elements that our drawings use.
  enum Name: String, Sendable {
    case svg, title, desc, style, defs, pattern, rect, line, path, circle, text
    case group = "g"
  }

  /// One attribute.
  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  let name: Name
  private(set) var attributes: [Attribute] = []
  private(set) var content = ""
  private(set) var children: [SVGElement] = []

  init(_ name: Name, _ attributes: KeyValuePairs<String, String> = [:], content: String = "") {
    self.name = name
    self.content = content
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
  }

  init(_ name: Name, _ attributes: KeyValuePairs<String, String>, children: [SVGElement]) {
    self.init(name, attributes)
    self.children = children
  }

  /// Appends the element's XML to a text.
  func render(into out: inout String) {
    out += "<" + name.rawValue
    for attribute in attributes where !attribute.value.isEmpty {
      out += " " + attribute.name + "=\"" + Self.escape(attribute.value) + "\""
    }
    if content.isEmpty, children.isEmpty {
      out += "/>"
    } else {
      out += ">" + Self.escape(content)
      for child in children {
        if name != .text { out += "\n" }
        child.render(into: &out)
      }
      out += (children.isEmpty ? "" : "\n") + "</" + name.rawValue + ">"
    }
  }

  /// Text that stands for itself in XML, in an element as in an attribute.
  static func escape(_ text: String) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }
    if isPlain, MarkdownText.isClean(text) { return text }
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for scalar in MarkdownText.cleaned(text) {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A coordinate with at most two decimals, never an exponent or a minus nought.
  ///
  /// A number that is not finite is drawn at nought; figures do not draw values that they do not have.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
    let size = hundredths.magnitude
    var text = (hundredths < 0 ? "-" : "") + String(size / 100)
    let rest = size % 100
    if rest > 0 {
      text += rest < 10 ? ".0" : "."
      text += String(rest % 10 == 0 ? rest / 10 : rest)
    }
    return text
  }
}
