import Indicators
import Places

/// The index of `reports/`: what is there and how to read it.
struct ReportIndex {
  private let context: ReportContext
  private let places: [Place]
  private let planned: Set<String>

  init(_ context: ReportContext, _ places: [Place], planned: Set<String> = []) {
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
    return document.render()
  }
}
