import Evidence
import Places
import Tabular

/// Residents by place and year: mid-year estimates in three published arrangements.
///
/// - ONS Explore Local Statistics: `areacd,areanm,year,population`, or `value` for a share by age,
///   where the file does not say which and `--measure` must.
/// - DfE: `time_period,…,new_la_code,la_name,age_group,population_estimate`.
/// - ONS single year of age: `ltla20_code,ltla20_name,total_population,0,1,…,90+`.
public struct PopulationLayout: Layout {
  /// `population`.
  public let id = "population"
  /// One line for `inspect`.
  public let summary = "mid-year population estimates (ONS, DfE)"

  /// Makes the layout.
  public init() {}

  /// Says whether a sheet holds residents by place and year.
  public func recognise(_ sheet: Table) -> Recognition {
    Arrangement(sheet) == nil ? .none : .match
  }

  private enum Arrangement {
    case explore(Columns, value: Int, isShare: Bool)
    case education(Columns)
    case singleYear(Columns)

    init?(_ sheet: Table) {
      if let columns = Columns(sheet, requiring: ["areacd", "areanm", "year"], within: 1) {
        if let value = columns["population"] {
          self = .explore(columns, value: value, isShare: false)
          return
        }
        if let value = columns["value"], columns["lci_95"] != nil {
          self = .explore(columns, value: value, isShare: true)
          return
        }
      }
      if let columns = Columns(
        sheet, requiring: ["time_period", "age_group", "population_estimate"], within: 1)
      {
        self = .education(columns)
      } else if let columns = Columns(
        sheet, requiring: ["total_population", "0", "90+"], within: 1)
      {
        self = .singleYear(columns)
      } else {
        return nil
      }
    }
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let arrangement = Arrangement(sheet) else {
      throw ImportError(.notRecognised, "no column of residents was found")
    }
    var reading = RowReading(context.register)
    reading.extract.published = context.options.published ?? ""
    reading.skipHeader(sheet, headerRow: 0)
    switch arrangement {
    case .explore(let columns, let value, let isShare):
      guard let measure = context.options.measure ?? (isShare ? nil : "population.all") else {
        throw ImportError(
          .incomplete, line: 1,
          "the file does not say what its column 'value' measures; say it with "
            + "--measure population.percent_0_15 (or percent_16_64, percent_65_plus, median_age)")
      }
      readExplore(sheet, columns, value: value, measure: measure, &reading)
    case .education(let columns): readEducation(sheet, columns, &reading)
    case .singleYear(let columns):
      try readSingleYear(sheet, columns, context.options.period, &reading)
    }
    return reading.extract
  }

  private func readExplore(
    _ sheet: Table, _ columns: Columns, value: Int, measure: String, _ reading: inout RowReading
  ) {
    let width = sheet.rows[0].fields.count
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: width) { continue }
      let code = row[columns["areacd"] ?? 0]
      guard let place = reading.place(code: code) else {
        reading.extract.ledger.skip(.unused)
        continue
      }
      guard let year = Int(row[columns["year"] ?? 2]), (1900...2100).contains(year) else {
        reading.reject(row, field: 3, "found '\(row[2])', expected a year such as 2024")
        continue
      }
      guard let number = CellText.number(row[value]), number >= 0 else {
        reading.reject(
          row, field: value + 1, "found '\(row[value])', expected a number of residents or a share")
        continue
      }
      reading.load(
        Observation(
          place: place, period: .midYear(year), measure: measure, value: number, line: row.line,
          field: value + 1))
    }
  }

  private func readEducation(_ sheet: Table, _ columns: Columns, _ reading: inout RowReading) {
    let width = sheet.rows[0].fields.count
    let value = columns["population_estimate"] ?? width - 1
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: width) { continue }
      guard row[columns["age_group"] ?? 10] == "Children aged 0 to 17 years" else {
        reading.extract.ledger.skip(.unused)
        continue
      }
      guard let year = Int(row[columns["time_period"] ?? 0]), (1900...2100).contains(year) else {
        reading.reject(row, field: 1, "found '\(row[0])', expected a year such as 2024")
        continue
      }
      let names = ["new_la_code", "region_code", "country_code"]
      let code = names.compactMap { columns[$0].map { row[$0] } }.first { !$0.isEmpty } ?? ""
      let isPooled =
        row[columns["la_name"] ?? 9] == ""
        && row[columns["geographic_level"] ?? 2] == "Local authority"
      guard !isPooled, let place = reading.place(code: code) else {
        reading.reject(row, field: 9, "found the code '\(code)', which the place register lacks")
        continue
      }
      var observation = Observation(
        place: place, period: .midYear(year), measure: "population.children", value: nil,
        line: row.line, field: value + 1)
      if let number = CellText.number(row[value]) {
        observation.value = number
      } else if row[value] == "x" || row[value] == "z" {
        // DfE: `x` not available (the area did not exist that year), `z` not applicable.
        observation.status = row[value] == "x" ? .notAvailable : .notApplicable
      } else {
        reading.reject(
          row, field: value + 1, "found '\(row[value])', expected a number of residents")
        continue
      }
      reading.load(observation)
    }
  }

  private func readSingleYear(
    _ sheet: Table, _ columns: Columns, _ period: Period?, _ reading: inout RowReading
  ) throws(ImportError) {
    let header = sheet.rows[0]
    let ages = header.fields.indices.dropFirst(2)
    // The header names the boundaries, `ltla20_code`: the year of the estimate as well.
    let year = header[0].utf8.filter { (0x30...0x39).contains($0) }
    let named = year.count == 2 ? Int(String(decoding: year, as: UTF8.self)).map { 2000 + $0 } : nil
    guard let period = period ?? named.map(Period.midYear) else {
      throw ImportError(.incomplete, line: 1, "no year was found; say it with --period mid-2020")
    }
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) || reading.rejectIfRagged(row, expected: header.fields.count) {
        continue
      }
      guard let place = reading.place(code: row[0]) else {
        reading.reject(row, field: 1, "found the code '\(row[0])', which the place register lacks")
        continue
      }
      var found: [Observation] = []
      for index in ages {
        guard let number = CellText.number(row[index]) else { break }
        let name = header[index] == "total_population" ? "all" : Self.age(header[index])
        found.append(
          Observation(
            place: place, period: period, measure: "population.single_year.\(name)",
            value: number, line: row.line, field: index + 1))
      }
      guard found.count == ages.count else {
        reading.reject(row, field: found.count + 3, "expected a number of residents at every age")
        continue
      }
      reading.extract.ledger.load()
      reading.extract.observations += found
    }
  }

  private static func age(_ heading: String) -> String {
    let digits = heading.prefix { $0.isWholeNumber }
    return (digits.count == 1 ? "0" : "") + digits + (heading.hasSuffix("+") ? "_plus" : "")
  }
}
