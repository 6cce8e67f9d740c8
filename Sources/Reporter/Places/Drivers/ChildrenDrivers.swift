import Evidence
import Indicators
import Places

/// Children looked after: how many, and what each costs.
struct ChildrenDrivers {
  /// How many children make a percentage worth a heading.
  private static let fewest = 30.0

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    document.heading(3, "Children looked after")
    guard let number = story.latest("children_looked_after"), let children = story.rounded(number)
    else {
      document.paragraph("How many children \(story.name) looks after is not held.")
      return
    }
    if let figure = figure(story) { document.paragraph(story.draw("volume-price", figure)) }
    var table = MarkdownTable(
      [.init("Measure"), .init("Date"), .number("\(story.place.name)")] + story.nationColumn())
    let rows = [
      ("children_looked_after", "Children looked after"),
      ("looked_after_rate", "Children looked after per 10,000 children"),
      ("looked_after_cost_real", "Cost of each, real"),
      ("looked_after_number_change", "Number: change since March 2021"),
      ("looked_after_cost_change", "Cost of each: real change since 2020-21"),
      ("looked_after_spend_change", "Spending: real change since 2020-21"),
      ("children_in_need", "Children in need per 10,000 children"),
      ("child_protection_rate", "Children with a protection plan per 10,000 children"),
    ]
    for (id, name) in rows {
      guard let value = story.latest(id) else { continue }
      let isChange = id.hasSuffix("_change")
      let nation = story.context.table.value(id, story.england, value.period)
      let beside = isChange ? story.changeCell(nation) : story.cell(nation)
      table.append(
        [
          "\(name)", "\(value.period.label)",
          isChange ? story.changeCell(value) : story.cell(value),
        ] + (story.isEngland ? [] : [beside]))
    }
    document.table(table)
    document.paragraph(
      "\(children) children were looked after at the last count. Spending is their number times "
        + "what each costs: the two are shown apart because they call for different answers. "
        + "England’s totals leave out councils without a figure, which puts its cost of each child "
        + "about \(Self.shortfall) too low.")
  }

  /// How much of England's spending the councils without a figure would have.
  private static var shortfall: MarkdownText {
    let origin = NumberOrigin.stated(
      "totals of the outturn against the councils that have a figure")
    return Rounded.percent(1, decimals: 0).map { "\($0.resting(on: origin))" } ?? "a little"
  }

  /// The finding: number and cost of each; nil where either is not held.
  func finding(_ story: PlaceStory) -> MarkdownText? {
    // A percentage of a handful of children says nothing.
    guard let held = story.latest("children_looked_after")?.value, held >= Self.fewest,
      let number = story.latest("looked_after_number_change"),
      let cost = story.latest("looked_after_cost_change"), let volume = story.rounded(number),
      let price = story.rounded(cost)
    else { return nil }
    let few: MarkdownText =
      volume.isZero
      ? "as many children as in 2021"
      : "\(volume.absolute) \(MarkdownText(markdown: volume.value < 0 ? "fewer" : "more")) children than in 2021"
    let word = price.value < 0 ? "less" : "more"
    return "\(story.nameFirst) looked after " + few + "; each cost \(price.absolute) "
      + MarkdownText(markdown: word) + " after inflation"
  }

  private func figure(_ story: PlaceStory) -> VolumePriceFigure? {
    func item(_ name: String, _ code: String) -> VolumePriceFigure.Item? {
      guard let volume = story.context.table.latest("looked_after_number_change", code)?.value,
        let price = story.context.table.latest("looked_after_cost_change", code)?.value
      else { return nil }
      return VolumePriceFigure.Item(name, volume: volume, price: price)
    }
    guard let own = item(story.place.name, story.place.code) else { return nil }
    let nation = story.isEngland ? nil : item("England", story.england)
    return VolumePriceFigure(
      caption: FigureCaption(
        title: "Children looked after: number and cost of each",
        subtitle: "Change since 2020-21; cost at 2024-25 prices"),
      items: [own] + [nation].compactMap(\.self), volumeTitle: "Number of children",
      priceTitle: "Cost of each child")
  }
}
