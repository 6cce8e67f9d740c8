import Evidence
import Importers
import Indicators
import Places
import Reporter
import Store

/// `placewise values`: indicators' values as tidy rows.
enum ValuesCommand: Command {
  static let spec = CommandSpec(
    "values", "print values of indicators: tidy rows as CSV or JSON, fewer columns as a table",
    options: [
      DayArgument.option,
      .init("--indicator", value: "ID", repeats: true, "which indicator (default: all)"),
      .init("--place", value: "PLACE", repeats: true, "which place: \(PlaceArgument.help)"),
      .init("--among", value: "GROUP", "the places of a region, combined authority or group"),
      .init("--period", value: "PERIOD", repeats: true, "2024-25, 2024, or 'latest'"),
      BoundariesArgument.option,
    ],
    examples: [
      "placewise values --indicator asc_net_adult_real --place Leeds",
      "placewise values --indicator csc_share --among core-cities --period latest --format csv",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let style = try OutputStyle(arguments)
    let connection = try session.openDatabase()
    let register = try Register(reading: connection)
    let query = try ValueQuery(arguments, register, connection)
    let values = try query.values(connection)
    let isWide = style.format == .csv || style.format == .json
    try session.write(isWide ? tidy(values, query, register) : short(values, query, register))
    if values.isEmpty { session.console.say("no values fit") }
    for said in query.remarks { session.console.say(said) }
    if let missing = query.missing(values) { session.console.warn(missing) }
    for place in query.asked where !values.contains(where: { $0.place == place.code }) {
      session.console.warn(try absence(of: place, query, connection))
    }
    return .done
  }

  /// The columns of the tidy form.
  private static func tidy(
    _ values: [IndicatorValue], _ query: ValueQuery, _ register: Register
  ) -> Grid {
    var grid = Grid(TidyRows.header)
    let rows = TidyRows(
      ReportContext(
        catalogue: Catalogue(), register: register, table: IndicatorTable(), sources: [],
        version: Placewise.version))
    let constants = query.indicators.mapValues(TidyRows.Constants.init)
    for value in values {
      guard let same = constants[value.indicator] else { continue }
      let fields = rows.fields(value, same, register[value.place])
      grid.append(
        fields.enumerated().map { column, text in
          guard TidyRows.numbers.contains(column) else { return .words(text) }
          return .number(Double(text))
        })
    }
    return grid
  }

  /// The columns that people read.
  private static func short(
    _ values: [IndicatorValue], _ query: ValueQuery, _ register: Register
  ) -> Grid {
    var grid = Grid([
      "place", "indicator", "period", "value", "unit", "lower", "upper", "status", "compared",
      "trend", "note",
    ])
    for value in values {
      let indicator = query.indicators[value.indicator]
      func number(_ number: Double?) -> Cell {
        number.map { .number($0, decimals: indicator?.decimals ?? 2) } ?? .empty
      }
      grid.append([
        .text(register[value.place]?.name ?? value.place), .text(value.indicator),
        .text(value.period.label), number(value.value), .words(indicator?.unit),
        number(value.lower), number(value.upper), .words(value.status.text),
        .words(value.compared), .words(value.trend), .words(value.note),
      ])
    }
    return grid
  }

  /// What there is of a place for which nothing was found.
  private static func absence(
    of place: Place, _ query: ValueQuery, _ connection: borrowing Connection
  ) throws -> String {
    let others = try connection.prepare(
      "SELECT count(DISTINCT indicator) FROM indicator_value WHERE place = ? AND value IS NOT NULL")
    try others.bind(place.code, at: 1)
    if try others.step(), others.int(0) > 0 {
      return
        "\(place): no value of what was asked for; there are values of \(others.int(0)) indicators"
    }
    return try PlaceHoldingsMessage.text(place, connection)
  }
}
