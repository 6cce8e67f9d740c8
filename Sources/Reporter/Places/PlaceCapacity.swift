import Evidence
import Indicators
import Places

/// Section 11: capacity: staff, who provides, reserves, debt and planning.
struct PlaceCapacity {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(2, heading(story))
    let capacity = rows(of: ["Capacity"], story)
    // Staff, of whom more or fewer is good, before how the money is made up.
    let staff =
      capacity.filter { $0.indicator.polarity != .neutral }
      + capacity.filter { $0.indicator.polarity == .neutral } + rows(["plan_net_head_real"], story)
    let providers = rows(of: ["Children: who provides"], story)
    if staff.isEmpty {
      document.paragraph("No figure of the capacity of \(story.name) is held.")
    } else {
      document.table(table(staff, &story))
      document.paragraph(notes(story, staff))
    }
    if providers.isEmpty {
      document.heading(3, "Who provided children’s services")
      document.paragraph(Self.noProviders(story))
    } else {
      let last = providers.map(\.value.period).max().map { PeriodText($0).when } ?? ""
      document.heading(3, "Who provided children’s services \(last)")
      document.table(table(providers, &story))
      document.paragraph(
        "Private, voluntary and other public providers, as a share of spending before income. "
          + "A council whose services are run by a trust of its own shows a high share. Later "
          + "figures are not held.")
    }
    document.heading(3, "Room to move: universal services against those that answer need")
    let balance = ServiceBalance(story).table
    if balance.isEmpty {
      document.paragraph(ServiceBalance.absence)
    } else {
      document.table(balance)
      document.paragraph(
        ServiceBalance.note
          + " How each service changed over the long run, after inflation, stands "
          + "with spending above; how much is met by fees and charges, in the first table here.")
    }
    document.paragraph(
      "Not held: staff numbers and pay by council, core spending power, specific grants, children’s "
        + "centres and what partners can give.")
  }

  /// The measures of themes of the catalogue that have a figure of the place.
  private func rows(of themes: [String], _ story: PlaceStory) -> [OutcomeReading] {
    story.context.catalogue.indicators.filter { themes.contains($0.theme) }
      .compactMap { OutcomeReading(story, $0) }.filter(\.isHeld)
  }

  private func rows(_ ids: [String], _ story: PlaceStory) -> [OutcomeReading] {
    ids.compactMap(story.indicator).compactMap { OutcomeReading(story, $0) }.filter(\.isHeld)
  }

  private func heading(_ story: PlaceStory) -> MarkdownText {
    if let value = story.latest("social_worker_vacancies"), let own = story.rounded(value) {
      let text: MarkdownText =
        "\(own) of children’s social worker posts in \(story.name) were vacant"
      guard
        let nation = story.context.table.value(
          "social_worker_vacancies", story.england, value.period), !story.isEngland,
        let there = story.rounded(nation)
      else { return text }
      return text + ", against \(there) in England"
    }
    if let value = story.latest("employees_share"), let share = story.rounded(value) {
      return "Employees took \(share) of spending before income "
        + MarkdownText(markdown: PeriodText(value.period).when)
    }
    return "Capacity: staff, money and providers"
  }

  private func table(
    _ readings: [OutcomeReading], _ story: inout PlaceStory
  ) -> MarkdownTable {
    var table = MarkdownTable(
      [.init("Measure"), .init("Period"), .number("\(story.place.name)")]
        + story.nationColumn() + story.fifthColumn)
    for reading in readings {
      table.append(
        [
          "\(reading.name)", "\(PeriodText(reading.value.period).short)",
          story.intervalCell(reading.value),
        ] + story.nation(reading.indicator.id, reading.value.period)
          + story.fifth(reading.value))
    }
    return table
  }

  private static func noProviders(_ story: PlaceStory) -> MarkdownText {
    story.runs("csc")
      ? "What others provided is held to 2013 to 2014 only, and \(story.name) has no figure in it."
      : "The county council runs children’s services here: its report says who provides them."
  }

  private func notes(_ story: PlaceStory, _ readings: [OutcomeReading]) -> MarkdownText {
    var text: MarkdownText =
      "Shares of spending are outside schools, police and fire. Non-pay running costs include "
      + "allowances, transfers and placements as well as bought-in services: they are not a measure "
      + "of outsourcing."
    let old = readings.filter {
      ["reserves_unallocated_share", "reserves_earmarked_share", "debt_cost_share"]
        .contains($0.indicator.id)
    }
    if let last = old.map(\.value.period).max() {
      text =
        text
        + " Reserves and debt cost are held to \(PeriodText(last).text) only: later sheets here do not show them."
    }
    return text
  }
}
