import Evidence
import Places
import Tabular

/// Reads the rows of an outturn sheet below its header.
struct OutturnRows {
  private let structure: OutturnStructure
  private let register: Register
  private let period: Period
  private let scale: Money.Scale
  private var seen: Set<String> = []
  private var hasSeenEngland = false
  private var hasData = false
  private(set) var extract = Extract()

  init(structure: OutturnStructure, register: Register, period: Period, scale: Money.Scale) {
    self.structure = structure
    self.register = register
    self.period = period
    self.scale = scale
  }

  /// Reads every row of the sheet, so that the ledger counts the whole file.
  mutating func read(_ sheet: Table) {
    extract.observations.reserveCapacity(sheet.rows.count * structure.columns.count)
    for (index, row) in sheet.rows.enumerated() {
      if row.fields.allSatisfy({ CellText.trimmed($0).isEmpty }) {
        extract.ledger.skip(.blank)
      } else if index == structure.headerRow || index == structure.codesRow {
        extract.ledger.skip(.header)
      } else if index < structure.headerRow {
        extract.ledger.skip(.preamble)
      } else {
        read(row)
      }
    }
  }

  private mutating func read(_ row: Row) {
    let ecode = CellText.trimmed(row[structure.keys.ecode])
    let name = CellText.trimmed(row[structure.keys.name])
    if CellText.key(ecode) == "e code" {
      extract.ledger.skip(.header)
    } else if ecode == "Eng" || name == "ENGLAND" {
      readEngland(row)
    } else if Self.isAuthority(ecode) {
      readAuthority(row, ecode: ecode, name: name)
    } else if hasSeenEngland, ecode.isEmpty || ecode == "[Y]", !name.isEmpty, hasFigures(row) {
      extract.ledger.skip(.total)
    } else if hasFigures(row), !hasSeenEngland {
      reject(row, "found the code '\(ecode)', expected an authority's code such as E4203")
    } else {
      extract.ledger.skip(hasData ? .note : .preamble)
    }
  }

  private static func isAuthority(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 5 && bytes[0] == 0x45 && bytes[1...].allSatisfy { (0x30...0x39) ~= $0 }
  }

  private func hasFigures(_ row: Row) -> Bool {
    structure.columns.prefix(40).contains { !CellText.trimmed(row[$0.index]).isEmpty }
  }

  private mutating func readEngland(_ row: Row) {
    guard !hasSeenEngland else {
      extract.ledger.skip(.repeated)
      return
    }
    hasSeenEngland = true
    readCells(row, place: "E92000001", status: [])
  }

  private mutating func readAuthority(_ row: Row, ecode: String, name: String) {
    guard seen.insert(ecode).inserted else {
      // The Greater London Authority stands a second time among the class totals.
      extract.ledger.skip(.repeated)
      return
    }
    let code = structure.keys.code.map { CellText.trimmed(row[$0]) } ?? ""
    guard let place = place(ecode: ecode, code: code, name: name, line: row.line) else {
      reject(row, "found the authority '\(name)' (\(ecode)), which the place register lacks")
      return
    }
    let certified = structure.keys.certified.map { CellText.trimmed(row[$0]) } ?? "Y"
    readCells(row, place: place.code, status: certified == "N" ? .provisional : [])
  }

  /// The register knows the publisher's slips; where a code was one it is noted.
  private mutating func place(ecode: String, code: String, name: String, line: Int) -> Place? {
    guard
      let place = register.identify(ecode: ecode, code: code, name: name, on: period.start)
    else { return nil }
    if code.hasPrefix("E"), place.tier.isCouncil {
      let byCode = register.place(code: code, on: period.start)
      if byCode?.code != place.code {
        let owner = byCode.map { "belongs to \($0.name)" } ?? "is no council's"
        extract.notes.append(
          Note(line: line, "\(name): ONS code \(code) \(owner); read as \(place.code)"))
      }
    }
    return place
  }

  private mutating func reject(_ row: Row, _ reason: String) {
    extract.ledger.reject()
    extract.rejects.append(
      Reject(line: row.line, field: 0, reason: reason, raw: row.fields.joined(separator: ",")))
  }

  private mutating func readCells(_ row: Row, place: String, status: Status) {
    // A row that breaks off has lost figures: they are not "not available".
    let width = (structure.columns.map(\.index).max() ?? 0) + 1
    guard row.fields.count >= width else {
      reject(row, "found \(row.fields.count) fields, expected \(width) or more")
      return
    }
    var loaded = 0
    for column in structure.columns {
      let text = CellText.trimmed(row[column.index])
      var observation = Observation(
        place: place, period: period, measure: column.measure, value: nil, status: status,
        line: row.line, field: column.index + 1)
      if text.isEmpty {
        observation.status = .notAvailable
      } else if let reading = Money.read(text, in: scale) {
        observation.value = Double(reading.money.pence)
      } else if let marker = Marker.status(text) {
        observation.status = marker
        if text.hasPrefix("[note") {
          extract.notes.append(
            Note(line: row.line, "\(column.measure): \(text) in place of a figure"))
        }
      } else {
        extract.rejects.append(
          Reject(
            line: row.line, field: column.index + 1,
            reason: "found '\(text)', expected an amount or a marker such as [x]", raw: text))
        continue
      }
      loaded += 1
      extract.observations.append(observation)
    }
    hasData = true
    if loaded > 0 { extract.ledger.load() } else { extract.ledger.reject() }
  }
}
