import Evidence
import Indicators
import Places

/// The rug table: every indicator and place with a sign for how it stands to England.
struct ComparisonOverview {
  private let comparisons: [Comparison]
  /// More places than this stand down the side.
  private static let mostAcross = 8
  /// This many indicators stand side by side.
  private static let indicatorsAcross = 5

  /// Comparisons of one part.
  init(_ comparisons: [Comparison]) {
    self.comparisons = comparisons
  }

  /// The comparisons by what their places have in common, in order of appearance.
  static func parts(_ comparisons: [Comparison]) -> [(String, [Comparison])] {
    var names: [String] = []
    for comparison in comparisons where !names.contains(comparison.part) {
      names.append(comparison.part)
    }
    return names.map { name in (name, comparisons.filter { $0.part == name }) }
  }

  /// The tables: one, or one for every few indicators.
  func tables(_ notes: inout MarkdownFootnotes) -> [MarkdownTable] {
    var places: [Place] = []
    for place in comparisons.flatMap(\.places).map(\.place)
    where !places.contains(where: { $0.code == place.code }) {
      places.append(place)
    }
    places.sort { ($0.name, $0.code) < ($1.name, $1.code) }
    if places.count <= Self.mostAcross { return [across(places, &notes)] }
    return stride(from: 0, to: comparisons.count, by: Self.indicatorsAcross).map { start in
      let some = comparisons[start..<min(start + Self.indicatorsAcross, comparisons.count)]
      return down(places, Array(some), &notes)
    }
  }

  private func across(
    _ places: [Place], _ notes: inout MarkdownFootnotes
  ) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Indicator"), .init("Period"), .number("England")]
        + places.map { .number("\($0.name)") })
    for comparison in comparisons {
      let cells = places.map { cell($0, comparison, &notes) }
      table.append(
        [
          "\(comparison.indicator.title)",
          "\(comparison.period.map { PeriodText($0).short } ?? "")",
          england(comparison),
        ] + cells)
    }
    return table
  }

  private func down(
    _ places: [Place], _ some: [Comparison], _ notes: inout MarkdownFootnotes
  ) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Place")]
        + some.map {
          .number("\($0.indicator.title), \($0.period.map { PeriodText($0).short } ?? "")")
        })
    table.append(["England"] + some.map(england))
    for place in places {
      table.append(["\(place.name)"] + some.map { cell(place, $0, &notes) })
    }
    return table
  }

  private func england(_ comparison: Comparison) -> MarkdownText {
    comparison.england.map { "\($0)" } ?? "–"
  }

  private func cell(
    _ place: Place, _ comparison: Comparison, _ notes: inout MarkdownFootnotes
  ) -> MarkdownText {
    guard let found = comparison.places.first(where: { $0.place.code == place.code }) else {
      return ""
    }
    let sign = StandingText.sign(found.standings.first ?? .none)
    let number = ComparisonCell.text(found.value, comparison, &notes)
    return sign.isEmpty ? number : MarkdownText(markdown: "\(sign) ") + number
  }
}

/// A value in a comparison's tables.
enum ComparisonCell {
  /// The number with its marks, or the mark in its place.
  static func text(
    _ value: IndicatorValue?, _ comparison: Comparison, _ notes: inout MarkdownFootnotes
  ) -> MarkdownText {
    guard let value else { return notes.mark("x") }
    if let number = comparison.rounded(value) {
      let letters = value.status.subtracting(.blanks).text
      return letters.isEmpty ? "\(number)" : "\(number) " + notes.mark(letters)
    }
    if value.coverage != nil, let bound = comparison.rounded(value, "lci_95") {
      return "at least \(bound)"
    }
    return notes.mark(value.status.text.isEmpty ? "x" : value.status.text)
  }

  /// The interval: `10.1 to 14.5`; `""` where there is none.
  static func interval(_ value: IndicatorValue?, _ comparison: Comparison) -> MarkdownText {
    guard let value, value.value != nil, let lower = comparison.rounded(value, "lci_95"),
      let upper = comparison.rounded(value, "uci_95")
    else { return "" }
    let first = MarkdownText.number(lower, as: lower.cell)
    return lower == upper ? first : first + " to " + .number(upper, as: upper.cell)
  }
}
