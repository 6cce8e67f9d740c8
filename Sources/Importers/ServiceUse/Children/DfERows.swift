import Evidence
import Places
import Tabular

/// Reads the rows of a DfE open data file.
struct DfERows {
  /// Rows, places and measures.
  var reading: ServiceReading
  private let columns: DfEColumns
  private let dataset: DfEDataset
  private let header: Row
  private let at: At
  private var ids: [[String]: [String]] = [:]
  private var periods: [[String]: Period] = [:]
  private var units: [String: Double] = [:]
  private var rounding: [String: Double] = [:]

  private struct At {
    let time, kind, level, country: Int
    let region, old, new, name: Int?
  }

  init(_ sheet: Table, _ columns: Columns, _ context: ImportContext) {
    reading = ServiceReading(context)
    header = sheet.rows[0]
    self.columns = DfEColumns(sheet)
    dataset = DfEDataset(columns, header, categories: self.columns.categories)
    at = At(
      time: columns["time_period"] ?? 0, kind: columns["time_identifier"] ?? 1,
      level: columns["geographic_level"] ?? 2, country: columns["country_code"] ?? 3,
      region: columns["region_code"], old: columns["old_la_code"], new: columns["new_la_code"],
      name: columns["la_name"])
    reading.rows.extract.publisher = "Department for Education"
    reading.rows.extract.title = dataset.title
  }

  /// True where no column holds figures.
  var hasNoFigures: Bool { columns.figures.isEmpty }

  /// Reads one row: a figure for every column that holds figures.
  mutating func read(_ row: Row) {
    if reading.rows.rejectIfRagged(row, expected: header.count) { return }
    let time = [row[at.time], row[at.kind]]
    guard let period = periods[time] ?? DfEPeriod.period(time[0], time[1]) else {
      reading.rows.reject(
        row, field: at.time + 1, "found '\(time[0])' with '\(time[1])', expected a period")
      return
    }
    periods[time] = period
    let places = places(row, on: period.start)
    guard !places.isEmpty else {
      let code = at.new.map { row[$0] } ?? ""
      reading.skip(row, area: code, at.name.map { row[$0] } ?? row[at.level])
      return
    }
    let ids = measures(row)
    var isLoaded = false
    for (offset, column) in columns.figures.enumerated() {
      guard var figure = figure(row, column, ids[offset], period) else { continue }
      isLoaded = true
      for (rank, place) in places.enumerated() {
        figure.place = place
        if places.count > 1 { share(&figure, column, isFirst: rank == 0) }
        reading.rows.extract.observations.append(figure)
      }
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  /// A joint return is given to its councils marked estimated, its counts to the first only.
  private func share(_ figure: inout Observation, _ column: DfEColumns.Figure, isFirst: Bool) {
    figure.status.insert(.estimated)
    guard !isFirst else { return }
    figure.count = nil
    figure.denominator = nil
    guard column.kind != .ratio else { return }
    figure.value = nil
    figure.status = .notAvailable
  }

  /// The places of a row: one, or the councils of a joint return (`314 / 318`).
  private mutating func places(_ row: Row, on day: Day) -> [String] {
    switch row[at.level] {
    case "National": return reading.rows.place(code: row[at.country]).map { [$0] } ?? []
    case "Regional":
      return at.region.flatMap { reading.rows.place(code: row[$0]) }.map { [$0] } ?? []
    case "Local authority":
      if let new = at.new.map({ row[$0] }), !new.isEmpty, let place = reading.rows.place(code: new)
      {
        return [place]
      }
      guard let old = at.old.map({ row[$0] }) else { return [] }
      let codes = old.split(separator: "/").map { CellText.trimmed(String($0)) }
      let found = codes.compactMap { reading.register.place(.education, $0, on: day)?.code }
      return found.count == codes.count ? found : []
    default: return []
    }
  }

  private mutating func figure(
    _ row: Row, _ column: DfEColumns.Figure, _ measure: String, _ period: Period
  ) -> Observation? {
    let text = row[column.index]
    var figure = Observation(
      place: "", period: period, measure: measure, value: nil, line: row.line,
      field: column.index + 1)
    if let value = CellText.number(text) {
      figure.value = value
      figure.count = column.count.flatMap { CellText.number(row[$0]) }
      figure.denominator = column.denominator.flatMap { CellText.number(row[$0]) }
    } else if text.isEmpty {
      figure.status = .notAvailable
    } else if let status = DfEMarker.status(text) {
      figure.status = status
    } else if let grouped = CellText.groupedNumber(text) {
      figure.value = grouped
    } else {
      reading.rows.extract.rejects.append(
        Reject(
          line: row.line, field: column.index + 1,
          reason: "found '\(text)', expected a number or a marker such as c, x or z", raw: text))
      return nil
    }
    return figure
  }

  /// The ids of the measures of a row, one for each column of figures.
  private mutating func measures(_ row: Row) -> [String] {
    let key = columns.categories.map { row[$0] }
    if let known = ids[key] { return known }
    let spoken = zip(columns.categories, key).filter { category, text in
      !dataset.silent.contains(Columns.key(header[category])) && !text.isEmpty
    }.map(\.1)
    let suffix = spoken.map { "." + Slug.of($0) }.joined()
    let words = spoken.joined(separator: ", ")
    let made = columns.figures.map { column in
      let id = "dfe.\(dataset.slug).\(column.slug)\(suffix)"
      // One breakdown holds the mean of a score in the column of counts.
      let isScore = words.contains("average")
      let name = header[column.index].replacing("_", with: " ")
      reading.measures.define(
        Measure(
          id: id, title: "\(dataset.title): \(words.isEmpty ? name : "\(words), \(name)")",
          unit: isScore ? .rate : column.unit, kind: isScore ? .ratio : column.kind,
          polarity: column.polarity))
      if column.denominator != nil { units[id] = column.units }
      if column.kind == .stock, !isScore { rounding[id] = 10 }
      return id
    }
    ids[key] = made
    return made
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract {
    // National counts are rounded to 10, shares of referrals to a tenth, rates to a whole.
    reading.finish(
      Plausibility(
        units: units, countRounding: 5, valueRounding: 0.5, nationalRounding: rounding))
  }
}
