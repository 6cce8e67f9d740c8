extension Period {
  /// Reads a financial year as publishers write it: `2024-25`, `2024/25`, `2024-2025`, `202425`.
  ///
  /// Nothing else is taken, so that `2024-04` (a month) is never read as a year: the second half
  /// must be the year after the first.
  public init?(financialYear text: String) {
    let bytes = text.utf8.filter { $0 != 0x20 }
    guard bytes.count >= 6, let first = Digits.value(bytes[0..<4]) else { return nil }
    var rest = bytes[4...]
    if let mark = rest.first, mark == 0x2D || mark == 0x2F { rest = rest.dropFirst() }
    guard let second = Digits.value(ArraySlice(rest)) else { return nil }
    let follows =
      (rest.count == 2 && second == (first + 1) % 100) || (rest.count == 4 && second == first + 1)
    guard follows, (1900...2100).contains(first) else { return nil }
    self = .financialYear(first)
  }

  /// Finds the first financial year named anywhere in a title: `... (RS): 2010-11 data`.
  public init?(financialYearIn title: String) {
    let bytes = Array(title.utf8)
    var index = 0
    while index + 7 <= bytes.count {
      let isStart = index == 0 || !(0x30...0x39).contains(bytes[index - 1])
      let ends = index + 7 == bytes.count || !(0x30...0x39).contains(bytes[index + 7])
      if isStart, ends, bytes[index + 4] == 0x2D || bytes[index + 4] == 0x2F {
        let text = String(decoding: bytes[index..<index + 7], as: UTF8.self)
        if let year = Period(financialYear: text) {
          self = year
          return
        }
      }
      index += 1
    }
    return nil
  }
}
