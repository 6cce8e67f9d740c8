import Evidence
import Places

/// When a payment was made, as exactly as its cell says.
enum PaymentDate: Hashable, Sendable {
  /// On a day.
  case day(Day)
  /// In a month, given by its first day.
  case month(Day)
  /// In some months, from the first day of the first to that of the last.
  case months(Day, Day)
  /// A time of day only: the day was lost.
  case timeOnly
  /// A number in the shape of year and month, which may be a month or a financial period.
  case yearAndNumber(Int, Int)
  /// A number in the shape of a spreadsheet's count of days.
  case serial(Day)
  /// A day whose cell has month and day the other way round than the column.
  case otherOrder(Day)

  /// Which of two numbers comes first.
  enum Order: Sendable {
    case dayFirst, monthFirst
  }

  /// The date as ISO 8601 text: `2024-04-03`, `2024-04` or `2024-04/2024-06`.
  var iso: String? {
    switch self {
    case .day(let day), .serial(let day): day.iso
    case .month(let day): String(day.iso.prefix(7))
    case .months(let first, let last): "\(first.iso.prefix(7))/\(last.iso.prefix(7))"
    case .timeOnly, .yearAndNumber, .otherOrder: nil
    }
  }

  /// Reads a cell; nil for anything that is no date.
  init?(_ text: String, _ order: Order = .dayFirst) {
    guard text.utf8.count <= 60, let found = Pieces(text).date(order) else { return nil }
    self = found
  }

  /// A financial period in a financial year that begins in April: the first is April.
  static func financial(_ year: Int, _ period: Int) -> PaymentDate? {
    guard (1...12).contains(period) else { return nil }
    return .month(Day(year: year, firstOfMonth: period + 3))
  }
}

/// The numbers and words of a cell that may be a date.
private struct Pieces {
  private enum Piece {
    case number(Int, digits: Int)
    case month(Int)
    case word
  }

  private var pieces: [Piece] = []
  private var hasTime = false
  private var hasSlashes = false

  init(_ text: String) {
    var bytes = Array(CellText.trimmed(text).utf8)
    hasTime = Self.cutTime(&bytes)
    var index = 0
    while index < bytes.count {
      let first = index
      if Self.isDigit(bytes[index]) {
        while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
        let digits = index - first
        let value = digits <= 9 ? Int(String(decoding: bytes[first..<index], as: UTF8.self)) : nil
        pieces.append(value.map { .number($0, digits: digits) } ?? .word)
      } else if Self.isLetter(bytes[index]) {
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        add(word: String(decoding: bytes[first..<index].map { $0 | 0x20 }, as: UTF8.self))
      } else {
        if bytes[index] == 0x2F { hasSlashes = true }
        // Signs of money and of lists stand in no date.
        if [0x24, 0x25, 0x28, 0x29, 0x23, 0x2A, 0x3B].contains(bytes[index]) {
          pieces.append(.word)
        }
        index += 1
      }
      if pieces.count > 6 { return }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Takes a time of day off the end; true where there was one.
  private static func cutTime(_ bytes: inout [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: 0x3A), colon > 0 else { return false }
    var start = colon
    while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
    guard start < colon, colon - start <= 2 else { return false }
    let rest = bytes[colon...].allSatisfy {
      isDigit($0) || $0 == 0x3A || $0 == 0x2E || $0 == 0x20 || isLetter($0) || $0 == 0x2B
    }
    guard rest else { return false }
    if start > 0, bytes[start - 1] | 0x20 == 0x74 { start -= 1 }
    bytes.removeSubrange(start...)
    while bytes.last == 0x20 { bytes.removeLast() }
    return true
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept", "janurary", "febuary",
  ]

  private mutating func add(word: String) {
    if word.utf8.count == 3 || Self.full.contains(word),
      let index = Self.months.firstIndex(of: String(word.prefix(3)))
    {
      pieces.append(.month(index + 1))
    } else if ["st", "nd", "rd", "th", "to", "and", "of"].contains(word) {
      return
    } else if ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(String(word.prefix(3))) {
      return
    } else {
      pieces.append(.word)
    }
  }

  func date(_ order: PaymentDate.Order) -> PaymentDate? {
    if pieces.isEmpty { return hasTime ? .timeOnly : nil }
    var numbers: [(value: Int, digits: Int)] = []
    var months: [Int] = []
    for piece in pieces {
      switch piece {
      case .number(let value, let digits): numbers.append((value, digits))
      case .month(let month): months.append(month)
      case .word: return nil
      }
    }
    if months.isEmpty { return numeric(numbers, order) }
    return months.count == 1 ? named(numbers, months[0]) : span(numbers, months)
  }

  /// `3 Apr 2023`, `03-Apr-18`, `Sep 2014`, `Jun-13`.
  private func named(_ numbers: [(value: Int, digits: Int)], _ month: Int) -> PaymentDate? {
    switch numbers.count {
    case 1:
      guard let year = Self.year(numbers[0]) else { return nil }
      return .month(Day(year: year, firstOfMonth: month))
    case 2:
      let (first, last) = (numbers[0], numbers[1])
      if first.digits == 4 {
        guard let year = Self.year(first) else { return nil }
        return Day(year: year, month: month, day: last.value).map { .day($0) }
      }
      guard let year = Self.year(last) else { return nil }
      return Day(year: year, month: month, day: first.value).map { .day($0) }
    default: return nil
    }
  }

  /// `July 2010-September 2010`, `Apr-Jun 2015`.
  private func span(_ numbers: [(value: Int, digits: Int)], _ months: [Int]) -> PaymentDate? {
    guard months.count == 2, (1...2).contains(numbers.count),
      let first = Self.year(numbers[0]), let last = Self.year(numbers[numbers.count - 1])
    else { return nil }
    let start = Day(year: first, firstOfMonth: months[0])
    let end = Day(year: last, firstOfMonth: months[1])
    guard start <= end else { return nil }
    return start == end ? .month(start) : .months(start, end)
  }

  private func numeric(
    _ numbers: [(value: Int, digits: Int)], _ order: PaymentDate.Order
  ) -> PaymentDate? {
    switch numbers.count {
    case 1: return whole(numbers[0])
    case 2:
      let (first, last) = (numbers[0], numbers[1])
      if first.digits == 4, let year = Self.year(first), last.digits <= 2,
        (1...12).contains(last.value)
      {
        return .month(Day(year: year, firstOfMonth: last.value))
      }
      if last.digits == 4, hasSlashes, let year = Self.year(last), (1...12).contains(first.value) {
        return .month(Day(year: year, firstOfMonth: first.value))
      }
      // A count of days with a time of day behind the point.
      return first.digits == 5 ? whole(first) : nil
    case 3: return three(numbers, order)
    default: return nil
    }
  }

  private func three(
    _ numbers: [(value: Int, digits: Int)], _ order: PaymentDate.Order
  ) -> PaymentDate? {
    if numbers[0].digits == 4 {
      guard let year = Self.year(numbers[0]) else { return nil }
      return Day(year: year, month: numbers[1].value, day: numbers[2].value).map { .day($0) }
    }
    guard numbers[0].digits <= 2, numbers[1].digits <= 2, let year = Self.year(numbers[2]) else {
      return nil
    }
    let (first, second) = (numbers[0].value, numbers[1].value)
    let isDayFirst = order == .dayFirst
    let right = Day(
      year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    if let right { return .day(right) }
    return Day(year: year, month: isDayFirst ? first : second, day: isDayFirst ? second : first)
      .map { .otherOrder($0) }
  }

  /// `20160403`, `201604` or `43658`.
  private func whole(_ number: (value: Int, digits: Int)) -> PaymentDate? {
    let value = number.value
    switch number.digits {
    case 8:
      if let year = Self.year((value / 10_000, 4)),
        let day = Day(year: year, month: value / 100 % 100, day: value % 100)
      {
        return .day(day)
      }
      guard let year = Self.year((value % 10_000, 4)) else { return nil }
      return Day(year: year, month: value / 10_000 % 100, day: value / 1_000_000).map { .day($0) }
    case 6:
      guard Self.year((value / 100, 4)) != nil, (1...13).contains(value % 100) else { return nil }
      return .yearAndNumber(value / 100, value % 100)
    case 5: return Self.serial(value).map { .serial($0) }
    default: return nil
    }
  }

  /// Day 1 is 1 January 1900; the count takes 1900 for a leap year.
  private static func serial(_ count: Int) -> Day? {
    guard (36526...54788).contains(count) else { return nil }
    // Day 36526 is 1 January 2000: the rest is a walk of years and months.
    var rest = count - 36526
    var year = 2000
    while true {
      let length = year % 4 == 0 ? 366 : 365
      if rest < length { break }
      rest -= length
      year += 1
    }
    let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (index, length) in lengths.enumerated() {
      if rest < length { return Day(year: year, month: index + 1, day: rest + 1) }
      rest -= length
    }
    return nil
  }

  /// A year of two or four digits in which files of payments may have been published.
  private static func year(_ number: (value: Int, digits: Int)) -> Int? {
    let year = number.digits == 2 ? 2000 + number.value : number.digits == 4 ? number.value : 0
    return (1990...2049).contains(year) ? year : nil
  }
}
