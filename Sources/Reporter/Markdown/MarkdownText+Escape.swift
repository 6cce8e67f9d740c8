/// Escaping of text that nobody here wrote.
///
/// Two aims: nothing in a name may act (as emphasis, link, table rule, HTML, mention, mathematics or
/// template), and an ordinary name (`Stoke-on-Trent`, `King's Lynn`, `Bristol, City of`) stays readable in
/// the source. So characters that act anywhere are always numeric entities, and the rest only where
/// they would act. An entity is never read as syntax, which a backslash is in some table readers.
extension MarkdownText {
  /// Text as Markdown that shows it: blanks folded, control characters replaced.
  ///
  /// - Complexity: O(n).
  public static func escape(_ text: String) -> String {
    let scalars = cleaned(text)
    let isAddress = scalars.contains("@")
    var out = ""
    out.reserveCapacity(scalars.count + 8)
    var lead = Lead.start
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isActive(scalar, next: next, lead: lead, before: scalars[..<index]) {
        out += "&#\(scalar.value);"
        // GitHub looks for e-mail addresses after entities are decoded; a comment parts them.
        if isAddress, scalar == "@" { out += "<!-- -->" }
      } else {
        out.unicodeScalars.append(scalar)
      }
      lead = lead.after(scalar)
    }
    return out
  }

  /// The text that `escape` was given, save blanks and control characters that it replaced.
  public static func unescape(_ text: String) -> String {
    guard text.contains("&#") else { return text }
    var out = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "&#") {
      out += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix { ("0"..."9").contains($0) }
      let behind = rest[digits.endIndex...]
      if behind.hasPrefix(";"), let scalar = UInt32(digits).flatMap(Unicode.Scalar.init) {
        out.unicodeScalars.append(scalar)
        rest = behind.dropFirst()
        if scalar == "@", rest.hasPrefix("<!-- -->") { rest = rest.dropFirst(8) }
      } else {
        out += "&#"
        rest = rest[start.upperBound...]
      }
    }
    return out + rest
  }

  /// Where in a text a character stands, as far as block syntax minds.
  private enum Lead {
    case start, digits, middle

    func after(_ scalar: Unicode.Scalar) -> Self {
      self != .middle && ("0"..."9").contains(scalar) ? .digits : .middle
    }
  }

  private static func isActive(
    _ scalar: Unicode.Scalar, next: Unicode.Scalar?, lead: Lead,
    before: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch scalar {
    case "<", ">", "`", "*", "_", "[", "]", "{", "}", "|", "\\", "~", "@", "#", "$", "^":
      true
    case "&":
      // `Barking & Dagenham` cannot be an entity.
      next != " "
    case "-", "+", "=", ":", "(", "\"", "'":
      // List items, underlines, table rules, link targets and titles begin a text or follow a link.
      lead == .start || (scalar == ":" && next != " ") || (scalar == "-" && next == "-")
    case ".", ")":
      // `1. one` begins a list; `www.` begins a link.
      (lead == .digits && (next == nil || next == " ")) || endsInWWW(before)
    case "!":
      // Before a link of ours it would make a picture.
      next == nil || next == "["
    default:
      false
    }
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// Folds blanks, trims the ends and replaces what could act on a terminal or turn text around.
  static func cleaned(_ text: String) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var isBlank = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029:
        isBlank = true
        continue
      default:
        break
      }
      if isBlank, !out.isEmpty { out.append(" ") }
      isBlank = false
      out.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return out
  }

  /// True for plain text of ASCII alone that is cleaned as it is.
  static func isClean(_ text: String) -> Bool {
    var before: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte > 0x20 || byte == 0x20 && before != 0x20, byte < 0x7F else { return false }
      before = byte
    }
    return before != 0x20 || text.isEmpty
  }

  /// Control characters, and the marks that reorder text.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    case 0xFFFE, 0xFFFF: true
    // Ours: they hold the keys of numbers.
    case 0xE000...0xE002: true
    default: false
    }
  }
}
