import Evidence
import Indicators

/// `placewise indicators`: the catalogue, or all about one indicator.
enum IndicatorsCommand: Command {
  static let spec = CommandSpec(
    "indicators", "list the indicators, or say all about one", arguments: "[ID]", count: 0...1,
    options: [.init("--theme", value: "WORD", "only those of a theme")],
    examples: ["placewise indicators", "placewise indicators asc_net_head_real"])

  static func run(_ arguments: Arguments, _ session: Session) throws -> ExitCode {
    let catalogue = try session.catalogue()
    if let id = arguments.positional.first {
      try session.write(facts(try IndicatorArgument.resolve(id, in: catalogue), catalogue))
      return .done
    }
    var themes: [String] = []
    for indicator in catalogue.indicators where !themes.contains(indicator.theme) {
      themes.append(indicator.theme)
    }
    if let wanted = arguments.value("--theme") {
      guard let theme = themes.first(where: { $0.lowercased() == wanted.lowercased() }) else {
        throw CommandFailure(
          .usage, "there is no theme '\(wanted)'; known are \(themes.joined(separator: ", "))")
      }
      themes = [theme]
    }
    var grid = Grid(["theme", "id", "title", "unit", "tier"])
    for theme in themes {
      for indicator in catalogue.indicators where indicator.theme == theme {
        grid.append(theme, indicator.id, indicator.title, indicator.unit, indicator.tier)
      }
    }
    try session.write(grid)
    return .done
  }

  private static func facts(_ indicator: Indicator, _ catalogue: Catalogue) -> Facts {
    var facts = Facts()
    facts.add("id", indicator.id)
    facts.add("title", indicator.title)
    facts.add("theme", indicator.theme)
    facts.add("outcome", indicator.outcome)
    facts.add("definition", indicator.definition)
    if !indicator.numerator.isEmpty { facts.add("numerator", indicator.numerator) }
    if !indicator.denominator.isEmpty { facts.add("denominator", indicator.denominator) }
    facts.add("formula", indicator.formula)
    facts.add("unit", indicator.unit)
    facts.add("decimals", indicator.decimals)
    facts.add("better when", better(indicator))
    facts.add("interval", indicator.method.words)
    if !indicator.frameworkArea.isEmpty {
      facts.add("Local Outcomes Framework", indicator.frameworkArea)
    }
    facts.add("tier", indicator.tier)
    facts.add("service", indicator.service)
    facts.add("compared among", indicator.comparability)
    facts.add("caveats", indicator.caveats)
    facts.add("source", indicator.source)
    let measures = indicator.expression.measures
    facts.add("measures", each: measures)
    facts.add(
      "breaks",
      each: catalogue.breaks.rows.filter { row in
        measures.contains { IndicatorArgument.isSame($0, row.measure) }
      }.map { "\($0.period.label): \($0.measure): \($0.reason)" })
    return facts
  }

  private static func better(_ indicator: Indicator) -> String {
    switch indicator.polarity {
    case .high: "higher"
    case .low: "lower"
    case .neutral: "neither: context"
    }
  }
}

/// What the word INDICATOR means on a command line.
enum IndicatorArgument {
  /// The indicator of an id.
  ///
  /// - Throws: `CommandFailure` with code 2 and the nearest.
  static func resolve(_ id: String, in catalogue: Catalogue) throws -> Indicator {
    if let found = catalogue.indicator(id) { return found }
    let nearest = Nearest.of(id, among: catalogue.indicators.map(\.id))
    throw CommandFailure(
      .usage,
      "there is no indicator '\(id)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'placewise indicators' lists all"))
  }

  /// True where two measures, either with `*` for a family, have one in common.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (one, other) = (stem(left), stem(right))
    let (isFamily, isOtherFamily) = (one != left, other != right)
    if isFamily, isOtherFamily { return one.hasPrefix(other) || other.hasPrefix(one) }
    if isFamily { return right.hasPrefix(one) }
    return isOtherFamily ? left.hasPrefix(other) : left == right
  }

  private static func stem(_ measure: String) -> String { String(measure.prefix { $0 != "*" }) }
}

extension Expression {
  /// The measures that a formula names, each once, in the order in which they stand.
  var measures: [String] {
    var found: [String] = []
    collect(&found)
    return found
  }

  private func collect(_ found: inout [String]) {
    switch self {
    case .number, .share: break
    case .measure(let id): if !found.contains(id) { found.append(id) }
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .rate(let left, _, let right):
      left.collect(&found)
      right.collect(&found)
    case .real(let inner), .change(let inner, _), .bodies(_, let inner), .members(let inner):
      inner.collect(&found)
    }
  }
}

extension Session {
  /// The catalogue of the workspace.
  ///
  /// - Throws: `CommandFailure` with code 4 where there is none.
  func catalogue() throws -> Catalogue {
    let catalogue = try CatalogueFiles(workspace: workspace).catalogue()
    guard !catalogue.indicators.isEmpty else {
      throw CommandFailure(
        .inputRefused,
        "\(workspace.catalogue): there is no catalogue here; run in a workspace or name one with "
          + "--workspace DIR")
    }
    return catalogue
  }
}
