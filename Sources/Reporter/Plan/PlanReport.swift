import Evidence
import Indicators
import Places
import Tabular

/// The ten-year prevention plan of a place: thirteen sections, its figures and its numbers.
public struct PlanReport {
  private let context: ReportContext
  private let place: Place

  /// Prepares the plan of a place.
  public init(_ context: ReportContext, _ place: Place) {
    self.context = context
    self.place = place
  }

  /// The files: `plan.md`, `plan.csv` and the figures, with paths below the place's folder.
  public func files() -> [ReportFile] {
    let (document, rows, figures) = written()
    return [
      ReportFile(path: "plan.md", text: document.render()),
      ReportFile(path: "plan.csv", bytes: Self.csv(rows)),
    ] + figures
  }

  /// The plan as one web page.
  public func page() -> String {
    let (document, _, figures) = written()
    return HTMLPage(document, title: "\(place.name): ten-year prevention plan", figures: figures)
      .render()
  }

  private func written() -> (MarkdownDocument, PlanRows, [ReportFile]) {
    var plan = PlanStory(context, place)
    var document = MarkdownDocument(rows: "plan.csv")
    document.heading(1, "\(place.name): a ten-year prevention plan")
    PlanOnePage().write(&plan, &document)
    PlanDefinition().write(&plan, &document)
    PlanMoney().write(&plan, &document)
    PlanTargets().write(&plan, &document)
    PlanCrisis().write(&plan, &document)
    PlanNothingChanges().write(&plan, &document)
    PlanShiftPath().write(&plan, &document)
    PlanPayers().write(&plan, &document)
    PlanFairness().write(&plan, &document)
    PlanDelivery().write(&plan, &document)
    PlanGovernance().write(&plan, &document)
    PlanRobustness().write(&plan, &document)
    PlanReview().write(&plan, &document)
    document.footnotes(plan.story.notes)
    var numbers = WorkedNumbers(file: "")
    var rows = plan.rows
    let keyed = document.with(blocks: numbers.keyed(document.sourceBlocks))
    for row in numbers.rows { rows.add(row) }
    for key in document.keys { rows.quote(key, context, place) }
    return (keyed, rows, plan.story.figures)
  }

  private static func csv(_ rows: PlanRows) -> [UInt8] {
    var writer = CSVWriter()
    writer.append(record: PlanRows.header)
    for row in rows.rows {
      for (index, field) in row.enumerated() {
        if (3...5).contains(index) {
          writer.append(number: field)
        } else {
          writer.append(text: field)
        }
      }
      writer.endRecord()
    }
    return writer.takeBytes()
  }
}
