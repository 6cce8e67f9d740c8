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
      "SELECT \(columns) FROM indicator_value ORDER BY rowid")
    var table = IndicatorTable()
    var series: [IndicatorValue] = []
    while try statement.step() {
      guard let value = value(statement) else { continue }
      if let last = series.last, last.place != value.place || last.indicator != value.indicator {
        table.append(series)
        series = []
      }
      series.append(value)
    }
    table.append(series)
    return table
  }

  /// The columns that `value` reads, in their order.
  public static let columns = """
    place, period_start, period_months, indicator, value, lower, upper, count, denominator,
    status, coverage, compared, trend, quintile, note
    """

  /// The value in the present row of a query for `columns`; nil where its period is none.
  public static func value(_ row: borrowing Statement) -> IndicatorValue? {
    guard let start = Day(row.text(1)) else { return nil }
    var value = IndicatorValue(
      place: row.text(0), period: Period(start: start, months: row.int(2)),
      indicator: row.text(3), value: row.optionalDouble(4), lower: row.optionalDouble(5),
      upper: row.optionalDouble(6), count: row.optionalDouble(7),
      denominator: row.optionalDouble(8), status: Status(row.text(9)) ?? [],
      coverage: row.optionalDouble(10))
    value.compared = row.text(11)
    value.trend = row.text(12)
    value.quintile = row.optionalInt(13)
    value.note = row.text(14)
    return value
  }
}
