import Evidence
import FoundationEssentials
import Importers
import Indicators
import Places
import Reporter
import Store

/// `placewise compare`: places side by side, without ranks.
enum CompareCommand: Command {
  static let spec = CommandSpec(
    "compare", "how places stand: intervals, benchmarks, fifths and trends, no ranks",
    arguments: "INDICATOR…", count: 1...200,
    options: [
      DayArgument.option,
      .init("--among", value: "GROUP", "the councils of a region, combined authority or group"),
      WithArgument.option,
      .init("--neighbours", value: "PLACE", "a council and its similar councils of the same tier"),
      .init("--beside", value: "OUTCOME", "set spending beside this outcome, in four fields"),
      .init("--period", value: "PERIOD", "2024-25 or 2024 (default: the latest that most have)"),
      BoundariesArgument.option,
    ],
    examples: [
      "placewise compare early_help_share_long --among core-cities",
      "placewise compare asc_net_adult_real csc_net_child_real --neighbours Leeds -o comparison",
      "placewise compare csc_share --with Leeds --with Bradford --format csv",
    ])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let boundaries = try BoundariesArgument.resolve(arguments)
    let context = try ReportSource.context(session, on: boundaries)
    let (report, choice) = try report(arguments, context)
    for refusal in report.refusals { session.console.warn(refusal) }
    if !choice.remark.isEmpty { session.console.say(choice.remark) }
    if arguments.value("--format") == "html" {
      try session.output.write(Array(report.page().utf8))
      return .done
    }
    let style = try OutputStyle(arguments)
    if let folder = arguments.value("--output"), arguments.value("--format") == nil {
      let files = report.files()
      try FolderOutput.write(files, to: folder)
      session.console.say("\(choice.title): \(files.count) files in \(folder)/")
    } else if style.format == .markdown {
      try session.output.write(report.files().first?.bytes ?? [])
    } else {
      try session.write(
        style.format == .table ? short(report, context) : tidy(report, context))
    }
    return .done
  }

  /// The comparison that a command line asks for.
  ///
  /// - Throws: `CommandFailure` with code 2 where nothing can be compared.
  static func report(
    _ arguments: Arguments, _ context: ReportContext, name: String = "comparison"
  ) throws -> (report: ComparisonReport, choice: ComparisonChoice) {
    let indicators = try arguments.positional.map {
      try IndicatorArgument.resolve($0, in: context.catalogue)
    }
    let period = try period(arguments)
    var choice = try choice(arguments, context.register)
    if try BoundariesArgument.resolve(arguments) == .published, let period {
      choice = choice.standing(on: period.start, in: context.register)
    }
    try refuseMixture(choice, indicators, arguments)
    let report = ComparisonReport(
      context, choice, indicators: indicators, period: period, name: name,
      pairs: try pairs(indicators, choice, context, arguments))
    guard !report.isEmpty else {
      throw CommandFailure(.usage, report.refusals.joined(separator: "; "))
    }
    return (report, choice)
  }

  /// The spending asked for beside the outcome asked for, over all councils that run the same
  /// services as the places chosen.
  private static func pairs(
    _ indicators: [Indicator], _ choice: ComparisonChoice, _ context: ReportContext,
    _ arguments: Arguments
  ) throws -> [SpendBesideOutcome] {
    guard let id = arguments.value("--beside") else { return [] }
    let outcome = try IndicatorArgument.resolve(id, in: context.catalogue)
    return try indicators.map { spend in
      do {
        return try SpendBesideOutcome(
          spend: spend, outcome: outcome,
          places: choice.comparable(spend, outcome, in: context.register), context.table)
      } catch {
        throw CommandFailure(.usage, "\(spend.id) beside \(outcome.id): \(error)")
      }
    }
  }

  private static func period(_ arguments: Arguments) throws -> Period? {
    guard let text = arguments.value("--period"), text != "latest" else { return nil }
    return try PeriodArgument.resolve(text)
  }

  /// The places asked for, in exactly one way.
  private static func choice(
    _ arguments: Arguments, _ register: Register
  ) throws -> ComparisonChoice {
    let ways = ["--among", "--with", "--neighbours"].filter(arguments.isSet)
    guard ways.count == 1 else {
      throw CommandFailure(
        .usage, "'compare' needs one of --among GROUP, --with PLACE… or --neighbours PLACE")
    }
    if let text = arguments.value("--among") {
      return ComparisonChoice(
        among: try GroupArgument.resolve(text, in: register), in: register)
    }
    if let text = arguments.value("--neighbours") {
      let place = try PlaceArgument.resolve(text, in: register)
      guard !register.neighbours(of: place.code).isEmpty else {
        throw CommandFailure(
          .usage, "\(place): no similar places of the same tier are known; try --among or --with")
      }
      return ComparisonChoice(neighboursOf: place, in: register)
    }
    let (places, groups) = try WithArgument.resolve(arguments, in: register)
    guard places.count > 1 else {
      throw CommandFailure(.usage, "--with needs at least two different places")
    }
    return ComparisonChoice(with: places, groups: groups)
  }

  /// Named places of different tiers are refused: a county's services beside a unitary's totals
  /// would mislead.
  private static func refuseMixture(
    _ choice: ComparisonChoice, _ indicators: [Indicator], _ arguments: Arguments
  ) throws {
    guard arguments.isSet("--with") else { return }
    for indicator in indicators {
      let parts = choice.parts(indicator)
      guard parts.count > 1, let one = parts[0].places.first, let other = parts[1].places.first
      else { continue }
      throw CommandFailure(
        .usage,
        "\(indicator.id) is not compared between \(one) and \(other): they do not run the same "
          + "services")
    }
  }

  private static func tidy(_ report: ComparisonReport, _ context: ReportContext) -> Grid {
    var grid = Grid(ComparisonRows.header)
    for record in ComparisonRows(context, report.made).records() {
      grid.append(
        record.enumerated().map { column, text in
          guard ComparisonRows.numbers.contains(column) else { return .words(text) }
          return .number(Double(text))
        })
    }
    return grid
  }

  /// The columns that people read.
  private static func short(_ report: ComparisonReport, _ context: ReportContext) -> Grid {
    var grid = Grid([
      "indicator", "period", "place", "value", "lower", "upper", "status", "against England",
      "against group", "fifth", "trend", "to know",
    ])
    for comparison in report.made {
      func number(_ number: Double?) -> Cell {
        number.map { .number($0, decimals: comparison.indicator.decimals) } ?? .empty
      }
      for benchmark in comparison.benchmarks where benchmark.value != nil {
        grid.append([
          .text(comparison.indicator.id), .words(comparison.period?.label),
          .text(benchmark.name), number(benchmark.value), .empty, .empty, .empty, .empty, .empty,
          .empty, .empty, .empty,
        ])
      }
      for place in comparison.places {
        let value = place.value
        let note = value?.note ?? ""
        let reason = place.reason.isEmpty ? "" : "not compared: \(place.reason)"
        grid.append([
          .text(comparison.indicator.id), .words(comparison.period?.label),
          .text(place.place.name), number(value?.value), number(value?.lower),
          number(value?.upper), .words(value?.status.text),
          .words(place.standings.first?.rawValue),
          .words(place.standings.count > 1 ? place.standings[1].rawValue : ""),
          place.reason.isEmpty ? value?.quintile.map { .int($0) } ?? .empty : .empty,
          .words(value?.trend),
          .words([reason, note].filter { !$0.isEmpty }.joined(separator: "; ")),
        ])
      }
    }
    return grid
  }
}
