import Evidence
import Places

/// The numbers, words and signs of a period's spelling, matched against the forms in use.
struct PeriodWords {
  private enum Piece: Hashable {
    case number(Int, digits: Int)
    case word(String)
    case sign(UInt8)
  }

  private var pieces: [Piece] = []

  /// Cuts a text; letters become lower case and blanks go.
  init(_ text: String) {
    var word: [UInt8] = []
    var digits: [UInt8] = []
    func flush(_ pieces: inout [Piece]) {
      if !word.isEmpty { pieces.append(.word(String(decoding: word, as: UTF8.self))) }
      if !digits.isEmpty, digits.count < 10 {
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        pieces.append(.number(value, digits: digits.count))
      } else if !digits.isEmpty {
        pieces.append(.sign(0))
      }
      word = []
      digits = []
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        if !word.isEmpty { flush(&pieces) }
        digits.append(byte)
      case 0x41...0x5A, 0x61...0x7A:
        if !digits.isEmpty { flush(&pieces) }
        word.append(byte | 0x20)
      case 0x20, 0x0A, 0x0D, 0x09: flush(&pieces)
      default:
        flush(&pieces)
        pieces.append(.sign(byte))
      }
    }
    flush(&pieces)
  }

  /// Takes `(prov)`, `(Rev)`, `(Final)`, `(OT)` off the end and says what it means.
  mutating func takeStatus() -> Status {
    guard pieces.count > 3, pieces[pieces.count - 1] == .sign(0x29),
      case .word(let word) = pieces[pieces.count - 2], pieces[pieces.count - 3] == .sign(0x28)
    else { return [] }
    pieces.removeLast(3)
    if word.hasPrefix("prov") { return .provisional }
    return word.hasPrefix("rev") ? .revised : []
  }

  /// The period that the pieces spell, or nil.
  func period(_ year: PublishedPeriod.Year) -> PublishedPeriod? {
    years(year) ?? quarters() ?? days()
  }

  private func number(_ at: Int, digits: Int) -> Int? {
    guard at < pieces.count, case .number(let value, let length) = pieces[at], length == digits
    else { return nil }
    return value
  }

  private func isSign(_ at: Int, _ bytes: [UInt8]) -> Bool {
    guard at < pieces.count, case .sign(let byte) = pieces[at] else { return false }
    return bytes.contains(byte)
  }

  private func isJoint(_ at: Int) -> Bool {
    isSign(at, [0x2F, 0x2D]) || (at < pieces.count && pieces[at] == .word("to"))
  }

  /// A second year of two or four digits, in full.
  private func second(_ at: Int, after first: Int) -> Int? {
    if let full = number(at, digits: 4) { return full }
    return number(at, digits: 2).map { first / 100 * 100 + $0 }
      .map { $0 < first ? $0 + 100 : $0 }
  }

  private func years(_ year: PublishedPeriod.Year) -> PublishedPeriod? {
    if let joined = number(0, digits: 6), pieces.count == 1 { return sixDigits(joined, year) }
    if let sortable = number(0, digits: 8), pieces.count == 1, sortable % 10_000 == 0 {
      return PublishedPeriod(.calendarYear(sortable / 10_000))
    }
    guard let first = number(0, digits: 4), (1900...2100).contains(first) else { return nil }
    if pieces.count == 1 || (pieces.count == 3 && isSign(1, [0x2E]) && isZero(2)) {
      return PublishedPeriod(.calendarYear(first))
    }
    if pieces.count == 3, isJoint(1), let last = second(2, after: first), last > first {
      if last == first + 1 { return .year(first, year) }
      return PublishedPeriod(
        Period(start: Day(year: first, firstOfMonth: 1), months: 12 * (last - first + 1)), .pooled)
    }
    // `2017/18-19/20`: from the first year to the last, both included.
    if pieces.count == 7, isSign(1, [0x2F]), second(2, after: first) == first + 1, isJoint(3),
      isSign(5, [0x2F]), let last = second(4, after: first), second(6, after: last) == last + 1,
      last >= first
    {
      return .year(first, year, years: last - first + 1)
    }
    return nil
  }

  private func isZero(_ at: Int) -> Bool { number(at, digits: 1) == 0 }

  /// `201819` is a year, `202512` the quarter that ends in December.
  private func sixDigits(_ joined: Int, _ year: PublishedPeriod.Year) -> PublishedPeriod? {
    let first = joined / 100
    let rest = joined % 100
    guard (1900...2100).contains(first) else { return nil }
    if rest == (first + 1) % 100 { return .year(first, year) }
    guard [3, 6, 9, 12].contains(rest) else { return nil }
    return PublishedPeriod(Period(start: Day(year: first, firstOfMonth: rest - 2), months: 3))
  }

  /// `2021/22 Q1`, `2025Q2`, `2021/22 Q1 - 2022/23 Q1`: quarters of the financial year.
  private func quarters() -> PublishedPeriod? {
    guard let (start, used) = quarter(0) else { return nil }
    if used == pieces.count { return PublishedPeriod(Period(start: start, months: 3)) }
    guard isJoint(used), let (last, rest) = quarter(used + 1), used + 1 + rest == pieces.count,
      start < last
    else { return nil }
    let months = (last.year - start.year) * 12 + last.month - start.month + 3
    return PublishedPeriod(Period(start: start, months: months), .cumulative)
  }

  private func quarter(_ at: Int) -> (Day, used: Int)? {
    guard let first = number(at, digits: 4) else { return nil }
    var next = at + 1
    if isSign(next, [0x2F]), second(next + 1, after: first) == first + 1 { next += 2 }
    guard next + 1 < pieces.count, pieces[next] == .word("q"),
      let quarter = number(next + 1, digits: 1), (1...4).contains(quarter)
    else { return nil }
    return (Day(year: first, firstOfMonth: 1 + 3 * quarter), next + 2 - at)
  }

  /// `April 2025`, `January to March 2025`, `30th June 2019`, `2024-05-15`, `2019 Week 29`.
  private func days() -> PublishedPeriod? {
    if pieces.count == 5, let year = number(0, digits: 4), isSign(1, [0x2D]), isSign(3, [0x2D]),
      let month = number(2, digits: 2), let day = number(4, digits: 2),
      let date = Day(year: year, month: month, day: day)
    {
      return PublishedPeriod(Period(start: date, months: 0))
    }
    if pieces.count == 3, let year = number(0, digits: 4), pieces[1] == .word("week"),
      let week = number(2, digits: 2) ?? number(2, digits: 1),
      let monday = Day(monday: week, of: year)
    {
      return PublishedPeriod(Period(start: monday, months: 0))
    }
    guard case .number(let year, 4)? = pieces.last else { return nil }
    let words = pieces.dropLast().filter { $0 != .word("to") }
    if case .word(let name)? = words.first, let month = Self.month(name), words.count <= 2 {
      guard words.count == 2 else {
        return PublishedPeriod(Period(start: Day(year: year, firstOfMonth: month), months: 1))
      }
      guard case .word(let other) = words[1], let last = Self.month(other) else { return nil }
      // The year is that of the last month: October to March began the year before.
      let first = last < month ? year - 1 : year
      return PublishedPeriod(
        Period(
          start: Day(year: first, firstOfMonth: month), months: (last - month + 12) % 12 + 1))
    }
    guard case .number(let day, _)? = words.first, case .word(let name)? = words.last,
      let month = Self.month(name), let date = Day(year: year, month: month, day: day)
    else { return nil }
    return PublishedPeriod(Period(start: date, months: 0))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: String) -> Int? {
    word.utf8.count >= 3 ? months.firstIndex { word.hasPrefix($0) }.map { $0 + 1 } : nil
  }
}

extension Day {
  /// The Monday of a week as ISO 8601 counts weeks: the first holds 4 January.
  init?(monday week: Int, of year: Int) {
    guard (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4) else {
      return nil
    }
    // Days since Monday, by Zeller's congruence for January, counted as month 13 of the year before.
    let before = year - 1
    let century = before / 100
    let part = before % 100
    let saturday = (4 + 13 * 14 / 5 + part + part / 4 + century / 4 + 5 * century) % 7
    var day = fourth
    for _ in 0..<((saturday + 5) % 7) { day = day.previous }
    for _ in 0..<(7 * (week - 1)) { day = day.next }
    self = day
  }
}
