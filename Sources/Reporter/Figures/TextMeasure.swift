/// How wide a text will be, without a font at hand.
///
/// The widths are those of the Helvetica family, which the style sheet asks for first and which Arial and
/// Liberation Sans share; 4% are added for other fonts. Layout that needs more than this to
/// hold would not hold on the reader's machine either.
enum TextMeasure {
  /// Widths of the printable ASCII characters in thousandths of the size, from the space on.
  private static let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The width of a text in pixels.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: thousandths += widths[Int(scalar.value) - 0x20]
      case 0x300...0x36F: continue
      // Drawn as the mark of a replaced character.
      case _ where MarkdownText.isControl(scalar): thousandths += 1000
      case 0x1100...: thousandths += scalar.value < 0x2E80 ? 584 : 1000
      default: thousandths += 600
      }
    }
    return Double(thousandths) / 1000 * size * (isBold ? 1.08 : 1) * 1.04
  }

  /// The text cut at the end to fit a width, with an ellipsis; whole when it fits.
  static func fit(_ text: String, width limit: Double, size: Double, isBold: Bool = false)
    -> String
  {
    // A limit that was made by subtraction may lack the last bit of what was added.
    guard width(text, size: size, isBold: isBold) > limit + 1e-6 else { return text }
    // Nothing wider than the page is ever asked for.
    var kept = Array(text.unicodeScalars.prefix(400))
    while !kept.isEmpty {
      kept.removeLast()
      while kept.last == " " || kept.last == "," { kept.removeLast() }
      let cut = string(kept) + "…"
      guard width(cut, size: size, isBold: isBold) <= limit else { continue }
      // Between words where one ends close by.
      if let space = kept.lastIndex(of: " "), space > kept.count - 8, space > kept.count / 2 {
        return string(Array(kept[..<space])) + "…"
      }
      return cut
    }
    return "…"
  }

  /// The text in lines no wider than a limit; past the last line allowed it ends in an ellipsis.
  static func wrap(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false, lines most: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || width(longer, size: size, isBold: isBold) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      let rest = lines[(most - 1)...].joined(separator: " ")
      lines = Array(lines[..<(most - 1)]) + [rest]
    }
    return lines.map { fit($0, width: limit, size: size, isBold: isBold) }
  }

  /// Lines of about the same length, so that a heading does not end in a single word.
  static func balance(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false, lines most: Int
  ) -> [String] {
    let fewest = wrap(text, width: limit, size: size, isBold: isBold, lines: most)
    guard fewest.count > 1 else { return fewest }
    var best = fewest
    for step in 1...10 {
      let last = best.last.map { width($0, size: size, isBold: isBold) } ?? limit
      guard last < limit * 0.4 else { break }
      let narrower = limit * (1 - Double(step) * 0.05)
      let lines = wrap(text, width: narrower, size: size, isBold: isBold, lines: most + 1)
      guard lines.count == fewest.count else { break }
      best = lines
    }
    return best
  }

  /// The pieces between which a line may break: `2024 to 2025` and `£3.4 million` stay whole.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var joinsNext = false
    for part in text.split(separator: " ", omittingEmptySubsequences: true) {
      let endsInDigit = words.last?.utf8.last.map { (48...57).contains($0) } ?? false
      let isWord = part.hasPrefix("million") || part.hasPrefix("billion")
      let isRange = part == "to" && words.last.map(isYear) == true
      if let last = words.last, joinsNext || (endsInDigit && (isWord || isRange)) {
        words[words.count - 1] = last + " " + part
      } else {
        words.append(String(part))
      }
      joinsNext = isRange
    }
    return words
  }

  private static func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && word.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
