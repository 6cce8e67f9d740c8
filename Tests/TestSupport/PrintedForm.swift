/// A number as a page prints it, and what the number of a row is in the same form.
///
/// Done on decimal digits, apart from the product: a row's `154.0625` in the form of `£154.06` is
/// `£154.06`, and of `£154` it is `£154`.
public struct PrintedForm: Sendable {
  private let sign: Substring
  private let pound: Substring
  private let decimals: Int
  private let rest: Substring

  /// The form of a printed text; nil for one that is no number.
  public init?(of text: String) {
    guard let match = text.wholeMatch(of: /([−+]?)(£?)[0-9][0-9,]*(?:\.([0-9]+))?(.*)/) else {
      return nil
    }
    sign = match.1
    pound = match.2
    decimals = match.3?.count ?? 0
    rest = match.4
  }

  /// A row's number in this form.
  ///
  /// - Parameters:
  ///   - value: the field of the row: digits, a point, a hyphen for minus.
  ///   - form: what the key states beside: `size`, `to 100`, `in millions`.
  /// - Returns: the text; nil for a field that is no number, and for the size of one above nought,
  ///   which needs no such word.
  public func text(_ value: String, form: Substring = "") -> String? {
    guard let number = value.wholeMatch(of: /(-?)([0-9]+)(?:\.([0-9]+))?/) else { return nil }
    let isNegative = !number.1.isEmpty
    if form.contains("size"), !isNegative { return nil }
    let power = power(form)
    let zeros = form.firstMatch(of: /to 1(0+)/).map { $0.1.count }
    let cut = power + (zeros ?? -decimals)
    var digits = Self.rounded(Array(number.2.utf8), Array((number.3 ?? "").utf8), at: cut)
    // The digits count in powers of ten of `cut`; those shown count in `power - decimals`.
    let shown = power - decimals
    guard cut >= shown else { return nil }
    digits += Array(repeating: 0x30, count: cut - shown)
    while digits.count <= decimals { digits.insert(0x30, at: 0) }
    let isZero = digits.allSatisfy { $0 == 0x30 }
    var out = isZero || form.contains("size") ? "" : isNegative ? "−" : sign == "+" ? "+" : ""
    out += pound + Self.grouped(digits.dropLast(decimals))
    if decimals > 0 { out += "." + String(decoding: digits.suffix(decimals), as: UTF8.self) }
    return out + rest
  }

  private func power(_ form: Substring) -> Int {
    for (word, power) in [("thousand", 3), ("million", 6), ("billion", 9)]
    where rest.hasPrefix(" \(word)") || form.contains("in \(word)s") {
      return power
    }
    return 0
  }

  /// The digits of a number counted in a power of ten, halves up, without leading noughts.
  private static func rounded(_ whole: [UInt8], _ fraction: [UInt8], at cut: Int) -> [UInt8] {
    var all = whole + fraction
    var kept = whole.count - cut
    while kept < 0 {
      all.insert(0x30, at: 0)
      kept += 1
    }
    while all.count <= kept { all.append(0x30) }
    var digits = Array(all[..<kept])
    if all[kept] >= 0x35 {
      var index = digits.count - 1
      while index >= 0, digits[index] == 0x39 {
        digits[index] = 0x30
        index -= 1
      }
      if index < 0 { digits.insert(0x31, at: 0) } else { digits[index] += 1 }
    }
    let start = digits.firstIndex { $0 != 0x30 } ?? digits.endIndex
    return Array(digits[start...])
  }

  private static func grouped(_ digits: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    for (index, digit) in digits.reversed().enumerated() {
      if index > 0, index % 3 == 0 { out.append(0x2C) }
      out.append(digit)
    }
    return String(decoding: out.reversed(), as: UTF8.self)
  }
}
