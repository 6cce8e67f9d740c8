import Evidence
import Places
import Tabular

/// The days of payments: each spelling is read once and found again by its bytes.
struct PaymentDays {
  /// No day stands there.
  static let none: Int32 = -1
  /// What stands there is no day.
  static let unreadable: Int32 = -2

  /// The ISO texts that are new since they were last taken.
  var fresh: [[UInt8]] = []
  /// Cells whose month and day are the other way round than the rest.
  private(set) var otherOrder = 0
  /// Cells that are counts of days.
  private(set) var serials = 0

  private let plan: PaymentPlan
  private let column: Int
  private let isFinancial: Bool
  private var spellings = PaymentTexts()
  private var found = FoundTexts()
  private var plain = PlainDays()
  /// True where the days of the run are found by their digits.
  private var isPlain = false
  private var meanings: [Int32] = []
  private var isos: [String] = []
  private var known: [String: Int32] = [:]
  private var hashes: [UInt64] = []
  private var years: [Int32] = []
  private var fallback = PaymentDays.none
  private static let mostSpellings = 20_000

  init(_ plan: PaymentPlan, _ at: PaymentPositions, _ period: Period?) {
    self.plan = plan
    column = at.date >= 0 ? at.date : at.period
    isFinancial = at.date < 0 && at.period >= 0
    if let period {
      let last = Day(
        year: period.start.year, firstOfMonth: period.start.month + period.months - 1)
      let date =
        period.months == 1 ? PaymentDate.month(period.start) : .months(period.start, last)
      fallback = number(date)
    } else if column < 0, let title = plan.titlePeriod {
      fallback = number(title)
    }
  }

  /// True where the day of a row is its own, not that of the whole file.
  var isOwn: Bool { column >= 0 }

  /// Looks for the days of all records of a run.
  mutating func lookUp(_ records: inout MutableSpan<Record>, _ count: Int) {
    isPlain = plain.lookUp(&records, count, column)
    if isPlain { return }
    found.hash(&records, count, column)
    found.find(&records, in: spellings)
  }

  /// The day of a row, of which it is said which of its run it is: a number, or one of the marks.
  @inline(__always)
  mutating func read(_ record: Record, _ index: Int) -> Int32 {
    guard column >= 0 else { return fallback }
    if isPlain {
      let meaning = plain[index]
      return meaning == PlainDays.unknown ? readNew(record) : meaning
    }
    let number = found[index]
    return number >= 0 ? meanings[Int(number)] : readNew(record)
  }

  @inline(never)
  private mutating func readNew(_ record: Record) -> Int32 {
    if let found = record.withField(at: column, { spellings.find($0) }) {
      record.withField(at: column) { plain.keep($0, meanings[found]) }
      return meanings[found]
    }
    let text = CellText.trimmed(record.string(at: column))
    let meaning = text.isEmpty ? fallback : meaning(of: text)
    // A column that holds something else in each row is not kept.
    if meanings.count < Self.mostSpellings {
      meanings.append(meaning)
      _ = record.withField(at: column) { spellings.keep($0) }
      record.withField(at: column) { plain.keep($0, meaning) }
    }
    return meaning
  }

  private mutating func meaning(of text: String) -> Int32 {
    guard let date = PaymentDate(text, plan.order) else { return Self.unreadable }
    switch date {
    case .timeOnly: return fallback
    case .otherOrder:
      otherOrder += 1
      return Self.unreadable
    case .yearAndNumber(let year, let month):
      guard isFinancial else {
        guard let day = Day(year: year, month: month, day: 1) else { return Self.unreadable }
        return number(.month(day))
      }
      return PaymentDate.financial(year, month).map { number($0) } ?? Self.unreadable
    case .serial:
      serials += 1
      return number(date)
    case .day, .month, .months: return number(date)
    }
  }

  private mutating func number(_ date: PaymentDate) -> Int32 {
    guard let iso = date.iso else { return Self.unreadable }
    if let found = known[iso] { return found }
    let next = Int32(isos.count)
    known[iso] = next
    isos.append(iso)
    let bytes = Array(iso.utf8)
    fresh.append(bytes)
    hashes.append(PaymentFingerprint.hash(bytes.span))
    years.append(Self.financialYear(iso))
    return next
  }

  /// The year in which the financial year of a day begins.
  private static func financialYear(_ iso: String) -> Int32 {
    let parts = iso.split { $0 == "-" || $0 == "/" }
    guard parts.count >= 2, let year = Int32(parts[0]), let month = Int(parts[1]) else { return 0 }
    return month >= 4 ? year : year - 1
  }

  /// The number of a day for a fingerprint.
  @inline(__always)
  func hash(_ day: Int32) -> UInt64 { day < 0 ? PaymentFingerprint.absent : hashes[Int(day)] }

  /// The year in which the financial year of a day begins; 0 for no day.
  @inline(__always)
  func year(_ day: Int32) -> Int32 { day < 0 ? 0 : years[Int(day)] }

  /// The first and the last of the days.
  var range: (first: String, last: String) {
    let ends = isos.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let starts = isos.map { $0.split(separator: "/").first.map(String.init) ?? $0 }
    return (starts.min() ?? "", ends.max() ?? "")
  }
}
