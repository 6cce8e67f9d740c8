import Evidence
import Indicators
import Places

/// Section 13: how sure we are: sources, breaks, releases, how to cite.
struct PlaceCertainty {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, "How sure we are")
    PlaceDoubts().write(&story, &document)
    PlaceBreaks().write(story, &document)
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
    OutcomeCaveats().write(story, &document)
    PlaceSources().write(story, &document)
  }
}
