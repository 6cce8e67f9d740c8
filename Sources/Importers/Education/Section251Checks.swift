import Evidence

/// Compares the totals of a Section 251 table with the lines above them, authority by authority.
///
/// A total is that of the lines between it and the total before it; the budget is the sum of the
/// totals. Up to £2 thousand is rounding, more is an error in the return; the published figures
/// stay as they are.
struct Section251Checks {
  /// What was found, in the order of the file.
  private(set) var notes: [Note] = []
  private var place = ""
  private var parts = 0.0
  private var hasParts = false
  private var totals = 0.0
  /// Differences up to £1.50 come from the publisher's rounding to whole pounds and are not listed.
  private static let silence = 150.0

  /// Takes the figures of one row.
  mutating func add(_ figures: [Observation], line: Section251Lines.Line, place: String) {
    func value(_ money: Section251Columns.Money) -> Double? {
      figures.first { $0.measure.hasSuffix(".\(money.rawValue)") }?.value
    }
    guard let gross = value(.gross), let first = figures.first else { return }
    if place != self.place {
      self.place = place
      parts = 0
      totals = 0
      hasParts = false
    }
    if let income = value(.income), let net = value(.net) {
      compare(net, gross - income, "net is not gross less income", line, first)
    }
    let providers = [value(.own) ?? value(.public), value(.private), value(.voluntary)]
    let given = providers.compactMap(\.self)
    if given.count == 3 {
      compare(
        gross, given.reduce(value(.otherPublic) ?? 0, +), "gross is not the sum of its providers",
        line, first)
    }
    addToTotals(gross, line, first)
  }

  private mutating func addToTotals(
    _ gross: Double, _ line: Section251Lines.Line, _ figure: Observation
  ) {
    switch line.id {
    case "total_children":
      compare(gross, totals, "the budget is not the sum of its totals", line, figure)
    case "total_with_capital", "capital_from_revenue": break
    case _ where line.isTotal:
      if hasParts { compare(gross, parts, "the total is not the sum of its lines", line, figure) }
      totals += gross
      parts = 0
      hasParts = false
    default:
      parts += gross
      hasParts = true
    }
  }

  private mutating func compare(
    _ published: Double, _ computed: Double, _ what: String, _ line: Section251Lines.Line,
    _ figure: Observation
  ) {
    let difference = published - computed
    guard abs(difference) >= Self.silence else { return }
    let size = Money(pence: Int64(difference)).pounds
    let verdict =
      abs(difference) <= OutturnChecks.rounding ? "rounding" : "an error in the return"
    notes.append(
      Note(
        line: figure.line, "\(figure.place): \(line.title): \(what), by £\(size): \(verdict)"))
  }
}
