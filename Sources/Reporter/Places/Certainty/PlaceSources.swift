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
    for release in Self.releases(story.context.sources) {
      let first = release[0].source
      let files = release.map { stored in
        let name = stored.source.path.split(separator: "/").last.map(String.init) ?? ""
        return MarkdownText.code("\(name) \(stored.source.sha256.prefix(8))").source
      }
      table.append([
        "\(first.publisher)", "\(first.title)",
        first.published.isEmpty ? "not stated in the file" : "\(first.published)",
        MarkdownText(markdown: files.joined(separator: ", ")),
      ])
    }
    document.table(table)
    document.paragraph(
      "Contains public sector information licensed under the Open Government Licence v3.0. Every "
        + "figure of this report stands in `indicators.csv` beside it. Cite as: Placewise "
        + .code(story.context.version) + ", report on \(story.place.name), from the releases above."
    )
  }

  /// Files of one release together, in the order in which they were loaded.
  private static func releases(_ sources: [StoredSource]) -> [[StoredSource]] {
    var releases: [[StoredSource]] = []
    for source in sources {
      let at = releases.firstIndex { $0[0].source.title == source.source.title }
      if let at { releases[at].append(source) } else { releases.append([source]) }
    }
    return releases
  }
}
