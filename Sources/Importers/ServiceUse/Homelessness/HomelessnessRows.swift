import Evidence
import Places
import Tabular

/// Reads the rows of a homelessness sheet.
struct HomelessnessRows {
  /// Rows, places and measures.
  var reading: ServiceReading
  private let columns: HomelessnessColumns
  private let table: HomelessnessTable
  private let period: Period
  private let ids: [String]
  private var seen: [String: [Double?]] = [:]
  /// Where the figures of an area begin among the observations.
  private var firstFigure: [String: Int] = [:]
  private var units: [String: Double] = [:]
  private var rounding: [String: Double] = [:]
  /// Where the count and the denominator of each rate stand among the columns.
  private let parts: [Int: (count: Int, denominator: Int)]
  private let hotels: Int?

  init(
    _ columns: HomelessnessColumns, table: HomelessnessTable, period: Period,
    _ context: ImportContext
  ) {
    reading = ServiceReading(context)
    self.columns = columns
    self.table = table
    self.period = period
    ids = columns.all.map { "homelessness.\($0.name)" }
    let names = columns.all.map(\.name)
    let households = names.firstIndex(of: "\(table.rawValue).households_in_area")
    var parts: [Int: (count: Int, denominator: Int)] = [:]
    for (index, name) in names.enumerated() where name.hasSuffix(".rate") {
      guard let households, let count = names.firstIndex(of: String(name.dropLast(5))) else {
        continue
      }
      parts[index] = (count, households)
    }
    self.parts = parts
    hotels = names.firstIndex(of: "ta1.bed_and_breakfast").map { columns.all[$0].index }
    for (index, column) in columns.all.enumerated() {
      let isRate = column.name.hasSuffix(".rate")
      reading.measures.define(
        Measure(
          id: ids[index], title: column.title + (isRate ? " per 1,000 households" : ""),
          unit: isRate ? .rate : .count, kind: isRate ? .ratio : table.isStock ? .stock : .flow,
          polarity: Self.polarity(column.name), service: isRate ? "" : "hous"))
      if isRate { units[ids[index]] = 1000 } else { rounding[ids[index]] = 10 }
    }
  }

  private static func polarity(_ name: String) -> Measure.Polarity {
    switch name {
    case "p1.secured", "r1.secured": .high
    case "ta1.households", "ta1.households.rate", "ta1.households.with_children", "ta1.children",
      "ta1.bed_and_breakfast.with_children", "ta1.bed_and_breakfast.over_6_weeks":
      .low
    default: .neutral
    }
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table, firstData: Int) {
    reading.rows.extract.observations.reserveCapacity(sheet.rows.count * columns.all.count)
    for (index, row) in sheet.rows.enumerated() {
      if reading.rows.skipIfBlank(row) { continue }
      if index == 0 {
        reading.rows.extract.ledger.skip(.preamble)
      } else if index < firstData {
        reading.rows.extract.ledger.skip(.header)
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let code = CellText.trimmed(row[0])
    let name = CellText.trimmed(row[1])
    if Self.isCode(code) {
      // London stands beside England and again among the regions.
      let numbers = columns.all.map { Self.number(row[$0.index], $0.name) }
      if let before = seen[code] {
        if before != numbers { settle(row, code, before, numbers) }
        reading.rows.extract.ledger.skip(.repeated)
        return
      }
      guard let place = reading.place(code, name, in: row) else { return }
      seen[code] = numbers
      firstFigure[code] = reading.rows.extract.observations.count
      readCells(row, place, numbers)
    } else if code == "-", name == "Rest of England" {
      reading.rows.extract.ledger.skip(.total)
    } else {
      reading.rows.extract.ledger.skip(.note)
      readNote(code, name, row)
    }
  }

  /// Keeps one figure where the two rows of an area differ: the rate that its parts give.
  ///
  /// London's relief rate was printed wrong in the first row of two quarters. Without parts that
  /// tell, the first row's figure stays.
  private mutating func settle(
    _ row: Row, _ code: String, _ before: [Double?], _ numbers: [Double?]
  ) {
    guard let start = firstFigure[code] else { return }
    for (index, column) in columns.all.enumerated() where before[index] != numbers[index] {
      let figures = reading.rows.extract.observations[start...].prefix(columns.all.count)
      guard let first = figures.firstIndex(where: { $0.measure == ids[index] }) else { continue }
      let line = figures[first].line
      let isSecondRight = follows(numbers, index) && !follows(before, index)
      if isSecondRight {
        reading.rows.extract.observations[first].value = numbers[index]
        reading.rows.extract.observations[first].line = row.line
      }
      reading.note(
        "\(code) stands on line \(line) and again here with another figure of \(column.title): "
          + (isSecondRight
            ? "this one follows from its count and households and is kept" : "the first is kept"),
        line: row.line)
    }
  }

  /// True where a rate is its count for every 1,000 households.
  private func follows(_ numbers: [Double?], _ index: Int) -> Bool {
    guard let part = parts[index], let rate = numbers[index], let count = numbers[part.count],
      let households = numbers[part.denominator], households > 0
    else { return false }
    // Counts are rounded to 10.
    return abs(rate - count * 1000 / households) <= 5000 / households + abs(rate) * 1e-3
  }

  private static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 9 && (0x41...0x5A).contains(bytes[0])
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Footnotes are kept; the last rows say who published the sheet and when.
  private mutating func readNote(_ code: String, _ name: String, _ row: Row) {
    if Int(code) != nil, !name.isEmpty {
      reading.note("\(code): \(name)", line: row.line)
    } else if code.hasPrefix("Source"), !name.isEmpty, let word = name.split(separator: " ").first {
      reading.rows.extract.publisher = String(word)
    }
    let text = name.isEmpty ? code : name
    if reading.rows.extract.published.isEmpty, text.hasPrefix("Latest update"),
      let day = Day(words: text)
    {
      reading.rows.extract.published = day.iso
    }
  }

  private mutating func readCells(_ row: Row, _ place: String, _ numbers: [Double?]) {
    var isLoaded = false
    for (index, column) in columns.all.enumerated() {
      var figure = Observation(
        place: place, period: period, measure: ids[index], value: numbers[index], line: row.line,
        field: column.index + 1)
      if numbers[index] == nil {
        let text = CellText.trimmed(row[column.index])
        guard let status = status(text, row, column) else {
          reading.rows.extract.rejects.append(
            Reject(
              line: row.line, field: column.index + 1,
              reason: "found '\(text)', expected a number or a marker such as ..", raw: text))
          continue
        }
        figure.status = status
      } else if let part = parts[index] {
        figure.count = numbers[part.count]
        figure.denominator = numbers[part.denominator]
      }
      isLoaded = true
      reading.rows.extract.observations.append(figure)
    }
    if isLoaded { reading.rows.extract.ledger.load() } else { reading.rows.extract.ledger.reject() }
  }

  /// Households in an area are printed in thousands; they are kept one by one.
  private static func number(_ text: String, _ name: String) -> Double? {
    guard let value = CellText.groupedNumber(CellText.trimmed(text)) else { return nil }
    return name.hasSuffix("households_in_area") ? (value * 1000).rounded() : value
  }

  /// What stands in place of a figure: `..` no usable return, `-` nothing or too few to say.
  ///
  /// Of households in bed and breakfast hotels the parts are hidden where fewer than five are
  /// there; where nobody is, there are no parts.
  private func status(
    _ text: String, _ row: Row, _ column: HomelessnessColumns.Column
  ) -> Status? {
    switch text {
    case "", "..", "x", "[x]": return .notAvailable
    case "-":
      guard column.name.hasPrefix("ta1.bed_and_breakfast."), let hotels,
        let total = CellText.number(CellText.trimmed(row[hotels])), total > 0
      else { return .notApplicable }
      return .confidential
    default: return Marker.status(text)
    }
  }

  /// Ends the reading with the checks.
  mutating func finish() -> Extract {
    for heading in columns.byHeading { reading.note("column read by its heading: \(heading)") }
    return reading.finish(
      Plausibility(
        units: units, countRounding: 5, valueRounding: 0.001, nationalRounding: rounding))
  }
}
