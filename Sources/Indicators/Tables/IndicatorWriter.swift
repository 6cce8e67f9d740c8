import Evidence
import Places
import Store

/// Writes the catalogue and its values.
public enum IndicatorWriter {
  /// Writes the indicators of a catalogue.
  public static func write(
    _ catalogue: Catalogue, _ connection: borrowing Connection
  ) throws(StoreError) {
    var insert = try BulkInsert(
      connection, table: "indicator",
      columns: [
        "id", "title", "definition", "formula", "unit", "decimals", "polarity", "tier", "service",
        "comparability", "outcome", "theme", "caveats", "source", "numerator", "denominator",
        "method",
        "lof_area",
      ])
    for indicator in catalogue.indicators {
      let texts: [(String, Int)] = [
        (indicator.id, 0), (indicator.title, 1), (indicator.definition, 2), (indicator.formula, 3),
        (indicator.unit, 4), (indicator.polarity.rawValue, 6), (indicator.tier, 7),
        (indicator.service, 8), (indicator.comparability, 9), (indicator.outcome, 10),
        (indicator.theme, 11), (indicator.caveats, 12), (indicator.source, 13),
        (indicator.numerator, 14), (indicator.denominator, 15), (indicator.method.rawValue, 16),
        (indicator.frameworkArea, 17),
      ]
      for (text, column) in texts { insert.set(text, at: column) }
      insert.set(indicator.decimals, at: 5)
      try insert.insert()
    }
    var breaks = try BulkInsert(
      connection, table: "series_break",
      columns: ["measure", "period_start", "period_months", "reason"])
    for row in catalogue.breaks.rows {
      breaks.set(row.measure, at: 0)
      breaks.set(row.period.start.iso, at: 1)
      breaks.set(row.period.months, at: 2)
      breaks.set(row.reason, at: 3)
      try breaks.insert()
    }
  }

  /// Writes values.
  public static func write(
    _ table: IndicatorTable, _ connection: borrowing Connection
  ) throws {
    var values = table.everySeries.joined().makeIterator()
    try connection.insert(
      into: "indicator_value",
      columns: [
        "place", "period_start", "period_months", "indicator", "value", "lower", "upper", "count",
        "denominator", "status", "coverage", "compared", "trend", "quintile", "note",
      ]
    ) { row in
      guard let value = values.next() else { return false }
      row.set(value.place, at: 0)
      row.set(value.period.start.iso, at: 1)
      row.set(value.period.months, at: 2)
      row.set(value.indicator, at: 3)
      if let number = value.value { row.set(number, at: 4) }
      if let number = value.lower { row.set(number, at: 5) }
      if let number = value.upper { row.set(number, at: 6) }
      if let number = value.count { row.set(number, at: 7) }
      if let number = value.denominator { row.set(number, at: 8) }
      row.set(value.status.text, at: 9)
      if let number = value.coverage { row.set(number, at: 10) }
      row.set(value.compared, at: 11)
      row.set(value.trend, at: 12)
      if let fifth = value.quintile { row.set(fifth, at: 13) }
      row.set(value.note, at: 14)
      return true
    }
  }
}
