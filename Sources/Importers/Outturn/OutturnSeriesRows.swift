import Evidence
import Places
import Tabular

/// Reads the rows of the multi-year outturn file.
struct OutturnSeriesRows {
  private let columns: OutturnSeriesColumns
  private let register: Register
  private let scale: Money.Scale
  private var seen: Set<String> = []
  private(set) var extract = Extract()

  init(_ columns: OutturnSeriesColumns, register: Register, scale: Money.Scale) {
    self.columns = columns
    self.register = register
    self.scale = scale
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    extract.ledger.skip(.header)
    for (form, count) in columns.unused {
      extract.notes.append(Note(line: 1, "\(count) columns of form \(form) are not used"))
    }
    extract.measures = measures()
    for row in sheet.rows.dropFirst() {
      if row.fields.allSatisfy({ CellText.trimmed($0).isEmpty }) {
        extract.ledger.skip(.blank)
      } else if row.count != columns.width {
        reject(
          row, field: min(row.count, columns.width) + 1,
          "found \(row.count) fields, expected \(columns.width) as in the header")
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let keys = columns.keys
    guard let period = Self.period(CellText.trimmed(row[keys.year])) else {
      reject(
        row, field: keys.year + 1,
        "found '\(row[keys.year])', expected the month in which a year ends such as 202503")
      return
    }
    let code = CellText.trimmed(row[keys.code])
    let ecode = CellText.trimmed(row[keys.ecode])
    let isTotal = CellText.trimmed(row[keys.status]).lowercased() == "total"
    if code.hasPrefix("E92") || ecode.hasPrefix("E92") || ecode == "Eng" {
      load(row, "E92000001", period, isReturned: true)
    } else if isTotal {
      extract.ledger.skip(.total)
    } else if let place = register.identify(
      ecode: ecode, code: code, name: CellText.trimmed(row[keys.name]), on: period.start)
    {
      let status = CellText.trimmed(row[keys.status]).lowercased()
      load(row, place.code, period, isReturned: !status.hasPrefix("not"))
    } else {
      reject(
        row, field: keys.ecode + 1,
        "found the authority '\(row[keys.name])' (\(ecode)), which the place register lacks")
    }
  }

  /// `202503` is the financial year 2024-25.
  private static func period(_ text: String) -> Period? {
    guard text.utf8.count == 6, let number = Int(text), number % 100 == 3,
      (1990...2100).contains(number / 100)
    else { return nil }
    return .financialYear(number / 100 - 1)
  }

  private mutating func reject(_ row: Row, field: Int, _ reason: String) {
    extract.ledger.reject()
    extract.rejects.append(
      Reject(
        line: row.line, field: field, reason: reason, raw: row.fields.joined(separator: ",")))
  }

  /// Loads the figures of a row.
  ///
  /// A blank cell says nothing where the authority made a return: the forms of other years have
  /// other columns. Where it made none, all that its class reports is not available.
  private mutating func load(
    _ row: Row, _ place: String, _ period: Period, isReturned: Bool
  ) {
    guard seen.insert("\(place) \(period.year)").inserted else {
      extract.ledger.skip(.repeated)
      return
    }
    var held: Set<String> = []
    var isRefused = false
    for column in columns.columns {
      let text = CellText.trimmed(row[column.index])
      guard !text.isEmpty || !isReturned, !held.contains(column.measure) else { continue }
      var figure = Observation(
        place: place, period: period, measure: column.measure, value: nil, line: row.line,
        field: column.index + 1)
      if text.isEmpty {
        figure.status = .notAvailable
      } else if let reading = Money.read(text, in: scale) {
        figure.value = Double(reading.money.pence)
      } else if let marker = Marker.status(text) {
        figure.status = marker
      } else {
        isRefused = true
        extract.rejects.append(
          Reject(
            line: row.line, field: column.index + 1,
            reason: "found '\(text)', expected an amount or a marker such as [x]", raw: text))
        continue
      }
      held.insert(column.measure)
      extract.observations.append(figure)
    }
    if held.isEmpty, !isRefused {
      extract.ledger.skip(.blank)
    } else if held.isEmpty {
      extract.ledger.reject()
    } else {
      extract.ledger.load()
    }
  }

  /// Measures that no sheet has named yet get a plain title from their own codes.
  private func measures() -> [Measure] {
    var seen: Set<String> = []
    return columns.columns.compactMap { column in
      guard seen.insert(column.measure).inserted else { return nil }
      let parts = column.measure.split(separator: ".")
      let line = parts.count == 3 ? "\(parts[0]) \(parts[1])" : column.measure
      return Measure(
        id: column.measure,
        title: "\(line): \(OutturnColumns.words(parts.last ?? ""))", unit: .pence, kind: .flow,
        service: OutturnColumns.service(of: column.measure))
    }
  }
}
