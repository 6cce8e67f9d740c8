import Evidence
import Indicators
import Places
import Statistics

/// What sick pay is worth against pay, sickness beside it, and what the figures cannot say.
extension PlaceSickPay {
  func writeWorth(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let id = "sick_pay_replacement"
    guard let last = story.latest(id), let now = story.rounded(last),
      let first = story.series(id).first(where: { $0.value != nil })
    else {
      document.heading(3, "What statutory sick pay was worth against pay")
      document.paragraph(
        "It cannot be told for \(story.name): median weekly pay of residents is published for councils, "
          + "regions and some combined authorities, and a median cannot be made from others.")
      return
    }
    document.heading(
      3, "Statutory sick pay was worth \(now) of residents’ median pay in \(last.period.phrase)")
    var table = MarkdownTable(
      [.init("Year"), .number("Flat rate for a week"), .number("Share of median weekly pay")]
        + [.number("95% range")] + story.nationColumn())
    var years = story.series(id).filter { $0.value != nil }
    if years.count > 8 {
      // Every other year, and the latest: the whole series stands in `indicators.csv`.
      years = years.enumerated().filter { ($0.offset - years.count + 1) % 2 == 0 }.map(\.element)
    }
    if years.first?.period != first.period { years.insert(first, at: 0) }
    for value in years {
      let rate = story.context.pay.evidence.terms[value.period.year].map {
        Self.pounds(Double($0.weeklyRate), [], Self.law(story, value.period.year))
      }
      let limits = ["lci_95", "uci_95"].map { story.limit(value, $0) }
      let range = limits.contains(nil) ? nil : Self.range(limits[0], limits[1])
      table.append(
        ["\(value.period.label)", rate ?? "–", story.cell(value), range ?? "not published"]
          + story.nation(id, value.period))
    }
    document.table(table)
    document.paragraph(
      "Of the median gross weekly pay of residents, full- and part-time, in the April in which the "
        + "rate began." + sickness(story))
  }

  private func sickness(_ story: PlaceStory) -> MarkdownText {
    guard let value = story.latest("sickness_inactivity"), let share = story.rounded(value) else {
      return ""
    }
    var text: MarkdownText =
      " Beside it: \(share) of the place’s economically inactive people aged 16 to 64 were so "
      + "because of sickness in \(value.period.phrase), the last year held"
    if !story.isEngland,
      let nation = story.context.table.value(
        "sickness_inactivity", story.england, value.period),
      let number = story.rounded(nation)
    {
      text = text + " (England: \(number))"
    }
    return text + ". No range is published in that file; single councils are a small sample."
  }

  /// How near the method comes to the share that is published for Great Britain.
  private static var trial: MarkdownText {
    let basis = "Annual Survey of Hours and Earnings 2024, Great Britain"
    guard let ours = Rounded.percent(4.4), let theirs = Rounded.percent(4.5) else { return "" }
    return
      " Across Great Britain it gives \(ours.resting(on: .stated("method applied to the \(basis)"))) "
      + "for 2024, against about \(theirs.resting(on: .stated(basis))) as published."
  }

  func limits(_ estimate: PayEstimate) -> [MarkdownText] {
    var lines: [MarkdownText] = []
    if estimate.span == .annual {
      lines.append(
        "Annual pay is published only for jobs held for more than a year, which leaves out many "
          + "low-paid ones: the true share is likely higher than annual pay says.")
    } else {
      lines.append(
        "Weekly pay is of employees on adult rates whose pay was not affected by absence.")
    }
    lines.append(
      "The survey is a sample of one job in a hundred. The range shows sampling error where the "
        + "publisher gives one; the shape of pay below the lowest published percentile is an "
        + "assumption of its own."
        + Self.trial)
    if let shapes = estimate.share.shapes {
      lines.append(
        "Were that shape another, from a straight line to the steepest fall allowed, the share would lie "
          + "within \(Self.range(.percent(shapes.lower), .percent(shapes.upper))); sampling error does not know of it."
      )
    }
    lines.append(
      "The self-employed have no sick pay at all and are not counted. Someone with two small jobs "
        + "counts twice. Hours that vary from week to week are hidden by an average.")
    lines.append(
      "No order of councils is made from this figure: most ranges overlap. A range is what can be compared."
    )
    return lines
  }
}
