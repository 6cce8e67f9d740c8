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

  /// Writes values while those of the next indicators are computed.
  ///
  /// - Parameters:
  ///   - values: those of each indicator, in the order of the catalogue.
  ///   - count: how many indicators there are.
  ///   - connection: the database, in a transaction.
  ///   - step: told of each indicator.
  /// - Returns: the values, and the content digest of their table.
  /// - Throws: a `StoreError` or a `FileError`.
  @discardableResult
  public static func write(
    _ values: WorkAhead<PackedValues, any Error>, count: Int, _ connection: borrowing Connection,
    step: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> (table: IndicatorTable, digest: ContentDigest?) {
    let stage = try Stage(
      for: "indicator_value", digest: RunningDigest(of: "indicator_value", in: connection),
      in: connection)
    let queue = HandOver<Step>(length: 2)
    defer { queue.cancel() }
    let writer = stage.writer
    // A thread of its own: what waits must not take one of those that compute.
    DispatchQueue(label: "placewise.values", qos: .userInitiated).async {
      do {
        try writer.write { staged in try layOut(values, count, &staged, queue, step) }
      } catch {
        _ = queue.send(.failed(error))
      }
    }
    while true {
      switch queue.next() {
      case .piece(let piece): try stage.store(piece, in: connection)
      case .finished(let table): return (table, writer.write { $0.digest })
      case .failed(let error): throw error
      }
    }
  }

  /// What was laid out.
  private enum Step: Sendable {
    case piece(StagedPiece)
    case finished(IndicatorTable)
    case failed(any Error)
  }

  private static func layOut(
    _ values: WorkAhead<PackedValues, any Error>, _ count: Int, _ staged: inout StagedRows,
    _ queue: HandOver<Step>, _ step: (String) -> Void
  ) throws {
    var table = IndicatorTable()
    var statuses: [Status: [UInt8]] = [:]
    for index in 0..<count {
      let found = try values.take(index)
      let starts = found.periods.map { Array($0.start.iso.utf8) }
      let (periods, words) = (found.periods, found.words)
      for position in found.positions {
        let place = found.place(at: position)
        for number in 0..<found.count(at: position) {
          let value = found.row(number, at: position)
          let start = starts[value.period]
          let status = statuses[value.status] ?? Array(value.status.text.utf8)
          if statuses[value.status] == nil { statuses[value.status] = status }
          staged.row.set(place, at: 0)
          staged.row.set(text: start.span, at: 1)
          staged.row.set(periods[value.period].months, at: 2)
          staged.row.set(found.indicator, at: 3)
          staged.row.set(text: status.span, at: 9)
          set(value, words, &staged.row)
          try staged.append()
          guard staged.takePiece().map({ queue.send(.piece($0)) }) ?? true else { return }
        }
      }
      step(found.indicator)
      table.append(found)
    }
    try staged.finish()
    guard staged.takePiece().map({ queue.send(.piece($0)) }) ?? true else { return }
    _ = queue.send(.finished(table))
  }

  /// Sets numbers and words.
  private static func set(_ value: PackedValues.Row, _ words: [String], _ row: inout RowBuffer) {
    // The value, its limits, the numerator and the denominator stand before the status.
    for part in 0..<5 {
      if let number = value.numbers[part] { row.set(number, at: 4 + part) }
    }
    if let coverage = value.numbers[5] { row.set(coverage, at: 10) }
    row.set(words[value.compared], at: 11)
    row.set(words[value.trend], at: 12)
    if value.fifth > 0 { row.set(value.fifth, at: 13) }
    row.set(words[value.note], at: 14)
  }
}
