import Evidence
import Places
import Tabular

/// A published list of areas: which column holds codes and which names.
struct PublishedPlaces {
  private let code: Int
  private let name: Int?
  private let scheme: CodeScheme?
  private let neighbours: [Int]

  /// Finds the columns, or nil where the sheet is no such list.
  ///
  /// Year stamps in headings (`LAD25CD`, `ltla23_code`) are passed over.
  init?(_ sheet: Table) {
    guard let header = sheet.rows.first?.fields else { return nil }
    let keys = header.map { field in
      String(Columns.key(field).filter { $0.isLetter || $0 == "_" || $0 == "-" })
    }
    func at(_ names: [String]) -> Int? { keys.firstIndex { names.contains($0) } }
    if let list = at(["local-authority-code"]) {
      guard let other = at(["la-name", "official-name"]) ?? at(["gss-code"]) else { return nil }
      code = list
      name = keys[other] == "gss-code" ? nil : other
      scheme = .mySociety
      neighbours = []
      return
    }
    guard let area = at(["ladcd", "areacd", "areacode", "ltla_code", "utlacd", "rgncd", "cauthcd"])
    else { return nil }
    let ranked = header.indices.filter { Int(header[$0]) != nil }
    name = at(["ladnm", "areanm", "areaname", "ltla_name", "utlanm", "rgnnm", "cauthnm"])
    guard name != nil || ranked.count >= 10 else { return nil }
    code = area
    scheme = nil
    neighbours = name == nil ? ranked : []
    // A list of areas has no figures: columns of numbers belong to another layout.
    guard name == nil || !Self.hasFigures(sheet, keys) else { return nil }
  }

  /// True where one of the first rows holds a number other than a row number.
  private static func hasFigures(_ sheet: Table, _ keys: [String]) -> Bool {
    let other = ["year", "value", "population", "period", "observation", "indicator", "measure"]
    if keys.contains(where: { other.contains($0) }) { return true }
    return sheet.rows.dropFirst().prefix(50).contains { row in
      row.fields.indices.contains { index in
        let key = keys.indices.contains(index) ? keys[index] : ""
        return key != "objectid" && key != "fid" && Money.read(row[index]) != nil
      }
    }
  }

  /// Checks every row against the register.
  func extract(_ sheet: Table, _ register: Register) -> Extract {
    var reading = RowReading(register)
    var rows = RegisterRows()
    reading.skipHeader(sheet, headerRow: 0)
    for row in sheet.rows.dropFirst() {
      if reading.skipIfBlank(row) { continue }
      let text = CellText.trimmed(row[code])
      let place = scheme.map { register.place($0, text) } ?? register.place(code: text)
      guard let place else {
        // Lists of today hold areas that this product does not need: parishes, wards, nations.
        reading.extract.ledger.skip(.unused)
        reading.extract.notes.append(
          Note(line: row.line, "the code '\(text)' is not in the place register"))
        continue
      }
      for (rank, column) in neighbours.enumerated() {
        guard let other = register.place(code: CellText.trimmed(row[column])) else { continue }
        rows.neighbours.append(
          Neighbour(place: place.code, rank: rank + 1, neighbour: other.code))
      }
      if let name, !row[name].isEmpty {
        rows.spellings.append(Spelling(name: row[name], place: place.code, source: "imported"))
      }
      reading.extract.ledger.load()
    }
    reading.extract.places = rows
    return reading.extract
  }
}
