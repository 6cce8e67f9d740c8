import Evidence
import Places

@testable import Importers

/// Places that do not exist, with the codes that outturn sheets would give them.
enum Invented {
  /// The register of them.
  static let register = Register(rows)

  private static let england = "E92000001"

  private static func place(
    _ code: String, _ name: String, _ kind: PlaceKind, _ tier: PlaceTier, ecode: String? = nil,
    county: String? = nil, from: Int? = nil, to: Int? = nil
  ) -> Place {
    Place(
      code: code, name: name, kind: kind, tier: tier, country: england, county: county,
      ecode: ecode,
      validity: Validity(
        from: from.map { Day(year: $0, firstOfMonth: 4) },
        to: to.flatMap { Day(year: $0, month: 3, day: 31) }))
  }

  static let rows: RegisterRows = {
    var rows = RegisterRows()
    rows.places = [
      Place(code: "K02000001", name: "United Kingdom", kind: .country, tier: .country),
      Place(code: england, name: "England", kind: .country, tier: .country),
      place("E06000901", "Northam", .unitary, .single, ecode: "E9001"),
      place("E08000901", "Millbridge", .metropolitanDistrict, .single, ecode: "E9201"),
      place("E09000901", "Thornwick", .londonBorough, .single, ecode: "E9301"),
      place("E10000901", "Mereshire", .county, .upper, ecode: "E9021"),
      place("E07000901", "Westmere", .district, .lower, ecode: "E9031", county: "E10000901"),
      place("E07000902", "Eastmere", .district, .lower, ecode: "E9032", county: "E10000901"),
      place(
        "E61000901", "Greater Thornwick Authority", .greaterLondonAuthority, .body, ecode: "E5100"),
      place("E31000901", "Mereshire Fire", .fire, .body, ecode: "E6901"),
    ]
    rows.codes = rows.places.compactMap { place in
      place.ecode.map { OtherCode(place: place.code, scheme: .ecode, value: $0) }
    }
    // As North Yorkshire stands in two of the sheets: under a code of no council.
    rows.codes.append(OtherCode(place: "E10000901", scheme: .publishedInError, value: "E10000922"))
    rows.codes.append(OtherCode(place: "E06000901", scheme: .mySociety, value: "NTH"))
    rows.codes.append(OtherCode(place: "E06000901", scheme: .formerONS, value: "E06000899"))
    return rows
  }()
}

/// Sheets written in tests.
enum Sheet {
  /// The text of rows, each field quoted where it must be.
  static func text(_ rows: [[String]], delimiter: String = ",") -> String {
    rows.map { row in
      row.map { field in
        field.contains { $0 == "\"" || $0.isNewline || String($0) == delimiter }
          ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }.joined(separator: delimiter)
    }.joined(separator: "\n") + "\n"
  }

  /// The line on which a row begins, from 1, where fields hold line ends.
  static func line(of row: Int, in rows: [[String]]) -> Int {
    1
      + rows[..<row].reduce(0) { lines, row in
        lines + 1 + row.reduce(0) { $0 + $1.utf8.filter { $0 == 0x0A }.count }
      }
  }

  /// Rows of a width, the missing fields empty: how a spreadsheet saves a sheet.
  static func rectangle(_ rows: [[String]]) -> [[String]] {
    let width = rows.map(\.count).max() ?? 0
    return rows.map { $0 + [String](repeating: "", count: width - $0.count) }
  }
}

extension FileReading {
  /// Reads text as a file is read.
  static func of(
    _ text: String, _ options: ImportOptions = ImportOptions(), breaks: [SeriesBreaks.Row] = [],
    register: Register = Invented.register
  ) throws(ImportError) -> FileReading {
    try FileReading(
      try OpenedFile(path: "invented.csv", bytes: Array(text.utf8)), register: register,
      breaks: SeriesBreaks(breaks), options: options)
  }

  /// Reads rows as a file is read.
  static func of(
    _ rows: [[String]], _ options: ImportOptions = ImportOptions(), breaks: [SeriesBreaks.Row] = []
  ) throws(ImportError) -> FileReading {
    try of(Sheet.text(rows), options, breaks: breaks)
  }

  /// The one figure of a place and measure, or nil.
  func figure(_ place: String, _ measure: String, _ period: Period? = nil) -> Observation? {
    let found = extract.observations.filter {
      $0.place == place && $0.measure == measure && (period == nil || $0.period == period)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The value of a place and measure followed by its letters: `12.5 p`, `[x]`, `none`.
  func said(_ place: String, _ measure: String, _ period: Period? = nil) -> String {
    guard let figure = figure(place, measure, period) else { return "none" }
    guard let value = figure.value else { return "[\(figure.status.text)]" }
    let text = DecimalText.number(value)
    return figure.status.isEmpty ? text : "\(text) \(figure.status.text)"
  }
}

/// Options with some of them set.
func options(_ change: (inout ImportOptions) -> Void) -> ImportOptions {
  var options = ImportOptions()
  change(&options)
  return options
}

/// What reading threw, or nil where it did not.
func refusal(_ reading: () throws(ImportError) -> FileReading) -> ImportError? {
  do {
    _ = try reading()
    return nil
  } catch { return error }
}
