import Evidence
import Indicators
import Places

/// Section 1: one page, three findings, one warning, how sure.
struct PlaceSummary {
  private let story: PlaceStory

  init(_ story: PlaceStory) { self.story = story }

  func write(_ document: inout MarkdownDocument) {
    document.heading(2, "On one page")
    // What comes of it stands beside what is spent: two findings on money, one on outcomes.
    let money = [earlyHelp, adultCare, culture, housing].compactMap(\.self)
    let outcome = [outcomes].compactMap(\.self)
    let findings = Array(money.prefix(3 - outcome.count)) + outcome
    document.list(findings)
    if findings.isEmpty {
      document.paragraph("No council of \(story.name) has figures that can be summed up here.")
    }
    document.callout("Warning", warning)
    document.paragraph(
      "**How sure we are.** These are councils’ own accounts, not samples, so they carry no margin "
        + "of error. They can still be wrong or change: provisional figures are marked, and breaks "
        + "in how a service is counted are never crossed. Spending is net of fees and other income "
        + "but not of government grants, in 2024-25 prices. Outcomes have their 95% intervals beside "
        + "them where these can be made.")
  }

  private var earlyHelp: MarkdownText? {
    let id = "early_help_share_long"
    guard story.runs("csc"), let last = story.latest(id), let now = story.rounded(last) else {
      return nil
    }
    let text: MarkdownText =
      "Early help took \(now) of \(story.possessive) children’s services spending "
      + "in \(story.phrase(last.period))"
    return text + before(last, id, now) + england(id, last.period)
  }

  private var adultCare: MarkdownText? {
    guard story.runs("asc") else { return nil }
    return perHead("asc_net_head_real", "Adult social care")
  }

  /// How many outcomes stand better and worse than England's, or where they head.
  private var outcomes: MarkdownText? {
    let tally = OutcomeTally(OutcomeMeasures(story).all)
    if !story.isEngland, let standing = tally.standing {
      return "Of \(tally.tested) outcome measures that can be tested, \(story.name) is "
        + standing + "."
    }
    guard tally.gettingBetter + tally.gettingWorse > 0 else { return nil }
    return
      "Of the outcome measures whose direction can be told, \(tally.gettingBetter) are getting "
      + "better and \(tally.gettingWorse) getting worse."
  }

  private var culture: MarkdownText? {
    perHead("cul_net_head_real", "Culture, libraries, parks and leisure together")
  }

  private var housing: MarkdownText? {
    perHead("hou_net_head_real", "Housing services, homelessness among them,")
  }

  private func perHead(_ id: String, _ what: MarkdownText) -> MarkdownText? {
    guard let last = story.latest(id), let now = story.rounded(last) else { return nil }
    let text: MarkdownText = what + " cost \(now) a head in \(story.phrase(last.period))"
    return text + before(last, id, now) + first(last, id) + england(id, last.period)
  }

  /// `, up from £419 in 2014 to 2015`: the base year 2014-15, or the first year that compares.
  private func before(_ last: IndicatorValue, _ id: String, _ now: Rounded) -> MarkdownText {
    let series = story.series(id)
    let broken = series.last { $0.status.contains(.seriesBreak) && $0.period <= last.period }
    let comparable = series.filter {
      $0.value != nil && $0.period < last.period && $0.period >= (broken?.period ?? $0.period)
    }
    let base =
      comparable.first { $0.period == .financialYear(2014) } ?? comparable.first
    guard let base, let then = story.rounded(base), let change = Change(from: then, to: now) else {
      return "."
    }
    let prices: MarkdownText = now.unit == .percent ? "" : " after inflation"
    return ", \(change.phrase(when: base.period.phrase))" + prices + "."
  }

  /// A second base year, where the series reaches further back.
  private func first(_ last: IndicatorValue, _ id: String) -> MarkdownText {
    let series = story.series(id)
    guard !series.contains(where: { $0.status.contains(.seriesBreak) }),
      let base = series.first(where: { $0.value != nil && $0.period < .financialYear(2014) }),
      let then = story.rounded(base)
    else { return "" }
    return " In \(story.phrase(base.period)) it was \(then)."
  }

  private func england(_ id: String, _ period: Period) -> MarkdownText {
    guard story.place.code != story.england,
      let value = story.context.table.value(id, story.england, period),
      let number = story.rounded(value)
    else { return "" }
    return " England: \(number)."
  }

  private var warning: MarkdownText {
    let gaps = PlaceGaps(story)
    if let missing = gaps.ownMissing {
      return "\(story.nameFirst) has published no outturn for \(missing). Nothing is filled in: "
        + "those years are gaps, and findings stop at the latest year held."
    }
    if let partial = gaps.partial { return partial }
    if let provisional = gaps.provisional { return provisional }
    return
      "No outturn is held here for 2013 to 2014 and for the four years to 2021 to 2022. Lines "
      + "are not drawn across those years."
  }
}
