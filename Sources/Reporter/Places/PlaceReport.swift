import Evidence
import Indicators
import Places
import Tabular

/// The report on one place: what it spends, on whom, how that moved, and how sure we are.
public struct PlaceReport {
  private let context: ReportContext
  private let place: Place

  /// Prepares the report on a place.
  public init(_ context: ReportContext, _ place: Place) {
    self.context = context
    self.place = place
  }

  /// True where some indicator has a value for the place.
  public static func hasFigures(_ context: ReportContext, _ place: Place) -> Bool {
    context.catalogue.indicators.contains { context.table.latest($0.id, place.code) != nil }
  }

  /// The folder of a place's files below `reports/`.
  public static func folder(_ place: Place, _ register: Register) -> String {
    "places/\(register.slug(for: place.code))"
  }

  /// The files: `report.md`, `indicators.csv`, `numbers.csv` and the figures.
  ///
  /// Their paths lie below the place's folder.
  public func files() -> [ReportFile] {
    let (written, figures) = written()
    let (document, numbers) = NumberTable.keyed(written, NumberTable.name)
    return [
      ReportFile(path: "report.md", text: document.render()),
      QuotedRows(context, place).file("indicators.csv", quoted: written.keys), numbers,
    ] + figures
  }

  /// The report as one web page.
  public func page() -> String {
    let (written, figures) = written()
    let document = NumberTable.keyed(written, NumberTable.name).document
    return HTMLPage(document, title: "\(place.name): place report", figures: figures).render()
  }

  private func written() -> (MarkdownDocument, [ReportFile]) {
    var story = PlaceStory(context, place)
    var document = MarkdownDocument(rows: "indicators.csv")
    document.heading(1, "\(place.name): what is spent, and on whom")
    PlaceSummary(story).write(&document)
    PlaceHoldings().write(&story, &document)
    PlacePeople().write(&story, &document)
    PlaceBodies().write(&story, &document)
    PlaceSpending().write(&story, &document)
    PlacePrevention().write(&story, &document)
    PlaceDrivers().write(&story, &document)
    PlaceOutcomes().write(&story, &document)
    if let beside = PlacesBeside(story) {
      document.heading(2, beside.heading)
      beside.write(&story, &document)
    }
    PlaceFairness().write(&story, &document)
    PlaceSickPay(story).write(&story, &document)
    document.heading(2, Resilience.heading(story))
    Resilience().write(&story, &document)
    PlaceConnection().write(&story, &document)
    PlacePayments().write(&story, &document)
    PlaceCertainty().write(&story, &document)
    document.footnotes(story.notes)
    return (document, story.figures)
  }
}
