import Evidence
import Places
import Tabular

/// Reads the rows of a tidy file one by one, to the same figures and rejects as `TidyLayout`.
///
/// What repeats is read once and found again by its bytes; a number in plain spelling is read from
/// its bytes. Anything else takes the way of the layout itself.
struct TidyStreamRows {
  private struct Known {
    var texts = ByteInterner()
    var encoded: [[UInt8]] = []
  }

  /// What was read since it was last taken.
  var batch = TidyBatch()
  var ledger = LossLedger()
  var digest: ObservationDigest

  private let at: TidyColumns
  private let context: ImportContext
  /// The identifier of the source as a value of the digest.
  private let source: [UInt8]
  /// The column of the figures likewise.
  private let field: [UInt8]
  private var reading: RowReading
  private var places = Known()
  private var periods = Known()
  private var periodList: [Period] = []
  private var measures = Known()
  private var defined: [Measure] = []
  private var breaks: [[Period]] = []
  private var statuses = Known()
  private var statusList: [Status] = []
  private var units = Known()
  private var scales: [Money.Scale?] = []
  private static let mostUnits = 1000

  init(
    _ columns: TidyColumns, _ context: ImportContext, source: Int, digest: ObservationDigest
  ) {
    at = columns
    self.context = context
    self.digest = digest
    self.source = ObservationDigest.encoded(source)
    field = ObservationDigest.encoded(columns.observation + 1)
    reading = RowReading(context.register)
    batch.figures.reserveCapacity(TidyBatch.size)
  }

  /// The measures of the figures read so far, by id.
  var foundMeasures: [Measure] { defined.sorted { $0.id < $1.id } }

  /// Gives the batch away and begins the next.
  mutating func takeBatch() -> TidyBatch {
    let full = batch
    batch = TidyBatch()
    batch.figures.reserveCapacity(TidyBatch.size)
    return full
  }

  /// Reads one row below the header.
  mutating func read(_ record: Record) {
    guard !skipIfBlank(record) else { return }
    guard record.count == at.width else {
      let found = record.count
      return reject(
        record, field: min(found, at.width),
        "found \(found) fields, expected \(at.width) as in the header")
    }
    guard let place = place(record) else {
      return reject(
        record, field: at.area,
        "found the code '\(record.string(at: at.area))', which the place register lacks")
    }
    guard let period = period(record) else {
      return reject(
        record, field: at.period,
        "found '\(record.string(at: at.period))', expected a period such as 2024-04-01/P1Y")
    }
    guard let status = status(record) else {
      return reject(record, field: at.status ?? 0, "expected status letters such as p or x")
    }
    let scale = scale(record)
    var figure = TidyFigure(
      place: place, period: period, measure: 0, status: status, line: record.line)
    guard value(record, scale, &figure) else {
      let text = CellText.trimmed(record.string(at: at.observation))
      return reject(
        record, field: at.observation,
        "found '\(text)', expected a number or a marker such as [x]")
    }
    if let column = at.lower { figure.lower = number(record, column, scale) }
    if let column = at.upper { figure.upper = number(record, column, scale) }
    if let column = at.count { figure.count = plainNumber(record, column) }
    if let column = at.denominator { figure.denominator = plainNumber(record, column) }
    figure.measure = measure(record, scale)
    load(figure)
  }

  private mutating func load(_ read: TidyFigure) {
    var figure = read
    for period in breaks[figure.measure] where period == periodList[figure.period] {
      figure.status.insert(.seriesBreak)
    }
    ledger.load()
    batch.figures.append(figure)
    digest.beginRow()
    digest.add(encoded: places.encoded[figure.place])
    digest.add(encoded: periods.encoded[figure.period])
    digest.add(encoded: measures.encoded[figure.measure])
    digest.add(figure.value)
    digest.add(figure.lower)
    digest.add(figure.upper)
    digest.add(figure.count)
    digest.add(figure.denominator)
    digest.add(status: figure.status)
    digest.add(encoded: source)
    digest.add(figure.line)
    digest.add(encoded: field)
  }

  private mutating func reject(_ record: Record, field: Int, _ reason: String) {
    ledger.reject()
    batch.rejects.append(
      Reject(
        line: record.line, field: field + 1, reason: reason,
        raw: record.strings.joined(separator: ",")))
  }

  private mutating func skipIfBlank(_ record: Record) -> Bool {
    // A letter or digit where the code belongs settles it for nearly all rows.
    let isClear = record.withField(at: at.area) { $0.count > 0 && $0[0] > 0x20 && $0[0] < 0x80 }
    guard !isClear, record.strings.allSatisfy({ CellText.trimmed($0).isEmpty }) else {
      return false
    }
    ledger.skip(.blank)
    return true
  }
}

extension TidyStreamRows {
  private mutating func place(_ record: Record) -> Int? {
    if let found = record.withField(at: at.area, { places.texts.find($0) }) { return found }
    guard let code = reading.place(code: record.string(at: at.area)) else { return nil }
    places.encoded.append(ObservationDigest.encoded(code))
    batch.places.append(code)
    return record.withField(at: at.area) { places.texts.keep($0) }
  }

  private mutating func period(_ record: Record) -> Int? {
    if let found = record.withField(at: at.period, { periods.texts.find($0) }) { return found }
    guard let period = ImportOptions.period(named: record.string(at: at.period)) else { return nil }
    periods.encoded.append(
      ObservationDigest.encoded(period.start.iso) + ObservationDigest.encoded(period.months))
    periodList.append(period)
    batch.periods.append(period)
    return record.withField(at: at.period) { periods.texts.keep($0) }
  }

  private mutating func measure(_ record: Record, _ scale: Money.Scale?) -> Int {
    if let found = record.withField(at: at.indicator, { measures.texts.find($0) }) { return found }
    let id = record.string(at: at.indicator)
    let unit = at.unit.map { record.string(at: $0) } ?? ""
    defined.append(TidyLayout.measure(id, unit: unit, isMoney: scale != nil))
    breaks.append(context.breaks.breaks(of: id).map(\.period))
    measures.encoded.append(ObservationDigest.encoded(id))
    batch.measures.append(id)
    return record.withField(at: at.indicator) { measures.texts.keep($0) }
  }

  private mutating func status(_ record: Record) -> Status? {
    guard let column = at.status, !record.isEmpty(at: column) else { return [] }
    if let found = record.withField(at: column, { statuses.texts.find($0) }) {
      return statusList[found]
    }
    guard let status = Status(record.string(at: column)) else { return nil }
    statusList.append(status)
    _ = record.withField(at: column) { statuses.texts.keep($0) }
    return status
  }

  private mutating func scale(_ record: Record) -> Money.Scale? {
    if let scale = context.options.scale { return scale }
    guard let column = at.unit else { return nil }
    if let found = record.withField(at: column, { units.texts.find($0) }) { return scales[found] }
    let scale = TidyLayout.scale(record.string(at: column))
    // A column that holds something else in each row is not kept.
    if scales.count < Self.mostUnits {
      scales.append(scale)
      _ = record.withField(at: column) { units.texts.keep($0) }
    }
    return scale
  }

  /// Sets what the cell of the figure says; false where it is not understood.
  private func value(
    _ record: Record, _ scale: Money.Scale?, _ figure: inout TidyFigure
  ) -> Bool {
    if scale == nil,
      let plain = record.withField(at: at.observation, { PlainNumber.read($0) })
    {
      figure.value = plain
      return true
    }
    let text = CellText.trimmed(record.string(at: at.observation))
    if let value = TidyLayout.value(text, scale) {
      figure.value = value
    } else if text.isEmpty {
      if figure.status.isDisjoint(with: TidyLayout.reasons) { figure.status.insert(.notAvailable) }
    } else if let marker = Marker.status(text) {
      figure.status.formUnion(marker)
    } else {
      return false
    }
    return true
  }

  private func number(_ record: Record, _ column: Int, _ scale: Money.Scale?) -> Double? {
    if scale == nil, let plain = record.withField(at: column, { PlainNumber.read($0) }) {
      return plain
    }
    return record.isEmpty(at: column) ? nil : TidyLayout.value(record.string(at: column), scale)
  }

  private func plainNumber(_ record: Record, _ column: Int) -> Double? {
    if let plain = record.withField(at: column, { PlainNumber.read($0) }) { return plain }
    return record.isEmpty(at: column) ? nil : CellText.number(record.string(at: column))
  }
}
