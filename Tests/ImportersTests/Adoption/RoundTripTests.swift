import Evidence
import Testing

@testable import Importers

/// What is written and read again.
enum RoundTripCases {
  /// Sheets of three shapes.
  static let sheets = [
    OutturnFixture.codesAbove(), OutturnFixture.codesLast(), SummaryFixture.sheet(),
  ]

  /// Rows of marks that are easily mistaken for each other.
  static let marked: [[(measure: String, value: Double?, status: Status)]] = [
    [("a", nil, .notAvailable), ("b", nil, .notAvailable)],
    [("a", nil, .notAvailable)], [("b", nil, .confidential)],
    [("a", nil, .notAvailable), ("b", nil, .notApplicable)],
    [("a", 5, .provisional), ("b", nil, .notAvailable)],
    [("a", 5, .provisional), ("b", nil, [.notAvailable, .provisional])],
    [("a", nil, .roundsToZero), ("b", nil, .roundsToZero)],
    [("a", nil, .roundsToZero), ("b", 0, [])], [("a", nil, .unreliable), ("b", 7, [])],
    [("a", 3, .confidential), ("b", nil, .notAvailable)], [("a", 3, .notAvailable)],
    [("a", 3, []), ("b", 4, [])], [("b", 4, [.estimated, .forecast])],
  ]
}

/// Figures written in this product's own forms and read again.
@Suite("Adopted figures")
struct RoundTripTests {
  private static let money = Dictionary(
    ["outturn.asc.net", "outturn.edu.net", "outturn.oth.net"].map {
      ($0, Measure(id: $0, title: $0, unit: .pence, kind: .flow))
    }, uniquingKeysWith: { first, _ in first })

  /// What is known of a figure apart from where it stood.
  private static func essence(_ figures: [Observation]) -> [Observation] {
    figures.map { figure in
      var figure = figure
      figure.line = 0
      figure.field = 0
      return figure
    }
  }

  private static func figure(
    _ place: String, _ measure: String, _ value: Double?, _ status: Status = [], line: Int,
    field: Int, _ period: Period = .financialYear(2024)
  ) -> Observation {
    Observation(
      place: place, period: period, measure: measure, value: value, status: status, line: line,
      field: field)
  }

  /// Figures through the wide form, or nil where they do not fit it.
  private static func wide(
    _ figures: [Observation], _ scale: Money.Scale?
  ) throws -> (read: [Observation], form: WideForm)? {
    guard let form = WideForm(figures, register: Invented.register, scale: scale) else {
      return nil
    }
    let text = String(decoding: form.text, as: UTF8.self)
    let reading = try FileReading.of(text, options { $0.scale = scale })
    #expect(reading.source.layout == "wide" && reading.extract.rejects.isEmpty)
    return (reading.extract.observations, form)
  }

  private static func long(_ figures: [Observation]) throws -> [Observation] {
    let form = LongForm(figures, measures: money, register: Invented.register)
    let reading = try FileReading.of(String(decoding: form.text, as: UTF8.self))
    #expect(reading.source.layout == "tidy" && reading.extract.rejects.isEmpty)
    return reading.extract.observations
  }

  @Test("of a sheet are the same figures again, in both forms", arguments: RoundTripCases.sheets)
  func sheets(rows: [[String]]) throws {
    var rows = rows
    // Money with tails to the penny, markers and a refused cell.
    let first = try #require(rows.firstIndex { $0[0] == "E9001" })
    rows[first][8] = "8168.730153777793"
    rows[first][9] = "[note 4]"
    rows[first][10] = "-"
    rows[first][11] = "about 5"
    let figures = try FileReading.of(rows).extract.observations
    let wide = try #require(try Self.wide(figures, .thousands))
    #expect(Set(Self.essence(wide.read)) == Set(Self.essence(figures)))
    #expect(wide.read.count == figures.count)
    let measures = Dictionary(
      figures.map { ($0.measure, Measure(id: $0.measure, title: "", unit: .pence, kind: .flow)) },
      uniquingKeysWith: { first, _ in first })
    let long = LongForm(figures, measures: measures, register: Invented.register)
    let read = try FileReading.of(String(decoding: long.text, as: UTF8.self))
    #expect(Self.essence(read.extract.observations) == Self.essence(figures))
    #expect(read.extract.rejects.isEmpty)
  }

  @Test("keep the publisher's line and column of every figure")
  func origins() throws {
    let figures = try FileReading.of(OutturnFixture.codesAbove()).extract.observations
    let (read, form) = try #require(try Self.wide(figures, .thousands))
    let columns = Dictionary(form.columns, uniquingKeysWith: { first, _ in first })
    let lines = String(decoding: form.text, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for (figure, original) in zip(read, figures) {
      #expect(Int(lines[figure.line - 1][4]) == original.line)
      #expect(columns[figure.measure] == original.field)
    }
    #expect(form.header.count == 5 + 28)
  }

  @Test("with limits and counts are the same again in the wide form, where some lack them")
  func parts() throws {
    var first = Self.figure("E06000901", "a", 12.25, line: 8, field: 5)
    (first.lower, first.upper, first.count, first.denominator) = (1e-7, 14.500000001, 0, 1e9)
    var second = Self.figure("E08000901", "a", 3, .unreliable, line: 9, field: 5)
    second.upper = 4
    let third = Self.figure("E09000901", "a", nil, .confidential, line: 10, field: 5)
    var other = Self.figure("E06000901", "b", 7, line: 8, field: 9)
    other.denominator = 350
    let figures = [first, other, second, third]
    let (read, form) = try #require(try Self.wide(figures, nil))
    #expect(Self.essence(read) == Self.essence(figures))
    #expect(
      form.header.dropFirst(5)
        == ["a", "a:lower", "a:upper", "a:count", "a:denominator", "b", "b:denominator"])
    #expect(form.columns.map(\.measure) == ["a", "b"] && form.columns.map(\.column) == [5, 9])
    // Money never has limits: it takes the long form.
    #expect(try Self.wide(figures, .thousands) == nil)
  }

  @Test("with pence beyond the thousand are exact")
  func pence() throws {
    let amounts: [Double] = [1, -1, 99, 816_873_015, -816_873_015, 0, 333_151_300_000, 7e15]
    let figures = amounts.enumerated().map { index, pence in
      Self.figure(
        "E06000901", "outturn.asc.net", pence, line: 8 + index, field: 6,
        .financialYear(2010 + index))
    }
    for scale in [Money.Scale.pounds, .thousands, .millions] {
      let wide = try #require(try Self.wide(figures, scale))
      #expect(Self.essence(wide.read) == Self.essence(figures))
    }
    #expect(Self.essence(try Self.long(figures)) == Self.essence(figures))
  }

  @Test("that are no money keep every digit")
  func numbers() throws {
    let values = [0.1, 1.0 / 3, 96.1117, 1e-12, -2.5e20, 35.036692631192, 0.30000000000000004]
    let figures = values.enumerated().map { index, value in
      Self.figure(
        "E06000901", "deprivation.score", value, .estimated, line: 2 + index, field: 3,
        .midYear(2000 + index))
    }
    let wide = try #require(try Self.wide(figures, nil))
    #expect(Self.essence(wide.read) == Self.essence(figures))
    #expect(Self.essence(try Self.long(figures)) == Self.essence(figures))
  }

  @Test("keep their marks whatever stands beside them", arguments: RoundTripCases.marked.indices)
  func marks(index: Int) throws {
    // A first row that has both measures, so that a gap is a gap.
    var figures = [
      Self.figure("E08000901", "a", 1, line: 7, field: 6),
      Self.figure("E08000901", "b", 2, line: 7, field: 7),
    ]
    for entry in RoundTripCases.marked[index] {
      figures.append(
        Self.figure(
          "E06000901", entry.measure, entry.value, entry.status, line: 8,
          field: entry.measure == "a" ? 6 : 7))
    }
    if let wide = try Self.wide(figures, nil) {
      #expect(Self.essence(wide.read) == Self.essence(figures))
    }
    #expect(Self.essence(try Self.long(figures)) == Self.essence(figures))
  }

  @Test("with limits, counts or denominators are the same again in the long form")
  func limits() throws {
    let figures = [
      Observation(
        place: "E06000901", period: .calendarYear(2024), measure: "health", value: 12.5,
        status: .provisional, line: 2, field: 6, lower: 11.125, upper: 14, count: 17,
        denominator: 136)
    ]
    #expect(Self.essence(try Self.long(figures)) == figures.map { Self.essence([$0])[0] })
  }

  @Test("that do not fit a row each are not written wide")
  func unfit() {
    let place = "E06000901"
    let cases = [
      // Two places on one line; one place and period on two; a measure in two columns; two marks.
      [
        Self.figure(place, "a", 1, line: 2, field: 6),
        Self.figure("E08000901", "a", 1, line: 2, field: 6),
      ],
      [
        Self.figure(place, "a", 1, line: 2, field: 6),
        Self.figure(place, "b", 1, line: 3, field: 7),
      ],
      [
        Self.figure(place, "a", 1, line: 2, field: 6),
        Self.figure("E08000901", "a", 1, line: 3, field: 7),
      ],
      [
        Self.figure(place, "a", 1, .provisional, line: 2, field: 6),
        Self.figure(place, "b", 1, .revised, line: 2, field: 7),
      ],
    ]
    for figures in cases {
      #expect(WideForm(figures, register: Invented.register, scale: nil) == nil)
    }
  }

  @Test("leave breaks to the catalogue")
  func breaks() throws {
    let rows = [
      SeriesBreaks.Row(
        measure: "outturn.asc.*", period: .financialYear(2022), reason: "defined anew")
    ]
    let figures = try FileReading.of(OutturnFixture.codesAbove(), breaks: rows).extract
      .observations
    let form = try #require(WideForm(figures, register: Invented.register, scale: .thousands))
    let text = String(decoding: form.text, as: UTF8.self)
    let read = try FileReading.of(text, options { $0.scale = .thousands }, breaks: rows)
    #expect(Self.essence(read.extract.observations) == Self.essence(figures))
    let without = try FileReading.of(text, options { $0.scale = .thousands })
    #expect(!without.extract.observations.contains { $0.status.contains(.seriesBreak) })
  }
}
