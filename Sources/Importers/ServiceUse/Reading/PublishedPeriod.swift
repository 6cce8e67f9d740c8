import Evidence
import Places

/// A period as publishers of service use spell it, turned into a start and a length.
///
/// One idea has many spellings: `2019/20`, `2019-20`, `2019 to 2020`, `201920`, `2019-20 (OT)`.
/// What two years joined mean is the publisher's: a financial or an academic year. Pooled years
/// (`2017 - 19`) and cumulative quarters (`2021/22 Q1 - 2022/23 Q1`) are told from single ones,
/// for they overlap and must never be summed.
struct PublishedPeriod: Hashable {
  /// What two years joined, or six digits, stand for.
  enum Year: Hashable {
    /// From 1 April.
    case financial
    /// From 1 September.
    case academic

    /// The month in which the year begins.
    var month: Int { self == .financial ? 4 : 9 }
  }

  /// How figures of neighbouring periods relate.
  enum Span: Hashable {
    /// Periods follow one another.
    case single
    /// Several years in one figure; neighbours overlap.
    case pooled
    /// All since a first quarter; later ones hold the earlier.
    case cumulative
  }

  /// The start and the length.
  let period: Period
  /// What the spelling says of the figure: `(prov)`, `(Rev)`.
  private(set) var status: Status = []
  /// How it relates to its neighbours.
  let span: Span

  init(_ period: Period, _ span: Span = .single) {
    self.period = period
    self.span = span
  }

  /// Reads a period; nil where the spelling is none that is known.
  init?(_ text: String, year: Year = .financial) {
    if let period = Period(iso: text) {
      self.init(period, period.months > 12 ? .pooled : .single)
      return
    }
    var words = PeriodWords(text)
    let status = words.takeStatus()
    guard let found = words.period(year) else { return nil }
    self = found
    self.status = status
  }

  /// A year that begins in some month.
  static func year(_ number: Int, _ year: Year, years: Int = 1) -> PublishedPeriod {
    PublishedPeriod(
      Period(start: Day(year: number, firstOfMonth: year.month), months: 12 * years),
      years > 1 ? .pooled : .single)
  }

  /// The year that ends on 31 March: a reporting year of the Department for Education.
  static func yearEndingMarch(_ number: Int) -> Period { .financialYear(number - 1) }
}
