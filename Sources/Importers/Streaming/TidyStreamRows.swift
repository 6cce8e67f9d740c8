import Evidence
import Places
import Store
import Tabular

/// Reads the rows of a tidy file one by one, to the same figures and rejects as `TidyLayout`.
///
/// What repeats is read once and found again by its bytes; a number in plain spelling is read from
/// its bytes. Anything else takes the way of the layout itself.
struct TidyStreamRows {
  private struct Known {
    var texts = ByteInterner()
    /// What is stored for each.
    var stored: [[UInt8]] = []
  }

  /// One figure on its way into the table; texts are numbers of a list.
  private struct Figure {
    var place: Int
    var period: Int
    var measure: Int
    var status: Status
    var line: Int
    var value: Double?
    var lower: Double?
    var upper: Double?
    var count: Double?
    var denominator: Double?
  }

  /// How many rejects go together.
  private static let mostRejects = 64

  var ledger = LossLedger()
  private var first: Observation?
  private var rejects: [Reject] = []

  private let at: TidyColumns
  private let context: ImportContext
  private let source: Int
  private var reading: RowReading
  private var places = Known()
  private var periods = Known()
  private var periodList: [Period] = []
  /// Whether a period has a figure: it may have come with rejected rows only.
  private var isUsed: [Bool] = []
  private var measures = Known()
  private var defined: [Measure] = []
  private var breaks: [[Period]] = []
  private var repeats: RepeatedFigures
  /// One number for each place and period, in however many spellings they stand.
  private var placeNumbers = DistinctNumbers<String>()
  private var periodNumbers = DistinctNumbers<Period>()
  private var statuses = Known()
  private var statusList: [Status] = []
  private var lastStatus: Status = []
  private var statusText: [UInt8] = []
  private var units = Known()
  private var scales: [Money.Scale?] = []
  private static let mostUnits = 1000

  init(
    _ columns: TidyColumns, _ context: ImportContext, source: Int
  ) {
    at = columns
    self.context = context
    self.source = source
    reading = RowReading(context.register)
    repeats = RepeatedFigures(
      places: context.register.places.count + context.register.otherAreas.count)
  }

  /// The measures of the figures read so far, by id.
  var foundMeasures: [Measure] { defined.sorted { $0.id < $1.id } }

  /// The periods of the figures read so far.
  var foundPeriods: Set<Period> { Set(zip(periodList, isUsed).filter(\.1).map(\.0)) }

  /// What was found of figures that stand twice.
  var notes: [Note] { repeats.findings.notes }

  /// True where a batch is worth handing over.
  func isReady(_ staged: borrowing StagedRows) -> Bool {
    staged.hasPiece || first != nil || rejects.count >= Self.mostRejects
  }

  /// Gives the batch away and begins the next.
  mutating func takeBatch(_ staged: inout StagedRows) -> TidyBatch {
    var batch = TidyBatch()
    batch.piece = staged.takePiece()
    batch.first = first
    batch.rejects = rejects
    first = nil
    rejects = []
    return batch
  }

  /// Reads one row below the header.
  mutating func read(_ record: Record, _ staged: inout StagedRows) throws(StoreError) {
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
    guard !record.isEmpty(at: at.indicator) else {
      return reject(record, field: at.indicator, TidyLayout.nameless)
    }
    guard let status = status(record) else {
      return reject(record, field: at.status ?? 0, "expected status letters such as p or x")
    }
    let scale = scale(record)
    var figure = Figure(
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
    try load(figure, &staged)
  }

  private mutating func load(
    _ read: Figure, _ staged: inout StagedRows
  ) throws(StoreError) {
    var figure = read
    for period in breaks[figure.measure] where period == periodList[figure.period] {
      figure.status.insert(.seriesBreak)
    }
    if ledger.loaded == 0 { first = observation(figure) }
    if repeats.insert(
      place: placeNumbers[figure.place], period: periodNumbers[figure.period],
      measure: figure.measure)
    {
      repeats.add(observation(figure))
    }
    ledger.load()
    isUsed[figure.period] = true
    let place = places.stored[figure.place]
    let start = periods.stored[figure.period]
    let measure = measures.stored[figure.measure]
    staged.row.set(text: place.span, at: 0)
    staged.row.set(text: start.span, at: 1)
    staged.row.set(periodList[figure.period].months, at: 2)
    staged.row.set(text: measure.span, at: 3)
    if let value = figure.value { staged.row.set(value, at: 4) }
    if let lower = figure.lower { staged.row.set(lower, at: 5) }
    if let upper = figure.upper { staged.row.set(upper, at: 6) }
    if let count = figure.count { staged.row.set(count, at: 7) }
    if let denominator = figure.denominator { staged.row.set(denominator, at: 8) }
    if figure.status != lastStatus {
      lastStatus = figure.status
      statusText = Array(figure.status.text.utf8)
    }
    staged.row.set(text: statusText.span, at: 9)
    staged.row.set(source, at: 10)
    staged.row.set(figure.line, at: 11)
    staged.row.set(at.observation + 1, at: 12)
    try staged.append()
  }

  private func observation(_ figure: Figure) -> Observation {
    Observation(
      place: String(decoding: places.stored[figure.place], as: UTF8.self),
      period: periodList[figure.period],
      measure: String(decoding: measures.stored[figure.measure], as: UTF8.self),
      value: figure.value, line: figure.line, field: at.observation + 1)
  }

  private mutating func reject(_ record: Record, field: Int, _ reason: String) {
    ledger.reject()
    rejects.append(
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
    places.stored.append(Array(code.utf8))
    placeNumbers.append(code)
    return record.withField(at: at.area) { places.texts.keep($0) }
  }

  private mutating func period(_ record: Record) -> Int? {
    if let found = record.withField(at: at.period, { periods.texts.find($0) }) { return found }
    guard let period = ImportOptions.period(named: record.string(at: at.period)) else { return nil }
    periods.stored.append(Array(period.start.iso.utf8))
    periodList.append(period)
    periodNumbers.append(period)
    isUsed.append(false)
    return record.withField(at: at.period) { periods.texts.keep($0) }
  }

  private mutating func measure(_ record: Record, _ scale: Money.Scale?) -> Int {
    if let found = record.withField(at: at.indicator, { measures.texts.find($0) }) { return found }
    let id = record.string(at: at.indicator)
    let unit = at.unit.map { record.string(at: $0) } ?? ""
    defined.append(TidyLayout.measure(id, unit: unit, isMoney: scale != nil))
    breaks.append(context.breaks.breaks(of: id).map(\.period))
    measures.stored.append(Array(id.utf8))
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
    _ record: Record, _ scale: Money.Scale?, _ figure: inout Figure
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
