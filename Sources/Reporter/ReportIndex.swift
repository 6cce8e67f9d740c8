import Indicators
import Places

/// The index of `reports/`: what is there and how to read it.
struct ReportIndex {
  private let context: ReportContext
  private let places: [Place]
  private let comparisons: [PlaceGroup]
  private let planned: Set<String>

  init(
    _ context: ReportContext, _ places: [Place], _ comparisons: [PlaceGroup],
    planned: Set<String> = []
  ) {
    self.comparisons = comparisons
    self.context = context
    self.places = places
    self.planned = planned
  }

  /// The index as Markdown.
  var text: String {
    var document = MarkdownDocument()
    document.heading(1, "Reports")
    document.paragraph(
      "Written by `placewise build` from the files in `datasets/`. Nothing here is edited by hand; "
        + "`placewise build --check` proves it.")
    document.heading(2, "Places")
    document.list(
      places.sorted {
        ($0.tier == .country ? 0 : 1, $0.name) < ($1.tier == .country ? 0 : 1, $1.name)
      }
      .map { place in
        let folder = PlaceReport.folder(place, context.register)
        let report: MarkdownText =
          .link("\(place.name)", to: folder + "/report.md") + ", \(place.kind.title)"
        guard planned.contains(place.code) else { return report }
        return report + "; " + .link("ten-year plan", to: folder + "/plan.md")
      })
    if !comparisons.isEmpty {
      document.heading(2, "Comparisons")
      document.list(
        comparisons.map { group in
          let name = ComparisonPages.name(group, context.register)
          return .link("\(group.name)", to: "comparisons/\(name).md")
        })
    }
    PlanCoverage(context).write(&document)
    document.heading(2, "Tables")
    document.paragraph(
      "One CSV for each indicator with every English council, region and combined authority, and a "
        + "metadata file (CSV on the Web) beside it.")
    var themes: [String] = []
    for indicator in context.catalogue.indicators where !themes.contains(indicator.theme) {
      themes.append(indicator.theme)
    }
    for theme in themes {
      document.heading(3, "\(theme)")
      document.list(
        context.catalogue.indicators.filter { $0.theme == theme }.map { indicator in
          .link("\(indicator.title)", to: "tables/\(indicator.id).csv")
            + " (\(indicator.unit))"
        })
    }
    writeReference(&document)
    return document.render()
  }

  /// How to cite, what the words mean, and when the next figures come.
  private func writeReference(_ document: inout MarkdownDocument) {
    document.heading(2, "How to cite")
    document.paragraph(
      "Name the report, the place, the program’s version and the releases that the report lists: "
        + "“Placewise `\(MarkdownText(markdown: context.version))`, report on Manchester, from MHCLG revenue outturn 2024-25 "
        + "and the other releases it names. Contains public sector information licensed under the "
        + "Open Government Licence v3.0.” `placewise explain` gives the file, line and column behind "
        + "a single figure.")
    if !context.catalogue.glossary.isEmpty {
      document.heading(2, "What the words mean")
      var table = MarkdownTable([.init("Word"), .init("Meaning")])
      for entry in context.catalogue.glossary {
        table.append(["\(entry.term)", "\(entry.meaning)"])
      }
      document.table(table)
    }
    if !context.catalogue.calendar.isEmpty {
      document.heading(2, "When the next figures come")
      document.paragraph(
        "Usual times, from past releases; the publishers’ own calendars have the days. Save the "
          + "table as CSV and give it to `placewise adopt`.")
      var table = MarkdownTable([
        .init("Release"), .init("Publisher"), .init("Usually"), .init("Covers"),
      ])
      for row in context.catalogue.calendar {
        table.append([
          .link("\(row.release)", to: row.address), "\(row.publisher)", "\(row.usual)",
          "\(row.covers)",
        ])
      }
      document.table(table)
    }
  }
}
