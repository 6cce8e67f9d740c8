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
    if measure.hasPrefix("s251.") {
      let line = key == "total_children" ? "all together" : key.replacing("_", with: " ")
      return "Children’s services, \(line)"
    }
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
    found += leaps(story)
    guard !found.isEmpty else { return }
    document.heading(3, "Figures to doubt")
    document.list(found)
  }

  /// Years in which adult care moved more than 10 points apart from England: accounting for the
  /// Better Care Fund does that to single councils.
  private func leaps(_ story: PlaceStory) -> [MarkdownText] {
    let id = "asc_net_head_real"
    guard story.place.code != story.england else { return [] }
    let own = story.series(id)
    return zip(own, own.dropFirst()).compactMap { before, after in
      guard before.period.shifted(years: 1) == after.period,
        let move = Self.move(before, after),
        let first = story.context.table.value(id, story.england, before.period),
        let second = story.context.table.value(id, story.england, after.period),
        let nation = Self.move(first, second), abs(move - nation) > 10,
        let here = Rounded.percent(move, decimals: 0),
        let there = Rounded.percent(nation, decimals: 0)
      else { return nil }
      return "Adult social care, \(after.period.phrase): "
        + MarkdownText(
          markdown: "\(here.signedText) in a year after inflation, England \(there.signedText)")
        + ". A change in how joint NHS money is accounted for may be behind it."
    }
  }

  /// The change between two values in per cent.
  private static func move(_ before: IndicatorValue, _ after: IndicatorValue) -> Double? {
    guard let first = before.value, let second = after.value, first > 0 else { return nil }
    return (second / first - 1) * 100
  }
}
