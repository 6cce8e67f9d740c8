import Evidence

/// A measure of the local authority interactive tool, as its dictionary describes it.
struct InteractiveToolMeasure {
  /// What a year in the file means, which the file itself does not say.
  enum Year {
    /// `2024-25`, or `2025` for the year to 31 March 2025 and for counts on that day.
    case financial
    /// `2024`.
    case calendar
    /// `2024/25`, or `2025` for the school year that ends in 2025.
    case academic
    /// `2025` for the twelve months to 30 September 2025 and for counts on that day.
    case september
    /// `2025` for the school census of January 2025.
    case january
  }

  /// The tool's own short name: the file's first column.
  let short: String
  /// The measure's id.
  let id: String
  /// The measure's title.
  let title: String
  /// What it is counted in.
  let unit: Unit
  /// What a year means.
  let year: Year
  /// Whether more is better: the dictionary's `Polarity`, where `-` and `NA` are neither.
  let polarity: Measure.Polarity

  /// True where figures of authorities add up to England's: money and numbers of persons.
  var addsUp: Bool { unit == .pence || unit == .persons }

  /// The measure in this product's terms.
  var measure: Measure {
    Measure(
      id: id, title: title, unit: unit, kind: addsUp ? .flow : .ratio, tier: "upper",
      polarity: polarity, service: unit == .pence ? "csc" : "")
  }

  /// A measure of spending, which the tool takes from the Section 251 outturn.
  ///
  /// It has the id that the outturn tables give the same line, so that the years of the tables
  /// and those of the tool are one series.
  static func spending(_ short: String, _ line: String, _ title: String) -> Self {
    Self(
      short: short, id: "s251.\(line).gross", title: "\(title): total expenditure", unit: .pence,
      year: .financial, polarity: .neutral)
  }

  /// Any other measure; its id is `lait.` and the short name in lower case.
  static func other(
    _ short: String, _ title: String, _ unit: Unit, _ year: Year, _ polarity: Measure.Polarity
  ) -> Self {
    Self(
      short: short, id: "lait." + slug(short), title: title, unit: unit, year: year,
      polarity: polarity)
  }

  /// `16-17 NEET` is `16_17_neet`.
  static func slug(_ short: String) -> String {
    var words: [UInt8] = []
    for byte in short.utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(lower) || (0x30...0x39).contains(lower) {
        words.append(lower)
      } else if let last = words.last, last != 0x5F {
        words.append(0x5F)
      }
    }
    if words.last == 0x5F { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
