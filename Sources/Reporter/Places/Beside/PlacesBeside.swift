import Evidence
import Indicators
import Places
import Statistics

/// A place beside others that the reader named: what was found, then the figures of all.
struct PlacesBeside {
  private let choice: ComparisonChoice
  private let comparisons: [Comparison]
  private let others: [Place]
  /// This many measures stand side by side.
  private static let measuresAcross = 5

  /// Compares the place of a story with those that the reader named; nil where none were.
  ///
  /// Without indicators it is what the first published comparison compares.
  init?(_ story: PlaceStory, _ indicators: [Indicator]? = nil) {
    let context = story.context
    guard let choice = context.further, choice.subject?.code == story.place.code else { return nil }
    self.choice = choice
    others = choice.places.filter { $0.code != story.place.code }
      .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    comparisons = (indicators ?? Self.published(context)).compactMap { indicator in
      let part = choice.parts(indicator).first { part in
        part.places.count > 1 && part.places.contains { $0.code == story.place.code }
      }
      guard let part else { return nil }
      let made = Comparison(indicator, choice, part: part, context.table)
      return made.period == nil ? nil : made
    }
  }

  /// What the first published comparison compares, or spending where none is published.
  private static func published(_ context: ReportContext) -> [Indicator] {
    let ids = context.catalogue.publications.first { $0.kind == "comparison" }?.indicators
    let spending = [
      "early_help_share_long", "csc_net_child_real", "asc_net_adult_real", "cul_net_head_real",
      "hou_net_head_real",
    ]
    return (ids ?? spending).compactMap(context.catalogue.indicator)
  }

  /// Beside whom, and how the place stands to them where chance was ruled out.
  var heading: MarkdownText {
    let names: MarkdownText =
      others.count > 3 ? "\(others.count) places named" : PlaceGaps.joined(others.map(\.name))
    let tested = comparisons.compactMap { Self.standing($0) }.filter(\.isTested)
    guard !tested.isEmpty else { return "Beside " + names + ": what can be set side by side" }
    func count(_ standings: BenchmarkStanding...) -> Int { tested.count { standings.contains($0) } }
    return "Beside " + names + ": better than they are together on \(count(.better)) of "
      + "\(tested.count) tested measures, worse on \(count(.worse))"
  }

  /// Writes what stands below the heading.
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard !comparisons.isEmpty else {
      document.paragraph(
        "Nothing can be set side by side: \(story.name) and the places named run different services, "
          + "or no figure of both is held.")
      return
    }
    document.paragraph("\(choice.remark)")
    document.list(comparisons.map { finding($0, story) })
    for start in stride(from: 0, to: comparisons.count, by: Self.measuresAcross) {
      let some = comparisons[start..<min(start + Self.measuresAcross, comparisons.count)]
      document.table(table(Array(some), &story))
    }
    document.paragraph(
      "Signs are against England: ◆ better, ○ similar, ■ worse; ▲ higher, ▽ lower. A dash: the place "
        + "does not run the same services, so it is not compared. In alphabetical order: this is not "
        + "a league table.")
  }

  private static func standing(_ comparison: Comparison) -> BenchmarkStanding? {
    guard let index = comparison.benchmarks.firstIndex(where: { $0.kind == .neighbours }),
      let subject = comparison.places.first(where: \.isSubject)
    else { return nil }
    return subject.standings[index]
  }

  /// The place's figure and that of the others, or their span where they have none together.
  private func finding(_ comparison: Comparison, _ story: PlaceStory) -> MarkdownText {
    let when = comparison.period.map { PeriodText($0).when } ?? ""
    let title: MarkdownText =
      "**\(ResilienceFigure.name(comparison.indicator))** " + MarkdownText(markdown: when) + ": "
    let subject = comparison.places.first(where: \.isSubject)
    let values = comparison.places.filter { !$0.isSubject }.compactMap(\.value)
      .filter { $0.value != nil }
    guard let own = story.rounded(subject?.value) else {
      return title + "no figure of \(story.name)" + span(values, story) + "."
    }
    let text = title + "\(own) in \(story.name)"
    let benchmark = comparison.benchmarks.first { $0.kind == .neighbours }
    guard
      let together = benchmark?.value.flatMap({ PlaceStory.rounded($0, comparison.indicator) })
    else { return text + span(values, story) + "." }
    let number = together.keyed(values.map { story.key($0) })
    let standing = Self.standing(comparison).map(StandingText.cell) ?? ""
    return text + ", \(number) in the others together" + (standing.isEmpty ? "" : ": " + standing)
      + "."
  }

  private func span(_ values: [IndicatorValue], _ story: PlaceStory) -> MarkdownText {
    let sorted = values.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
    guard let low = story.rounded(sorted.first), let high = story.rounded(sorted.last) else {
      return ", none in the others"
    }
    let one: MarkdownText = others.count == 1 ? "the other" : "the one other that has a figure"
    return sorted.count == 1
      ? ", \(low) in " + one : ", from \(low) to \(high) in the others"
  }

  private func table(_ some: [Comparison], _ story: inout PlaceStory) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Place")]
        + some.map {
          .number(
            "\(ResilienceFigure.name($0.indicator)), \($0.period.map { PeriodText($0).short } ?? "")"
          )
        })
    table.append(
      ["**\(story.place.name)**"] + some.map { cell(story.place, $0, &story) })
    let nation = some.map { comparison in
      story.cell(
        comparison.period.flatMap {
          story.context.table.value(comparison.indicator.id, story.england, $0)
        })
    }
    table.append(["England"] + nation)
    for place in others {
      table.append(["\(place.name)"] + some.map { cell(place, $0, &story) })
    }
    return table
  }

  private func cell(
    _ place: Place, _ comparison: Comparison, _ story: inout PlaceStory
  ) -> MarkdownText {
    guard let found = comparison.places.first(where: { $0.place.code == place.code }) else {
      return "–"
    }
    guard let value = found.value else { return story.notes.mark("x") }
    let sign = StandingText.sign(found.standings.first ?? .none)
    let number = story.cell(value)
    return sign.isEmpty ? number : MarkdownText(markdown: "\(sign) ") + number
  }
}
