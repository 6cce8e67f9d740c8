/// Links, pictures and emphasis.
extension MarkdownText {
  /// A link; where the target is neither a relative path nor a web address, the text alone.
  ///
  /// The target is a path relative to the document, or an `https` or `http` address.
  public static func link(_ text: MarkdownText, to target: String) -> MarkdownText {
    guard let address = address(target) else { return text }
    return MarkdownText(source: "[\(text.source)](\(address))")
  }

  /// A picture from a relative path, with the text that stands for it.
  public static func picture(_ path: String, alt: String) -> MarkdownText {
    guard let address = address(path) else { return MarkdownText(escaping: alt) }
    return MarkdownText(source: "![\(escape(alt))](\(address))")
  }

  /// A number in another form than its own text, such as with a sign.
  static func number(_ number: Rounded, as text: String) -> MarkdownText {
    MarkdownText(source: NumberKey.mark(text, number))
  }

  /// Strong text.
  public static func strong(_ text: MarkdownText) -> MarkdownText {
    text.isEmpty ? text : MarkdownText(source: "**\(text.source)**")
  }

  /// Text in the type of code, such as a command to run; backquotes in it become apostrophes.
  public static func code(_ text: String) -> MarkdownText {
    var out = String.UnicodeScalarView()
    for scalar in cleaned(text) {
      switch scalar {
      case "`": out.append("'")
      case "|": out.append(contentsOf: "\\|".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return out.isEmpty ? "" : MarkdownText(source: "`\(String(out))`")
  }

  /// A link target with every byte that could end it percent-encoded; nil for another scheme.
  private static func address(_ target: String) -> String? {
    let isWeb = target.hasPrefix("https://") || target.hasPrefix("http://")
    guard !target.isEmpty, isWeb || (!target.contains(":") && !target.hasPrefix("//")) else {
      return nil
    }
    var out = ""
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "%"),
        UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"),
        UInt8(ascii: "+"), UInt8(ascii: ","):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }

  /// The anchor GitHub gives a heading, for a link within a document.
  ///
  /// Lower case, blanks to hyphens, punctuation dropped. Letters outside ASCII are kept as they are.
  public static func anchor(_ heading: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        out.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
