import Evidence
import Indicators
import Places

/// What the payments that a body published show, where they were imported.
struct PlacePayments {
  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard let portrait = story.context.payments[story.place.code], portrait.count > 0 else {
      return
    }
    document.heading(2, "Payments that \(story.name) published")
    document.paragraph(Self.opening(portrait, story))
    document.paragraph(
      "**Payments exclude payroll and benefits**, and small payments below the publisher’s threshold. "
        + "They are not the spending of the returns above and are never added to it.")
    sizes(portrait, &document)
    services(portrait, &document)
    months(portrait, &document)
    suppliers(portrait, story, &document)
  }

  private static func money(_ pence: Int64) -> MarkdownText {
    let pounds = Double(pence) / 100
    guard let text = Rounded.money(pounds: pounds, to: abs(pounds) >= 1e6 ? .millions() : .whole)
    else { return "–" }
    return "\(text)"
  }

  private static func percent(_ share: Double) -> MarkdownText {
    guard let text = Rounded.percent(share * 100, decimals: 0) else { return "–" }
    return "\(text)"
  }

  private static func opening(_ portrait: PaymentPortrait, _ story: PlaceStory) -> MarkdownText {
    let what = portrait.kind == .cards ? "purchases by card" : "payments"
    var text: MarkdownText =
      "\(portrait.count) \(what) of \(money(portrait.pence)) in all are held, "
      + "\(portrait.basis.words)"
    if let first = portrait.months.first, let last = portrait.months.last {
      text =
        text
        + (first.month == last.month
          ? ", in \(last.month)" : ", from \(first.month) to \(last.month)")
    }
    text = text + "."
    if !portrait.missingMonths.isEmpty {
      let shown = portrait.missingMonths.prefix(12).joined(separator: ", ")
      text = text + " Months without any: \(portrait.missingMonths.count) (\(shown))."
    }
    for other in portrait.others {
      text = text + " Kept apart: \(other.count) \(other.words)."
    }
    return text
  }

  private func sizes(_ portrait: PaymentPortrait, _ document: inout MarkdownDocument) {
    document.heading(3, "By size")
    var table = MarkdownTable([.init("Payment"), .number("Number"), .number("Sum")])
    for (index, band) in portrait.bands.enumerated() {
      let from = Self.money(band.from)
      let name: MarkdownText =
        index + 1 < portrait.bands.count
        ? "\(from) to under \(Self.money(portrait.bands[index + 1].from))" : "\(from) and more"
      table.append([name, "\(band.count)", Self.money(band.pence)])
    }
    document.table(table)
    document.paragraph("Money received back is in no band.")
  }

  private func services(_ portrait: PaymentPortrait, _ document: inout MarkdownDocument) {
    document.heading(3, "By service, as far as words tell")
    var table = MarkdownTable([.init("Service"), .number("Sum")])
    for entry in portrait.services {
      table.append(["\(PaymentServices.title(entry.service))", Self.money(entry.pence)])
    }
    document.table(table)
    let preventive = portrait.levels.prefix(3).reduce(0.0) { $0 + $1.pence }
    let all = portrait.levels.reduce(0.0) { $0 + $1.pence }
    var text: MarkdownText =
      "The publisher’s words tell the service of \(Self.percent(portrait.coverage.service)) of the "
      + "money, and a line of the prevention classification for "
      + "\(Self.percent(portrait.coverage.level))"
    if all > 0, portrait.coverage.level >= 0.05 {
      text =
        text + "; of that, \(Self.percent(preventive / all)) is foundational, primary or "
        + "secondary prevention under the default scheme"
    }
    document.paragraph(text + ".")
  }

  private func months(_ portrait: PaymentPortrait, _ document: inout MarkdownDocument) {
    guard !portrait.months.isEmpty else {
      return document.paragraph("No month of payment is known, so nothing is said by month.")
    }
    document.heading(3, "By month")
    var table = MarkdownTable([
      .init("Month"), .number("Payments"), .number("Sum"), .number("Suppliers named"),
      .number("Concentration"),
    ])
    for month in portrait.months.suffix(24) {
      let index = month.concentration.map { Int($0.rounded()) }
      table.append([
        "\(month.month)", "\(month.count)", Self.money(month.pence), "\(month.suppliers)",
        index.map { "\($0)" } ?? "–",
      ])
    }
    document.table(table)
    document.paragraph(
      "Concentration is the Herfindahl-Hirschman index of what named suppliers were paid in the "
        + "month: near 0 for many of the same size, 10,000 for one alone. A fall in the number of "
        + "payments is not a fall in spending: systems and thresholds change.")
    if let ratio = portrait.marchRatio, let text = Rounded(ratio, to: .decimals(2)) {
      document.paragraph(
        "In whole financial years March came to \(text) times the average of the other months.")
    } else {
      document.paragraph("No whole financial year is held, so nothing is said of the season.")
    }
  }

  private func suppliers(
    _ portrait: PaymentPortrait, _ story: PlaceStory, _ document: inout MarkdownDocument
  ) {
    document.heading(3, "Suppliers")
    var text: MarkdownText =
      "The supplier is withheld in \(Self.percent(portrait.withheld.count)) of payments, "
      + "\(Self.percent(portrait.withheld.pence)) of the money paid out."
    if let repeated = portrait.repeated {
      text =
        text + " Of what named suppliers were paid, \(Self.percent(repeated)) went to those "
        + "paid in at least half of the months."
    }
    document.paragraph(text)
    guard story.context.namesOrganisations, !portrait.organisations.isEmpty else { return }
    var table = MarkdownTable([.init("Organisation"), .number("Paid")])
    for supplier in portrait.organisations {
      table.append(["\(supplier.name)", Self.money(supplier.pence)])
    }
    document.table(table)
    document.paragraph(
      "Only suppliers whose name is evidently that of an organisation are shown.")
  }
}
