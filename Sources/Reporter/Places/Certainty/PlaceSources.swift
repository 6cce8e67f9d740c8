import Evidence
import Indicators
import Places

/// The releases that the figures come from, and how to cite the report.
struct PlaceSources {
  func write(_ story: PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(3, "Sources")
    var table = MarkdownTable([
      .init("Publisher"), .init("Publication"), .init("Released"), .init("File, SHA-256"),
    ])
    for release in SourceRelease.all(sources(story)) {
      table.append([
        "\(release.publisher)", "\(release.title)", "\(release.published)",
        MarkdownText.joined(release.files.map { .code($0) }, by: ", "),
      ])
    }
    document.table(table)
    document.paragraph(
      "Contains public sector information licensed under the Open Government Licence v3.0. Every "
        + "figure of this report stands in `indicators.csv` beside it, and every number that the report "
        + "counts, works out or takes from the law in `numbers.csv`. Cite as: Placewise "
        + .code(story.context.version) + ", report on \(story.place.name), from the releases above."
    )
  }

  /// The files behind the report: payments only where some are the place's own.
  private func sources(_ story: PlaceStory) -> [Source] {
    let all = story.context.sources.map(\.source)
    if story.context.payments[story.place.code] != nil { return all }
    return all.filter { !($0.isUsersOwn && $0.layout == "payments") }
  }
}
