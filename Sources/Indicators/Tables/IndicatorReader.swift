import Evidence
import Places
import Store

/// Reads the values that a build computed.
public enum IndicatorReader {
  /// All values, in the order in which they were written.
  public static func table(
    _ connection: borrowing Connection, _ catalogue: Catalogue
  ) throws(StoreError) -> IndicatorTable {
    let statement = try connection.prepare(
      """
      SELECT place, period_start, period_months, indicator, value, lower, upper, count, denominator,
        status, coverage, compared, trend, quintile, note FROM indicator_value ORDER BY rowid
      """)
    var table = IndicatorTable()
    var series: [IndicatorValue] = []
    while try statement.step() {
      guard let start = Day(statement.text(1)) else { continue }
      var value = IndicatorValue(
        place: statement.text(0), period: Period(start: start, months: statement.int(2)),
        indicator: statement.text(3), value: statement.optionalDouble(4),
        lower: statement.optionalDouble(5), upper: statement.optionalDouble(6),
        count: statement.optionalDouble(7), denominator: statement.optionalDouble(8),
        status: Status(statement.text(9)) ?? [], coverage: statement.optionalDouble(10))
      value.compared = statement.text(11)
      value.trend = statement.text(12)
      value.quintile = statement.optionalInt(13)
      value.note = statement.text(14)
      if let last = series.last, last.place != value.place || last.indicator != value.indicator {
        table.append(series)
        series = []
      }
      series.append(value)
    }
    table.append(series)
    return table
  }
}
