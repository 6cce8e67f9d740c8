import Places
import Store

/// Lays observations out as rows of their table; what repeats from one to the next is made once.
public struct ObservationRows {
  private let source: Int
  private var start: Day?
  private var startText: [UInt8] = []
  private var status: Status = []
  private var statusText: [UInt8] = []

  /// For the figures of one source.
  public init(source: Int) { self.source = source }

  /// Appends a figure.
  public mutating func append(
    _ figure: Observation, to staged: inout StagedRows
  ) throws(StoreError) {
    if figure.period.start != start {
      start = figure.period.start
      startText = Array(figure.period.start.iso.utf8)
    }
    if figure.status != status {
      status = figure.status
      statusText = Array(figure.status.text.utf8)
    }
    let (startText, statusText) = (startText, statusText)
    staged.row.set(figure.place, at: 0)
    staged.row.set(text: startText.span, at: 1)
    staged.row.set(figure.period.months, at: 2)
    staged.row.set(figure.measure, at: 3)
    if let value = figure.value { staged.row.set(value, at: 4) }
    if let lower = figure.lower { staged.row.set(lower, at: 5) }
    if let upper = figure.upper { staged.row.set(upper, at: 6) }
    if let count = figure.count { staged.row.set(count, at: 7) }
    if let denominator = figure.denominator { staged.row.set(denominator, at: 8) }
    staged.row.set(text: statusText.span, at: 9)
    staged.row.set(source, at: 10)
    staged.row.set(figure.line, at: 11)
    staged.row.set(figure.field, at: 12)
    try staged.append()
  }
}
