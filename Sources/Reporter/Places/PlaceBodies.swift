import Evidence
import Indicators
import Places

/// Section 4: who spends, by body.
struct PlaceBodies {
  private static let kinds: [(id: String, name: String)] = [
    ("money_councils", "Councils"), ("money_combined_authority", "Combined authority"),
    ("money_police", "Police"), ("money_fire", "Fire and rescue"), ("money_waste", "Waste"),
    ("money_transport", "Transport"),
  ]

  func write(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    if story.isJoined {
      writeGroup(&story, &document)
    } else if story.place.tier.isCouncil {
      writeCouncil(&story, &document)
    } else {
      Self.writeAbsence(
        "\(story.nameFirst) has no council of its own. Who spends what is told place by place: the "
          + "reports of combined authorities set councils beside the authority, police, fire, waste and "
          + "transport bodies. NHS, benefits and other national spending are not held.", &document)
    }
  }

  private static func writeAbsence(_ why: MarkdownText, _ document: inout MarkdownDocument) {
    document.heading(2, "Who spends")
    document.paragraph(why)
  }

  private func writeGroup(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    let parts = Self.kinds.compactMap { kind in
      story.series(kind.id).last.map { (kind.name, $0) }
    }.filter { !$0.1.isNotApplicable }
    guard !parts.isEmpty, let period = parts.first?.1.period else {
      Self.writeAbsence(
        "No outturn of the councils and bodies of \(story.name) is held that could be set side by "
          + "side.", &document)
      return
    }
    let whole = parts.allSatisfy { $0.1.value != nil }
    let pence = parts.compactMap { $0.1.value }.reduce(0, +)
    if whole, pence > 0 {
      let shares = parts.compactMap { name, value -> MarkdownText? in
        guard let amount = value.value,
          let share = Rounded(amount / pence * 100, to: .whole, unit: .pence)
        else { return nil }
        return "\(name.lowercased()) \(share)"
      }
      document.heading(2, "Of each £1 spent outside education: \(Self.list(shares))")
    } else {
      document.heading(2, "Who spends: not every body can be counted")
    }
    let bodies = parts.map { name, value in
      WhoSpendsFigure.Body(
        name, pence: value.value.map { Int(($0 * 100).rounded()) },
        mark: value.value == nil ? "[x]" : "")
    }
    let figure = WhoSpendsFigure(
      caption: FigureCaption(
        title: "Who spends in \(story.name), \(period.phrase)",
        subtitle: "Net current expenditure outside education"), bodies: bodies)
    document.paragraph(story.draw("who-spends", figure))
    var table = MarkdownTable([.init("Body"), .number("Net current expenditure outside education")])
    for (name, value) in parts { table.append(["\(name)", story.cell(value)]) }
    if let all = story.series("money_all").last, all.period == period {
      table.append(["All of these", story.cell(all)])
    }
    document.table(table)
    document.paragraph(
      "\(period.phrase). NHS, benefits and other national spending in the place are not held. A "
        + "body that also serves other places is never cut: it is then marked as not available. "
        + "Councils’ own fire services are in the councils’ line.")
  }

  private func writeCouncil(_ story: inout PlaceStory, _ document: inout MarkdownDocument) {
    guard let own = story.series("money_councils").last else {
      Self.writeAbsence("No outturn of \(story.name) is held.", &document)
      return
    }
    document.heading(2, "Who spends: the council and the bodies that also serve its residents")
    var table = MarkdownTable([
      .init("Body"), .init("Serves"), .number("Net current expenditure outside education"),
    ])
    table.append(["\(story.place.name)", "the council’s own area", story.cell(own)])
    for (code, isWider) in story.context.catalogue.bodies.serving(
      [story.place.code], on: own.period.start) where code != story.place.code
    {
      guard let body = story.context.register[code] else { continue }
      table.append([
        "\(body.name)", isWider ? "a wider area" : "the same area",
        bodyMoney(story, body, own.period),
      ])
    }
    document.table(table)
    document.paragraph(
      "\(own.period.phrase). Amounts of wider bodies are for their whole area and are not cut to "
        + "the council’s: no published figure says how. NHS, benefits and other national spending "
        + "are not held.")
  }

  /// What a body spent in its whole area.
  private func bodyMoney(_ story: PlaceStory, _ body: Place, _ period: Period) -> MarkdownText {
    guard let value = story.context.table.value("money_body", body.code, period),
      let number = story.rounded(value)
    else { return "not published" }
    return "\(number)"
  }

  private static func list(_ parts: [MarkdownText]) -> MarkdownText {
    guard let last = parts.last else { return "" }
    guard parts.count > 1 else { return last }
    let first = parts.dropLast().map(\.source).joined(separator: ", ")
    return MarkdownText(markdown: first) + " and " + last
  }
}

extension IndicatorValue {
  /// True where the place does not have this.
  var isNotApplicable: Bool { value == nil && status.contains(.notApplicable) }
}
