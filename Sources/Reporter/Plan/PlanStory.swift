import Evidence
import Indicators
import Places
import Statistics

/// What the sections of a plan share: all results, worked out once and rounded once.
struct PlanStory {
  var story: PlaceStory
  let figures: PlanFigures
  let inputs: PlanInputs
  let local: LocalPlan
  let assumptions: PlanAssumptions
  /// The early-help share of children's services with its target and test.
  let headline: PlanOutcomeResult?
  /// The outcomes for which the place has figures.
  let outcomes: [PlanOutcomeResult]
  /// The crisis services for which the place has figures.
  let demands: [PlanDemandResult]
  /// Crisis services without any figure here.
  let unheld: [PlanDemand]
  /// The shift from care to early help.
  let shift: PlanShiftResult?
  /// The numbers of the plan, for its CSV.
  var rows = PlanRows()

  static let headlineID = "early_help_share_long"

  init(_ context: ReportContext, _ place: Place) {
    story = PlaceStory(context, place)
    let figures = PlanFigures(context: context)
    let inputs = context.plans
    self.figures = figures
    self.inputs = inputs
    local = inputs.local(place.code)
    let assumptions = inputs.assumptions(place.code)
    self.assumptions = assumptions
    headline = PlanOutcomeResult(
      PlanOutcome(
        indicator: Self.headlineID, isHigherBetter: true, isLead: true,
        reason: "The longest series on prevention that there is"), place, figures, inputs)
    outcomes = inputs.outcomes.compactMap { PlanOutcomeResult($0, place, figures, inputs) }
    let demands = inputs.demands.map { ($0, PlanDemandResult($0, place, figures, inputs)) }
    self.demands = demands.compactMap(\.1)
    unheld = demands.filter { $0.1 == nil }.map(\.0)
    shift = headline.flatMap { headline in
      PlanShiftResult(
        headline, care: demands.first { $0.0.id == "looked_after" }?.1, context, place,
        assumptions)
    }
  }

  var place: Place { story.place }
  var name: String { story.name }

  /// Children in care, whose cost early help is meant to lower.
  var care: PlanDemandResult? { demands.first { $0.demand.id == "looked_after" } }

  private var slug: String { story.context.register.slug(for: place.code) }

  /// The place's own file.
  var file: MarkdownText { .code("datasets/plans/\(slug).csv") }

  /// The file of what partners spend.
  var partnerFile: MarkdownText { .code("datasets/partners/\(slug).csv") }

  /// The mark of a number from the place's own file.
  static let localMark: MarkdownText = " (local figure)"

  /// Who answers for something: the local file's word, or a gap to be filled.
  func owner(_ what: String) -> MarkdownText? {
    local.text("owner.\(what)").map { "\($0)" + Self.localMark }
  }

  /// A sentence that says what is missing and which file fills it.
  func missing(_ what: MarkdownText, _ items: String...) -> MarkdownText {
    "Missing: " + what + ". Fill it with " + .joined(items.map { .code($0) }, by: ", ") + " in "
      + file + "."
  }

  /// A sum in millions, as everywhere in a plan.
  static func millions(_ pounds: Double?) -> Rounded? {
    pounds.flatMap { Rounded.money(pounds: $0, to: .millions()) }
  }

  /// A price of one user: to the nearest hundred from £10,000 on, else to the pound.
  static func price(_ pounds: Double?) -> Rounded? {
    pounds.flatMap { Rounded.money(pounds: $0, to: abs($0) >= 10_000 ? .hundreds : .whole) }
  }

  /// Pounds and pence for each £1.
  static func pence(_ pounds: Double?) -> Rounded? {
    pounds.flatMap { Rounded.money(pounds: $0, to: .penny) }
  }

  /// A number with as many decimals as it has, two at most.
  static func plain(_ value: Double, unit: NumberUnit = .none) -> Rounded? {
    let decimals = (0...2).first { places in
      let shifted = value * Rounded.powerOfTen(places)
      return abs(shifted - shifted.rounded()) < 1e-9
    }
    return Rounded(value, to: .decimals(decimals ?? 2), unit: unit)
  }

  /// A number or a dash.
  static func cell(_ number: Rounded?) -> MarkdownText { number.map { "\($0)" } ?? "–" }

  /// A financial year some years after another, in words.
  static func year(_ year: Int) -> String { YearText(year).text }
}

/// The rows of `plan.csv`: what is asked for most by name, then every number in the order of the
/// page, then the published figures that it quotes.
struct PlanRows {
  private(set) var rows: [[String]] = []

  /// The header.
  static let header = [
    "section", "item", "year", "value", "low", "high", "unit", "basis", "period", "place",
    "row", "column", "form", "from",
  ]
  private var quoted: Set<NumberKey> = []

  /// Adds a number by a name of its own.
  mutating func add(
    _ section: Int, _ item: String, year: Int? = nil, _ value: Rounded?, low: Rounded? = nil,
    high: Rounded? = nil, unit: String, basis: String
  ) {
    rows.append([
      "\(section)", item, year.map { "\($0)" } ?? "", value?.exactCSV ?? "", low?.exactCSV ?? "",
      high?.exactCSV ?? "", unit, basis, "", "", "", "", "", "",
    ])
  }

  /// Adds a number of the page that is no published figure.
  mutating func add(_ row: WorkedNumbers.Row) {
    let number = row.number
    rows.append([
      "\(row.section)", row.item, "", number.value, "", "", number.unit, number.origin.basis, "",
      "", row.row, row.column, number.form, number.from,
    ])
  }

  /// Adds the published figure that a number stands for, once.
  mutating func quote(_ key: NumberKey, _ context: ReportContext, _ home: Place) {
    let code = key.place.isEmpty ? home.code : key.place
    guard let indicator = context.catalogue.indicator(key.indicator),
      let value = context.table.series(key.indicator, code).first(where: {
        $0.period.iso == key.period
      }), quoted.insert(key.row).inserted
    else { return }
    let numbers = [value.value, value.lower, value.upper].map {
      DecimalOutput.fixed($0, indicator.decimals)
    }
    rows.append(
      ["", key.indicator, "\(value.period.year)"] + numbers
        + [indicator.unit, "published", key.period, key.place, "", "", "", ""])
  }
}
