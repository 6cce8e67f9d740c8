import Evidence
import Foundation
import Places
import Store
import TestSupport

@testable import Indicators

/// The shipped data sets through a database in memory, built once for all tests.
enum ShippedFigures {
  /// What the database held.
  struct Held {
    let cube: FigureCube
    let files: Int
    let figures: Int
  }

  static let held: Result<Held, any Error> = Result { try build() }

  private static let folders = [
    "adult-care", "children-outcomes", "childrens-services", "crime", "deflators", "deprivation",
    "homelessness", "libraries", "outcomes-work", "population", "public-health",
    "revenue-outturn", "social-care-outturn",
  ]

  private static func build() throws -> Held {
    let connection = try Connection.memory()
    try Migrator(
      identity: Identity(applicationID: 1, userVersion: 1),
      parts: [PlacesSchema.part, EvidenceSchema.part]
    ).migrate(connection)
    let money = Set(ShippedCatalogue.catalogue.measures.filter { $0.unit == .pence }.map(\.id))
    var writer = try EvidenceWriter(connection)
    var (files, figures) = (0, 0)
    try connection.begin()
    for folder in folders {
      for path in ShippedTable.figures(in: folder) {
        files += 1
        figures += try store(path, money, &writer)
      }
    }
    try connection.commit()
    return Held(
      cube: try FigureCube(register: ShippedCatalogue.register, reading: connection), files: files,
      figures: figures)
  }

  /// Stores a file of the long form or of the compact one: `areacd,areanm,period,status,
  /// source_line`, then measures, each with its limits and counts behind it.
  private static func store(
    _ path: String, _ money: Set<String>, _ writer: inout EvidenceWriter
  ) throws -> Int {
    let table = ShippedTable(path)
    let measures = Array(table.header.dropFirst(5))
    let isLong = table.header[2] == "geography"
    var ledger = LossLedger()
    ledger.skip(.header)
    for _ in table.records { ledger.load() }
    let source = try writer.write(
      Source(dataset: "shipped", path: path, sha256: "", bytes: 0, layout: "wide"),
      ledger: ledger)
    var figures = 0
    if isLong {
      for (index, record) in table.records.enumerated() {
        try writer.write(long(record, table, line: index + 2), source: source)
      }
      return table.records.count
    }
    for (index, record) in table.records.enumerated() {
      guard let place = ShippedCatalogue.register.place(code: record[0]),
        let period = Period(iso: record[2]), let status = Status(record[3])
      else { preconditionFailure("\(path), record \(index): \(record.prefix(4))") }
      for (column, measure) in measures.enumerated() where !measure.contains(":") {
        let text = record[5 + column]
        var figure = Observation(
          place: place.code, period: period, measure: measure, value: nil, status: status,
          line: index + 2, field: column + 6)
        if text.hasPrefix("[") {
          figure.status = Status(String(text.dropFirst().dropLast())) ?? .notAvailable
        } else if let value = Double(text) {
          // Money stands in thousands with at most five decimals: whole pence.
          figure.value = money.contains(measure) ? (value * 100_000).rounded() : value
        } else if !status.isBlank {
          continue
        }
        for (at, name) in measures.enumerated() where name.hasPrefix(measure + ":") {
          set(name.dropFirst(measure.count + 1), Double(record[5 + at]), of: &figure)
        }
        figures += 1
        try writer.write(figure, source: source)
      }
    }
    return figures
  }

  private static func set(_ part: Substring, _ number: Double?, of figure: inout Observation) {
    switch part {
    case "lower": figure.lower = number
    case "upper": figure.upper = number
    case "count": figure.count = number
    default: figure.denominator = number
    }
  }

  /// A row of the long form.
  private static func long(_ record: [String], _ table: ShippedTable, line: Int) -> Observation {
    guard let place = ShippedCatalogue.register.place(code: record[0]),
      let period = Period(iso: table.text(record, "period")),
      let status = Status(table.text(record, "status"))
    else { preconditionFailure("record \(line): \(record.prefix(5))") }
    var figure = Observation(
      place: place.code, period: period, measure: table.text(record, "indicator"),
      value: Double(table.text(record, "observation")), status: status, line: line, field: 6)
    figure.lower = Double(table.text(record, "lci_95"))
    figure.upper = Double(table.text(record, "uci_95"))
    figure.count = Double(table.text(record, "count"))
    figure.denominator = Double(table.text(record, "denominator"))
    return figure
  }

  /// The value of a formula for a place in a financial year.
  static func figure(_ formula: String, _ place: String, _ year: Int) throws -> Figure {
    var evaluator = Evaluator(
      cube: try held.get().cube, catalogue: ShippedCatalogue.catalogue,
      register: ShippedCatalogue.register)
    guard let found = ShippedCatalogue.register[place] else { return .absent }
    return evaluator.evaluate(try FormulaParser.parse(formula), found, .financialYear(year))
  }

  /// The value of an indicator of the catalogue for a place in a financial year, money in pounds.
  static func value(_ id: String, _ place: String, _ year: Int) throws -> Figure {
    guard let indicator = ShippedCatalogue.catalogue.indicator(id) else {
      preconditionFailure("there is no indicator '\(id)'")
    }
    var figure = try figure(indicator.formula, place, year)
    if indicator.isMoney { figure.value = figure.value.map { $0 / 100 } }
    return figure
  }

  /// The whole table of some indicators.
  static func table(_ ids: [String]) throws -> IndicatorTable {
    var catalogue = ShippedCatalogue.catalogue
    catalogue.indicators = catalogue.indicators.filter { ids.contains($0.id) }
    return IndicatorRun(
      cube: try held.get().cube, catalogue: catalogue, register: ShippedCatalogue.register
    ).run()
  }
}
