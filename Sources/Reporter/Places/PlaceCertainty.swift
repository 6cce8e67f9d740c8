import Evidence
import Indicators
import Places

/// Section 13: how sure we are: sources, breaks, releases, how to cite.
struct PlaceCertainty {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, "How sure we are")
    spikes(&story, &document)
    document.heading(3, "Where definitions changed")
    document.list(
      story.context.catalogue.breaks.rows.map { row in
        "\(Self.service(row.measure)), \(row.period.phrase): \(row.reason)."
      })
    document.heading(3, "What to keep in mind")
    document.list([
      "Net current expenditure is after fees and joint NHS income, not after government grants; how the "
        + "Better Care Fund is accounted for moves single councils.",
      "Real terms use the GDP deflator (March 2026), which is distorted in 2020 to 2021 and is not an "
        + "index of councils’ costs.",
      "Residents are the Office for National Statistics’ mid-year estimates on today’s boundaries. A "
        + "council that replaced others is compared with the sum of them, unless one was divided.",
      "A service that a council does not run is not applicable, not nought.",
    ])
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

  private static func service(_ measure: String) -> MarkdownText {
    let key = measure.split(separator: ".").dropFirst().first.map(String.init) ?? measure
    if key == "edu" { return "Education" }
    return "\(PlaceStory.services.first { $0.key == key }?.name ?? measure)"
  }

  /// Figures of the place that leap away from the years on both sides.
  private func spikes(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    var found: [MarkdownText] = []
    for service in PlaceStory.services {
      let id = "\(service.key)_net_\(service.person)_real"
      for value in story.series(id) where value.status.contains(.unreliable) {
        found.append(
          "\(service.name), \(value.period.phrase): \(story.cell(value)) is far from the years on both "
            + "sides, unlike England. It is kept, and left out of comparisons.")
      }
    }
    guard !found.isEmpty else { return }
    document.heading(3, "Figures to doubt")
    document.list(found)
  }
}
