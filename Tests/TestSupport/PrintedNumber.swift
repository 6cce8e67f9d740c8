/// A number as a reader finds it in a page: `£3.4 million`, `−16.4%`, `1,234`.
public struct PrintedNumber: Sendable {
  /// What it says, without its sign.
  public let size: Double
  /// The worth of its last digit.
  public let step: Double
  /// True for the first number of a cell in a column of numbers.
  public let isCell: Bool
  /// The row and column of the table it stands in, for messages.
  public let place: String

  /// True where a figure says the same, rounded to the last digit shown; a fall may be told as a size.
  public func says(_ value: Double) -> Bool { abs(abs(value) - size) <= step * 0.5001 }

  /// The numbers of a text, in order.
  public static func all(in text: String) -> [PrintedNumber] {
    let lines = text.split(separator: "\n")
    var rule: [Bool] = []
    var heads: [Substring] = []
    var found: [PrintedNumber] = []
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("| ") else {
        found += numbers(line, isCell: false, place: String(line.prefix(60)))
        continue
      }
      let cells = line.dropFirst(2).dropLast(2).split(
        separator: " | ", omittingEmptySubsequences: false)
      if index + 1 < lines.count, lines[index + 1].hasPrefix("| -") {
        heads = cells
        continue
      }
      if line.hasPrefix("| -") {
        rule = cells.map { $0.hasSuffix(":") && !$0.hasPrefix(":") }
        continue
      }
      for (column, cell) in cells.enumerated() {
        let isNumber = column < rule.count && rule[column]
        let place = "\(cells[0]) / \(column < heads.count ? heads[column] : "")"
        found += numbers(cell, isCell: isNumber, place: place)
      }
    }
    return found
  }

  private static func numbers(
    _ text: Substring, isCell: Bool, place: String
  ) -> [PrintedNumber] {
    text.matches(of: /([0-9][0-9,]*)(?:\.([0-9]+))?( million| billion| thousand)?/).enumerated()
      .compactMap { index, match in
        let whole = match.1.replacing(",", with: "")
        let decimals = match.2.map(String.init) ?? ""
        guard let size = Double(decimals.isEmpty ? whole : whole + "." + decimals) else {
          return nil
        }
        let scale =
          switch match.3 {
          case " million": 1e6
          case " billion": 1e9
          case " thousand": 1e3
          default: 1.0
          }
        var step = decimals.reduce(scale) { step, _ in step / 10 }
        // A whole number that ends in noughts may have been rounded to tens, hundreds, thousands.
        if decimals.isEmpty, scale == 1, whole.hasSuffix("00"), size >= 1000 { step = 100 }
        if decimals.isEmpty, scale == 1, step == 1, whole.hasSuffix("0"), size >= 100 { step = 10 }
        return PrintedNumber(
          size: size * scale, step: step, isCell: isCell && index == 0, place: place)
      }
  }
}
