import Dispatch
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
        "comparability", "outcome", "theme", "caveats", "source",
      ])
    for indicator in catalogue.indicators {
      let texts: [(String, Int)] = [
        (indicator.id, 0), (indicator.title, 1), (indicator.definition, 2), (indicator.formula, 3),
        (indicator.unit, 4), (indicator.polarity.rawValue, 6), (indicator.tier, 7),
        (indicator.service, 8), (indicator.comparability, 9), (indicator.outcome, 10),
        (indicator.theme, 11), (indicator.caveats, 12), (indicator.source, 13),
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
  ///
  /// - Returns: the content digest of their table.
  @discardableResult
  public static func write(
    _ table: IndicatorTable, _ connection: borrowing Connection
  ) throws -> ContentDigest? {
    let stage = try Stage(
      for: "indicator_value", digest: RunningDigest(of: "indicator_value", in: connection),
      in: connection)
    let queue = HandOver<Result<StagedPiece?, any Error>>(length: 2)
    defer { queue.cancel() }
    let writer = stage.writer
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        try writer.write { staged in try layOut(table, &staged, queue) }
        _ = queue.send(.success(nil))
      } catch {
        _ = queue.send(.failure(error))
      }
    }
    while let piece = try queue.next().get() { try stage.store(piece, in: connection) }
    return writer.write { $0.digest?.digest }
  }

  private static func layOut(
    _ table: IndicatorTable, _ staged: inout StagedRows,
    _ queue: HandOver<Result<StagedPiece?, any Error>>
  ) throws {
    var starts: [Day: [UInt8]] = [:]
    var statuses: [Status: [UInt8]] = [:]
    for value in table.everySeries.joined() {
      let day = value.period.start
      let start = starts[day] ?? Array(day.iso.utf8)
      starts[day] = start
      let status = statuses[value.status] ?? Array(value.status.text.utf8)
      statuses[value.status] = status
      staged.row.set(text: start.span, at: 1)
      staged.row.set(text: status.span, at: 9)
      set(value, &staged.row)
      try staged.append()
      guard staged.takePiece().map({ queue.send(.success($0)) }) ?? true else { return }
    }
    try staged.finish()
    if let piece = staged.takePiece() { _ = queue.send(.success(piece)) }
  }

  /// Sets all but the start of the period and the status.
  private static func set(_ value: IndicatorValue, _ row: inout RowBuffer) {
    row.set(value.place, at: 0)
    row.set(value.period.months, at: 2)
    row.set(value.indicator, at: 3)
    if let number = value.value { row.set(number, at: 4) }
    if let number = value.lower { row.set(number, at: 5) }
    if let number = value.upper { row.set(number, at: 6) }
    if let number = value.count { row.set(number, at: 7) }
    if let number = value.denominator { row.set(number, at: 8) }
    if let number = value.coverage { row.set(number, at: 10) }
    row.set(value.compared, at: 11)
    row.set(value.trend, at: 12)
    if let fifth = value.quintile { row.set(fifth, at: 13) }
    row.set(value.note, at: 14)
  }
}
