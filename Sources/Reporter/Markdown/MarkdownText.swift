/// Inline Markdown that is safe to place anywhere: a paragraph, a heading, a table cell, a list.
///
/// A literal is our own prose and stands as written. What is interpolated as a `String` is untrusted (a
/// place's name, a publisher's title) and is escaped by that alone, so forgetting to escape takes an
/// effort: `"\(name) spent \(amount)"`. Numbers are written by their own text.
public struct MarkdownText: Hashable, Sendable {
  /// The Markdown source, without line breaks.
  public let source: String

  /// Takes Markdown as it stands; blanks and line breaks are folded.
  public init(markdown: String) {
    source = Self.folded(markdown)
  }

  /// Takes text that must appear as it is.
  public init(escaping text: String) {
    source = Self.escape(text)
  }

  /// True when nothing would be shown.
  public var isEmpty: Bool { source.isEmpty }

  /// One text after another.
  public static func + (left: Self, right: Self) -> Self {
    Self(source: left.source + right.source)
  }

  /// The texts with a separator between them.
  public static func joined(_ texts: [Self], by separator: Self) -> Self {
    Self(source: texts.map(\.source).joined(separator: separator.source))
  }

  init(source: String) {
    self.source = source
  }

  /// True where both read alike, whatever the rows of their numbers.
  public static func == (left: Self, right: Self) -> Bool {
    left.source == right.source || NumberKey.strip(left.source) == NumberKey.strip(right.source)
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(NumberKey.strip(source))
  }

  /// Folds every run of blanks and line breaks to one space, so that no text starts a new block.
  private static func folded(_ text: String) -> String {
    // Nearly all texts have none.
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
    var out = String.UnicodeScalarView()
    var isBlank = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t":
        isBlank = true
      case " " where isBlank:
        continue
      default:
        if isBlank { out.append(" ") }
        isBlank = false
        out.append(scalar)
      }
    }
    if isBlank { out.append(" ") }
    return String(out)
  }
}

extension MarkdownText: ExpressibleByStringInterpolation {
  /// Our own prose.
  public init(stringLiteral value: String) {
    self.init(markdown: value)
  }

  /// Our own prose with values in it.
  public init(stringInterpolation: StringInterpolation) {
    self.init(markdown: stringInterpolation.source)
  }

  /// Collects prose as it stands and values escaped.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    /// Starts empty.
    public init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Our own prose.
    public mutating func appendLiteral(_ literal: String) {
      source += literal
    }

    /// Untrusted text: escaped.
    public mutating func appendInterpolation(_ text: String) {
      source += MarkdownText.escape(text)
    }

    /// Text that is Markdown already.
    public mutating func appendInterpolation(_ text: MarkdownText) {
      source += text.source
    }

    /// A number, with its unit and the row that it stands for.
    public mutating func appendInterpolation(_ number: Rounded) {
      source += NumberKey.mark(number.text, number)
    }

    /// A count, with its separators; a year is written through `YearText`.
    public mutating func appendInterpolation(_ number: Int) {
      let count = Rounded(mantissa: number, precision: .whole).resting(on: .counted)
      source += NumberKey.mark(count.text, count)
    }

    /// A year, for a sentence.
    public mutating func appendInterpolation(_ year: YearText) {
      source += year.text
    }
  }
}
