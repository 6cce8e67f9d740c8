import Evidence
import Places
import Tabular

/// Children looked after: how many, and for every 10,000 children, by year.
///
/// Publisher: Department for Education, "Children looked after in England including adoptions".
/// A year is the one that ends on 31 March; the number looked after is that of the last day.
public struct LookedAfterLayout: Layout {
  /// `dfe-looked-after`.
  public let id = "dfe-looked-after"
  /// One line for `inspect`.
  public let summary = "DfE children looked after: numbers and rates"
  private static let required = [
    "time_period", "time_identifier", "geographic_level", "new_la_code", "population_type",
    "children_count", "rate_per_10000",
  ]

  /// The kinds of rows, with the part of the measures' ids and titles.
  private static let kinds: [String: (id: String, title: String, kind: Measure.Kind)] = [
    "Children looked after on 31 March each year": (
      "children.looked_after", "Children looked after on 31 March", .stock
    ),
    "Children starting to be looked after each year": (
      "children.looked_after_started", "Children starting to be looked after in the year", .flow
    ),
    "Children ceasing to be looked after each year": (
      "children.looked_after_ceased", "Children ceasing to be looked after in the year", .flow
    ),
  ]

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet has the columns of this publication.
  public func recognise(_ sheet: Table) -> Recognition {
    guard !sheet.rows.isEmpty else { return .none }
    let missing = Columns(sheet, headerRow: 0).missing(Self.required)
    if missing.isEmpty { return .match }
    return missing.count <= 2 && !missing.contains("time_period") ? .near(missing: missing) : .none
  }

  private struct Positions {
    let time, level, country, region, authority, kind, count, rate, width: Int

    init?(_ sheet: Table) {
      let columns = Columns(sheet, headerRow: 0)
      guard let time = columns["time_period"], let level = columns["geographic_level"],
        let country = columns["country_code"], let region = columns["region_code"],
        let authority = columns["new_la_code"], let kind = columns["population_type"],
        let count = columns["children_count"], let rate = columns["rate_per_10000"]
      else { return nil }
      self.time = time
      self.level = level
      self.country = country
      self.region = region
      self.authority = authority
      self.kind = kind
      self.count = count
      self.rate = rate
      width = sheet.rows[0].count
    }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let at = Positions(sheet) else {
      let missing = Columns(sheet, headerRow: 0).missing(
        Self.required + ["country_code", "region_code"])
      throw ImportError(
        .incomplete, line: 1, "the header lacks \(missing.joined(separator: ", "))")
    }
    var reading = RowReading(context.register)
    reading.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: at.width) { continue }
      read(row, at, &reading)
    }
    reading.extract.measures = Self.measures
    reading.extract.title = "Children looked after in England including adoptions"
    reading.extract.publisher = "Department for Education"
    reading.extract.published = context.options.published ?? ""
    context.breaks.mark(&reading.extract.observations)
    return reading.extract
  }

  private func read(_ row: Row, _ at: Positions, _ reading: inout RowReading) {
    guard let kind = Self.kinds[row[at.kind]] else {
      reading.extract.ledger.skip(.unused)
      reading.extract.notes.append(Note(line: row.line, "rows not used: \(row[at.kind])"))
      return
    }
    guard row[at.time].utf8.count == 4, let year = Int(row[at.time]),
      (1990...2100).contains(year)
    else {
      reading.reject(
        row, field: at.time + 1, "found '\(row[at.time])', expected a year such as 2025")
      return
    }
    let code =
      switch row[at.level] {
      case "National": row[at.country]
      case "Regional": row[at.region]
      default: row[at.authority]
      }
    guard !code.isEmpty, let place = reading.place(code: code) else {
      reading.reject(
        row, field: at.authority + 1, "found the code '\(code)', which the place register lacks")
      return
    }
    func figure(_ column: Int, _ measure: String) -> Observation? {
      let status = Self.marker(row[column])
      let value = status == nil ? CellText.groupedNumber(row[column]) : nil
      guard status != nil || value != nil else { return nil }
      return Observation(
        place: place, period: .financialYear(year - 1), measure: measure, value: value,
        status: status ?? [], line: row.line, field: column + 1)
    }
    guard let count = figure(at.count, kind.id), let rate = figure(at.rate, kind.id + "_rate")
    else {
      reading.reject(row, field: at.count + 1, "expected a number of children and a rate")
      return
    }
    reading.load(count, rate)
  }

  /// The markers of the department's open data (2018 on).
  private static func marker(_ text: String) -> Status? {
    switch text {
    case "c": .confidential
    case "x": .notAvailable
    case "z": .notApplicable
    case "k", "low": .roundsToZero
    case "u": .unreliable
    default: nil
    }
  }

  private static let measures: [Measure] = kinds.values.sorted { $0.id < $1.id }.flatMap { kind in
    [
      Measure(
        id: kind.id, title: kind.title, unit: .count, kind: kind.kind, tier: "upper",
        service: "csc"),
      Measure(
        id: kind.id + "_rate", title: "\(kind.title) per 10,000 children", unit: .rate,
        kind: .ratio, tier: "upper", service: "csc"),
    ]
  }
}
