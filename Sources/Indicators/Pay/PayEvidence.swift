import Evidence
import Places
import Statistics
import Store

/// What was loaded of pay and of the rules of sick pay.
public struct PayEvidence: Sendable {
  /// The median weekly pay of a place in a year, in pounds.
  public struct Median: Hashable, Sendable {
    /// The place's code.
    public let place: String
    /// The year of the survey.
    public let year: Int
    /// The pay, or nil with a blank status.
    public let value: Double?
    /// The published lower limit.
    public let lower: Double?
    /// The published upper limit.
    public let upper: Double?
    /// What must be said.
    public let status: Status

    /// Makes a median.
    public init(
      place: String, year: Int, value: Double?, lower: Double? = nil, upper: Double? = nil,
      status: Status = []
    ) {
      self.place = place
      self.year = year
      self.value = value
      self.lower = lower
      self.upper = upper
      self.status = status
    }
  }

  /// The surveys, by analysis, span, year and place.
  public let surveys: [PaySurvey]
  /// The terms of sick pay by the year in which a tax year begins.
  public let terms: [Int: SickPayTerms]
  /// Median weekly pay, by place and year.
  public let medians: [Median]

  /// Makes evidence.
  public init(
    surveys: [PaySurvey] = [], terms: [Int: SickPayTerms] = [:], medians: [Median] = []
  ) {
    self.surveys = surveys
    self.terms = terms
    self.medians = medians
  }

  /// Reads what a database holds, the newest vintage of each figure.
  public init(reading connection: borrowing Connection) throws(StoreError) {
    let rows = try connection.prepare(
      """
      SELECT o.place, o.period_start, o.period_months, o.measure, o.value, o.lower, o.upper, o.status
      FROM observation o JOIN source s ON s.id = o.source
      WHERE o.measure >= 'ashe.' AND o.measure < 'ashe/' AND o.measure GLOB 'ashe.*.all.*'
        OR o.measure >= 'sick_pay.' AND o.measure < 'sick_pay/'
        OR o.measure = 'els.gross_median_weekly_pay'
      ORDER BY s.vintage, s.origin = 'user', s.id
      """)
    var tables = PayRows()
    while try rows.step() {
      guard let start = Day(rows.text(1)) else { continue }
      tables.add(
        place: rows.text(0), period: Period(start: start, months: rows.int(2)),
        measure: rows.text(3), value: rows.optionalDouble(4), lower: rows.optionalDouble(5),
        upper: rows.optionalDouble(6), status: Status(rows.text(7)) ?? [])
    }
    self.init(surveys: tables.surveys, terms: tables.terms, medians: tables.medians)
  }
}
