import Evidence
import Indicators
import Places
import Statistics

/// One indicator of a comparison: what was found, the table, the figures.
struct ComparisonSection {
  private let comparison: Comparison
  private let choice: ComparisonChoice
  private let prefix: String

  init(_ comparison: Comparison, _ choice: ComparisonChoice, prefix: String) {
    self.comparison = comparison
    self.choice = choice
    self.prefix = prefix
  }

  private var indicator: Indicator { comparison.indicator }
  private var periodText: String { comparison.period.map { PeriodText($0).text } ?? "" }

  func write(
    _ document: inout MarkdownDocument, _ notes: inout MarkdownFootnotes,
    _ figures: inout [ReportFile]
  ) {
    document.heading(2, "\(indicator.title), \(periodText): " + finding)
    document.paragraph("\(indicator.definition). " + indicator.polarityText + caveat)
    for (name, figure) in drawings {
      let path =
        "figures/\(prefix)-\(indicator.id.replacing("_", with: "-"))\(partName)-\(name).svg"
      figures.append(ReportFile(path: path, text: figure.render()))
      document.paragraph(.picture(path, alt: figure.altText))
    }
    document.table(table(&notes))
    for benchmark in comparison.benchmarks where benchmark.kind != .england {
      document.paragraph(basis(benchmark))
    }
  }

  private var caveat: MarkdownText {
    // What the sentence before it has said already is not said again.
    let said = "Neither high nor low is good by itself."
    let rest = indicator.polarity == .neutral ? indicator.caveats.replacing(said, with: "") : nil
    let text = rest ?? indicator.caveats
    return text.allSatisfy { $0 == " " } ? "" : " \(text)"
  }

  /// Two parts of one indicator have figures of their own.
  private var partName: String {
    switch comparison.part {
    case "District councils": "-districts"
    case "Combined authorities": "-combined"
    case "Regions": "-regions"
    case "County councils": "-counties"
    default: ""
    }
  }

  /// What the heading says: counts where chance was ruled out, the span of values elsewhere.
  private var finding: MarkdownText {
    let tested = comparison.places.compactMap(\.standings.first).filter(\.isTested)
    let all = comparison.places.filter { $0.reason.isEmpty }
    if let subject = comparison.places.first(where: \.isSubject), subject.reason.isEmpty,
      let number = comparison.rounded(subject.value)
    {
      return "\(subject.place.name) \(number)" + against
    }
    guard tested.isEmpty || tested.allSatisfy({ $0 == .similar }) && indicator.isMoney else {
      func count(_ standing: BenchmarkStanding) -> Int { tested.count { $0 == standing } }
      if indicator.polarity == .neutral {
        return
          "\(count(.higher)) of \(tested.count) places are higher than England, \(count(.lower)) lower"
      }
      return
        "\(count(.better)) of \(tested.count) places are better than England, \(count(.worse)) worse"
    }
    let values = all.compactMap(\.value).filter { $0.value != nil }
    func isBelow(_ one: IndicatorValue, _ other: IndicatorValue) -> Bool {
      (one.value ?? 0) < (other.value ?? 0)
    }
    guard let low = comparison.rounded(values.min(by: isBelow)),
      let high = comparison.rounded(values.max(by: isBelow))
    else { return "no figures" }
    return "from \(low) to \(high)" + against
  }

  private var against: MarkdownText {
    comparison.england.map { ", England \($0)" } ?? ""
  }

  private func table(_ notes: inout MarkdownFootnotes) -> MarkdownTable {
    let hasIntervals = comparison.places.contains {
      $0.value?.value != nil && $0.value?.upper != nil
    }
    let hasTrend = comparison.places.contains { $0.value?.trend.isEmpty == false }
    let known = comparison.benchmarks.enumerated().filter { $0.element.value != nil }
    var columns: [MarkdownTable.Column] = [.init("Place"), .number("Value")]
    if hasIntervals { columns.append(.number("95% interval")) }
    columns += known.map { .init("Against \($0.element.name)") }
    columns.append(.init("Fifth of comparable councils"))
    if hasTrend { columns.append(.init("Trend")) }
    columns.append(.init("To know"))
    var table = MarkdownTable(columns)
    for benchmark in comparison.benchmarks {
      guard let number = comparison.rounded(benchmark) else { continue }
      table.append(["**\(benchmark.name)**", "\(number)"])
    }
    for place in comparison.places {
      var row: [MarkdownText] = [
        place.isSubject ? "**\(place.place.name)**" : "\(place.place.name)",
        ComparisonCell.text(place.value, comparison, &notes),
      ]
      if hasIntervals { row.append(ComparisonCell.interval(place.value, comparison)) }
      row += known.map { StandingText.cell(place.standings[$0.offset]) }
      row.append(PlacePeople.fifth(place.reason.isEmpty ? place.value?.quintile : nil))
      if hasTrend { row.append("\(place.value?.trend ?? "")") }
      row.append(remark(place))
      table.append(row)
    }
    return table
  }

  private func remark(_ place: ComparedPlace) -> MarkdownText {
    var words: [String] = []
    if !place.reason.isEmpty { words.append("not compared: \(place.reason)") }
    if let note = place.value?.note, !note.isEmpty { words.append(note) }
    return "\(words.joined(separator: "; "))"
  }

  private func basis(_ benchmark: ComparisonBenchmark) -> MarkdownText {
    benchmark.value == nil
      ? "No figure is given for \(benchmark.name) together: it \(benchmark.basis)."
      : "\(benchmark.name): \(benchmark.basis)."
  }

  // MARK: - Figures

  private var drawings: [(String, any Figure)] {
    var made: [(String, any Figure)] = []
    if let plot = dots { made.append(("dots", plot)) }
    if let plot = funnel { made.append(("funnel", plot)) }
    return made
  }

  private var dots: ComparisonFigure? {
    let shown = comparison.places.filter { $0.value?.value != nil }
    guard shown.count > 1, shown.count <= 60 else { return nil }
    let benchmark = comparison.benchmarks.first { $0.kind == .england }?.value
    return ComparisonFigure(
      caption: FigureCaption(
        title: indicator.title,
        subtitle: "\(periodText), \(indicator.unit)",
        notes: ["Alphabetical order. \(indicator.shortSource)."]),
      places: comparison.places.map { place in
        ComparisonFigure.Place(
          place.place.name, place.value?.value,
          lower: place.value?.value == nil ? nil : place.value?.lower, upper: place.value?.upper,
          standing: StandingText.figure(place.standings.first ?? .none),
          isHighlighted: place.isSubject, mark: mark(place))
      },
      benchmark: benchmark.map { .init("England", $0) }, format: format)
  }

  private func mark(_ place: ComparedPlace) -> String {
    guard let value = place.value else { return "[x]" }
    let letters =
      value.value == nil ? value.status.text : value.status.subtracting(.blanks).text
    return letters.map { "[\($0)]" }.joined(separator: " ")
  }

  private var funnel: FunnelFigure? {
    guard let funnel = ComparisonFunnel(comparison) else { return nil }
    return FunnelFigure(
      caption: FigureCaption(
        title: "\(indicator.title): how far chance alone would carry a place of each size",
        subtitle: "\(periodText), \(indicator.unit)",
        notes: [
          "Limits around England’s value. Outside the outer limits chance is an unlikely reason."
        ]),
      points: funnel.points.map { point in
        ScatterPoint(
          point.place.place.name, x: point.size, y: point.rate,
          isHighlighted: point.place.isSubject, isOutlier: point.isOutside)
      },
      limits: funnel.limits.map { limit in
        FunnelFigure.Limit(
          limit.size, within95: limit.inner.lower...limit.inner.upper,
          within998: limit.outer.lower...limit.outer.upper)
      },
      benchmark: .init("England", funnel.average),
      sizeTitle: "Number of people or cases it is out of",
      format: format)
  }

  /// As in the tables: whole pounds of what one person costs, not hundreds.
  private var format: FigureFormat {
    let most = comparison.places.compactMap { $0.value?.value?.magnitude }.max() ?? 0
    let isDear = indicator.isMoney && indicator.unit != "£" && most >= 10_000
    return isDear ? FigureFormat(.pounds, .whole) : indicator.figureFormat
  }
}
