import Indicators

/// How far projections strayed from what came, for the index of all reports.
struct PlanCoverage {
  private let review: ProjectionReview

  init(_ context: ReportContext) {
    review = ProjectionReview(context.catalogue, context.table)
  }

  /// A share this far from what it should be is named.
  private static let margin = 5.0

  func write(_ document: inout MarkdownDocument) {
    guard !review.rows.isEmpty else { return }
    document.heading(2, "How far projections can be trusted")
    document.paragraph(
      "Yearly series were projected from every past year with six points before it, and the ranges "
        + "compared with the years that followed. Places whose code ends in an even digit decided how "
        + "wide the ranges are; the table judges them on all \(review.series) series of the other places, "
        + "which taught nothing. `placewise plan --coverage` does it anew. A good 80% range holds what came "
        + "four times of five, a good 95% range nineteen times of twenty.")
    var table = MarkdownTable([
      .number("Years ahead"), .number("Comparisons"), .number("Within the 80% range"),
      .number("Within the 95% range"),
    ])
    for row in review.rows {
      table.append([
        "\(row.horizon)", "\(row.comparisons)", PlanStory.cell(.percent(row.within80)),
        PlanStory.cell(.percent(row.within95)),
      ])
    }
    document.table(table)
    document.paragraph(verdict(review))
  }

  private func verdict(_ review: ProjectionReview) -> MarkdownText {
    func words(_ share: (ProjectionReview.Row) -> Double, _ wanted: Double) -> MarkdownText {
      let far = review.rows.filter { abs(share($0) - wanted) > Self.margin }
      guard !far.isEmpty else { return "within 5 points of it at every horizon" }
      let wide = far.allSatisfy { share($0) > wanted }
      let short = far.allSatisfy { share($0) < wanted }
      let how =
        wide ? "too wide" : short ? "too narrow" : "too wide or too narrow"
      let years = PlaceGaps.joined(far.map { String($0.horizon) })
      return "more than 5 points from it, \(how), at " + years + " years ahead"
    }
    return "The 80% range is " + words(\.within80, 80) + ". The 95% range is "
      + words(\.within95, 95)
      + ". Comparisons at neighbouring years and places are not independent."
  }
}
