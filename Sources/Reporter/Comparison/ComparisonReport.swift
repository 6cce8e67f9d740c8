import Evidence
import Indicators
import Places

/// Places side by side: a table in words and signs, then each indicator with its figures.
public struct ComparisonReport {
  private let context: ReportContext
  private let choice: ComparisonChoice
  private let comparisons: [Comparison]
  /// Indicators that may not be compared between these places, each with the reason.
  private let refused: [(indicator: Indicator, reason: String)]
  /// What the files are called: `comparison`, or the group's name below `comparisons/`.
  private let name: String
  private let pairs: [SpendBesideOutcome]

  /// Compares places.
  ///
  /// - Parameters:
  ///   - context: what reports are written from.
  ///   - choice: the places.
  ///   - indicators: what is compared, in order.
  ///   - period: the period; nil for the latest of each indicator.
  ///   - name: what the files are called.
  ///   - pairs: spending set beside outcomes.
  public init(
    _ context: ReportContext, _ choice: ComparisonChoice, indicators: [Indicator],
    period: Period? = nil, name: String = "comparison", pairs: [SpendBesideOutcome] = []
  ) {
    self.pairs = pairs
    self.context = context
    self.choice = choice
    self.name = name
    var comparisons: [Comparison] = []
    var refused: [(Indicator, String)] = []
    for indicator in indicators {
      let parts = choice.parts(indicator)
      let made = parts.map {
        Comparison(indicator, choice, part: $0, period: period, context.table)
      }.filter { comparison in
        comparison.period != nil && comparison.places.contains { $0.value != nil }
      }
      comparisons += made
      if made.isEmpty {
        let held = parts.flatMap(\.places).flatMap { place in
          context.table.series(indicator.id, place.code).filter { $0.value != nil }.map(\.period)
        }
        refused.append((indicator, Self.reason(indicator, parts.isEmpty, held)))
      }
    }
    self.comparisons = comparisons
    self.refused = refused
  }

  private static func reason(
    _ indicator: Indicator, _ hasNoPart: Bool, _ held: [Period]
  ) -> String {
    if indicator.comparability == "none" {
      return "it is not compared between places: what stands behind it differs from place to place"
    }
    if hasNoPart { return "none of these places may be compared for it" }
    guard let first = held.min(), let last = held.max() else {
      return "none of these places has a figure"
    }
    let span = first == last ? first.label : "\(first.label) to \(last.label)"
    return "none of these places has a figure for the period; they have \(span)"
  }

  /// True where nothing could be compared.
  public var isEmpty: Bool { comparisons.isEmpty }

  /// Why indicators were left out, one sentence each.
  public var refusals: [String] {
    refused.map { "\($0.indicator.id): \($0.reason)" }
  }

  /// The comparisons that were made.
  public var made: [Comparison] { comparisons }

  /// The files: Markdown, CSV and the figures.
  public func files() -> [ReportFile] {
    let (written, figures) = written()
    let (document, numbers) = NumberTable.keyed(written, numbersName)
    return [
      ReportFile(path: "\(name).md", text: document.render()),
      ReportFile(
        path: "\(name).csv",
        bytes: ComparisonRows(context, comparisons).csv(quoted: written.keys)), numbers,
    ] + figures
  }

  /// The file of the numbers that the page works out itself.
  private var numbersName: String { "\(name)-\(NumberTable.name)" }

  /// The comparison as one web page.
  public func page() -> String {
    let (written, figures) = written()
    let document = NumberTable.keyed(written, numbersName).document
    return HTMLPage(document, title: "\(choice.title): side by side", figures: figures).render()
  }

  /// The comparison as a part of another page: without a title of its own and without its rows.
  ///
  /// - Returns: the Markdown and the figures that it shows.
  public func excerpt() -> (markdown: String, figures: [ReportFile]) {
    let (document, figures) = written(asPart: true)
    return (document.render(), figures)
  }

  private func written(asPart: Bool = false) -> (MarkdownDocument, [ReportFile]) {
    var figures: [ReportFile] = []
    var notes = MarkdownFootnotes()
    var document = MarkdownDocument(rows: asPart ? nil : "\(name).csv")
    if !asPart { document.heading(1, "\(choice.title): side by side") }
    document.paragraph(StandingText.key)
    document.paragraph(selection)
    document.paragraph("\(choice.remark)")
    if comparisons.count > 1 { overview(&document, &notes) }
    for comparison in comparisons {
      let section = ComparisonSection(comparison, choice, prefix: name)
      section.write(&document, &notes, &figures)
    }
    for pair in pairs {
      SpendBesideOutcomeSection(pair, shown: choice.places, prefix: name)
        .write(&document, &figures)
    }
    leftOut(&document)
    if !asPart { cite(&document) }
    document.footnotes(notes)
    return (document, figures)
  }

  /// How many of a council's similar councils are compared; `""` where all are.
  private var selection: MarkdownText {
    guard let similar = choice.similar else { return "" }
    // The first place is the council itself.
    return
      "Of \(similar) similar councils \(choice.places.count - 1) are compared: the others are of "
      + "another tier or outside England, where other figures are published."
  }

  private func cite(_ document: inout MarkdownDocument) {
    document.paragraph(
      "Every figure stands in `\(MarkdownText(markdown: name)).csv` beside this page, and every number "
        + "that the page counts or works out in `\(MarkdownText(markdown: numbersName))`. Cite as: Placewise "
        + "`\(MarkdownText(markdown: context.version))`, comparison of \(choice.title).")
  }

  /// The table of everything at once: signs and values, indicators down, places across or the reverse.
  private func overview(_ document: inout MarkdownDocument, _ notes: inout MarkdownFootnotes) {
    document.heading(2, "All at once, against England")
    for (part, some) in ComparisonOverview.parts(comparisons) {
      if ComparisonOverview.parts(comparisons).count > 1 { document.heading(3, "\(part)") }
      for table in ComparisonOverview(some).tables(&notes) { document.table(table) }
    }
  }

  private func leftOut(_ document: inout MarkdownDocument) {
    var items: [MarkdownText] = refused.map { "\($0.indicator.title): \($0.reason)." }
    let outside = choice.places.filter { place in
      !comparisons.contains { $0.places.contains { $0.place.code == place.code } }
    }
    if !outside.isEmpty {
      items.append(
        "\(outside.map(\.name).joined(separator: ", ")): too unlike any other place to be compared."
      )
    }
    guard !items.isEmpty else { return }
    document.heading(2, "What is left out")
    document.list(items)
  }
}
