import Evidence
import Indicators
import Places
import Statistics

/// Spending beside an outcome: the four fields, the correlation, and what that cannot say.
struct SpendBesideOutcomeSection {
  private let pair: SpendBesideOutcome
  private let shown: [Place]
  private let prefix: String

  /// Prepares the section; `shown` are the places that the table and the figure name.
  init(_ pair: SpendBesideOutcome, shown: [Place], prefix: String) {
    self.pair = pair
    self.shown = shown
    self.prefix = prefix
  }

  func write(_ document: inout MarkdownDocument, _ figures: inout [ReportFile]) {
    document.heading(2, "\(pair.spend.title) beside \(pair.outcome.title.lowercasedFirst)")
    document.callout(
      "Warning",
      """
      This is not value for money. Places that spend more may do so because need is higher, and \
      outcomes move for reasons that no council decides.
      """)
    let path =
      "figures/\(prefix)-\(pair.spend.id.replacing("_", with: "-"))-beside-"
      + "\(pair.outcome.id.replacing("_", with: "-")).svg"
    let drawn = figure
    figures.append(ReportFile(path: path, text: drawn.render()))
    document.paragraph(.picture(path, alt: drawn.altText))
    document.paragraph(correlationText)
    document.table(table)
    document.paragraph(
      "Spending of \(PeriodText(pair.spendPeriod).text), outcome of \(PeriodText(pair.outcomePeriod).text). The two last "
        + "columns say how many standard deviations a place lies from the mean of the "
        + "\(pair.points.count) councils that run the same services"
        + (pair.outcome.polarity == .neutral ? "." : "; for the outcome up is better."))
  }

  /// What the rank correlation says, in words.
  private var correlationText: MarkdownText {
    guard let value = Rounded(pair.correlation, to: .decimals(2)),
      let lower = Rounded(pair.interval.lower, to: .decimals(2)),
      let upper = Rounded(pair.interval.upper, to: .decimals(2))
    else { return "" }
    let words: MarkdownText
    if pair.interval.contains(0) {
      words = "places that spend more do not clearly stand higher or lower on the outcome"
    } else {
      let isHigher = pair.correlation > 0
      words =
        isHigher
        ? "places that spend more tend to have higher values of the outcome"
        : "places that spend more tend to have lower values of the outcome"
    }
    return "Across \(pair.points.count) comparable places the rank correlation is \(value) "
      + "(95% interval \(lower) to \(upper)): " + words + "."
  }

  private var table: MarkdownTable {
    var table = MarkdownTable([
      .init("Place"), .number("Spending"), .number("Outcome"), .init("Field"),
      .number("Spending, in deviations"), .number("Outcome, in deviations"),
    ])
    for point in pair.points where shown.contains(where: { $0.code == point.place.code }) {
      guard let spend = Self.rounded(point.spend, pair.spend),
        let outcome = Self.rounded(point.outcome, pair.outcome),
        let one = Rounded(point.spendScore, to: .decimals(1)),
        let other = Rounded(point.outcomeScore, to: .decimals(1))
      else { continue }
      table.append([
        "\(point.place.name)", "\(spend)", "\(outcome)", field(point),
        .number(one, as: one.signedText), .number(other, as: other.signedText),
      ])
    }
    return table
  }

  private static func rounded(_ value: IndicatorValue, _ indicator: Indicator) -> Rounded? {
    value.value.flatMap { PlaceStory.rounded($0, indicator) }?.keyed([
      NumberKey(indicator: indicator.id, period: value.period.iso, place: value.place)
    ])
  }

  private func field(_ point: SpendBesideOutcome.Point) -> MarkdownText {
    let spend = point.spendScore >= 0 ? "higher spending" : "lower spending"
    let isUp = point.outcomeScore >= 0
    let outcome =
      pair.outcome.polarity == .neutral
      ? (isUp ? "higher outcome" : "lower outcome") : (isUp ? "better outcome" : "worse outcome")
    return "\(spend), \(outcome)"
  }

  private var figure: QuadrantFigure {
    let format = FigureFormat(.none, .decimals(1))
    let better = pair.outcome.polarity == .neutral ? "higher" : "better"
    let worse = pair.outcome.polarity == .neutral ? "lower" : "worse"
    let named = shown.count <= 8 ? Set(shown.map(\.code)) : []
    return QuadrantFigure(
      caption: FigureCaption(
        title: "\(pair.spend.title) beside \(pair.outcome.title.lowercasedFirst)",
        subtitle: "Standard deviations from the mean of comparable councils",
        notes: ["Not value for money: need differs, and outcomes have many causes."]),
      points: pair.points.map {
        ScatterPoint(
          $0.place.name, x: $0.spendScore, y: $0.outcomeScore,
          isHighlighted: named.contains($0.place.code))
      },
      x: .init("Spending", middle: 0, format: format),
      y: .init("Outcome, up is \(better)", middle: 0, format: format),
      fields: .init(
        topLeft: "Lower spending, \(better)", topRight: "Higher spending, \(better)",
        bottomLeft: "Lower spending, \(worse)", bottomRight: "Higher spending, \(worse)"),
      benchmark: "Mean")
  }
}

extension String {
  /// The text for the middle of a sentence: `Adult social care` becomes `adult social care`, `GCSE`
  /// stays.
  var lowercasedFirst: String {
    let second = dropFirst().first
    guard let first, second?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
