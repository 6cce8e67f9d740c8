import Evidence
import Importers
import Indicators
import Places
import Reporter
import Store

/// `placewise explain`: where a figure comes from, down to the cell of a published file.
enum ExplainCommand: Command {
  static let spec = CommandSpec(
    "explain", "where a figure comes from, to the line of a published file; or why it is blank",
    arguments: "PLACE INDICATOR [PERIOD]", count: 0...3,
    options: [
      DayArgument.option,
      .init(
        "--cell", value: "FILE:LINE:COLUMN", repeats: true,
        "the other way: every figure that rests on a cell of a loaded file"),
      .init(
        "--figures", value: "FILE",
        "every figure of a CSV with the columns areacd, indicator and period, as JSON"),
    ],
    examples: [
      "placewise explain Manchester asc_net_adult_real 2024-25",
      "placewise explain Birmingham csc_share", "placewise explain Leeds neet --format json",
      "placewise explain --cell datasets/deflators/gdp-deflator.csv:2:6",
      "placewise explain --figures reports/places/leeds/indicators.csv -o lineage.json",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let style = try OutputStyle(arguments)
    let cells = arguments.all("--cell")
    if !cells.isEmpty {
      try session.write(try FigureUses(session, cells).grid())
      return .done
    }
    if let path = arguments.value("--figures") {
      try session.output.write(Array(try FigureList(path, session).json(style).utf8))
      return .done
    }
    guard arguments.positional.count > 1 else {
      throw CommandFailure(.usage, "'explain' needs PLACE INDICATOR [PERIOD]")
    }
    let connection = try session.openDatabase()
    let catalogue = try session.catalogue()
    let register = try Register(reading: connection)
    let place = try PlaceArgument.resolve(arguments.positional[0], in: register)
    let indicator = try IndicatorArgument.resolve(arguments.positional[1], in: catalogue)
    let table = try stored(indicator.id, place.code, connection)
    let period = try period(arguments, indicator, place, table)
    let cube = try cube(register, catalogue, connection)
    let explanation = Explanation(
      indicator, place, period, cube: cube,
      catalogue: catalogue, register: register)
    var found = try InputCells(session.workspace, connection)
    let lineage = Lineage(
      explanation: explanation, value: table.first { $0.period == period },
      cells: try found.find(explanation.inputs, connection), register: register)
    switch style.format {
    case .json: try session.output.write(Array(lineage.json.utf8))
    case .csv: try session.write(lineage.inputs)
    case .markdown: try session.output.write(Array(lineage.markdown.utf8))
    case .table: try session.output.write(lineage.text)
    }
    return .done
  }

  /// All figures that formulae may read, those computed from pay among them.
  static func cube(
    _ register: Register, _ catalogue: Catalogue, _ connection: borrowing Connection
  ) throws -> FigureCube {
    var cube = try FigureCube(register: register, reading: connection)
    PayFigures(
      PayEstimates(
        try PayEvidence(reading: connection), register: register, scenarios: catalogue.scenarios)
    ).keep(in: &cube)
    return cube
  }

  /// The values that the last build wrote for the place.
  private static func stored(
    _ indicator: String, _ place: String, _ connection: borrowing Connection
  ) throws -> [IndicatorValue] {
    let rows = try connection.prepare(
      """
      SELECT \(IndicatorReader.columns) FROM indicator_value WHERE indicator = ?1 AND place = ?2
      ORDER BY period_start, period_months
      """)
    try rows.bind(indicator, at: 1)
    try rows.bind(place, at: 2)
    var found: [IndicatorValue] = []
    while try rows.step() {
      if let value = IndicatorReader.value(rows) { found.append(value) }
    }
    return found
  }

  /// The period asked for, or the latest with a value, or the latest of all.
  private static func period(
    _ arguments: Arguments, _ indicator: Indicator, _ place: Place, _ table: [IndicatorValue]
  ) throws -> Period {
    if arguments.positional.count > 2, arguments.positional[2] != "latest" {
      let text = arguments.positional[2]
      if let period = table.first(where: { $0.period.iso == text })?.period { return period }
      let period = try PeriodArgument.resolve(text)
      // A year named plainly means whatever period of it the indicator has.
      return table.first { $0.period == period }?.period
        ?? table.last { $0.period.year == period.year && text.utf8.count == 4 }?.period ?? period
    }
    if let value = table.last(where: { $0.value != nil }) ?? table.last { return value.period }
    throw CommandFailure(
      .usage,
      "\(place) has no row of \(indicator.id) for any period: name one to see why, such as 2024-25")
  }
}
