import Evidence
import Places
import Tabular

/// Figures in the tidy form: one row per figure, each with the publisher's line and column.
public struct LongForm: Sendable {
  /// The file's text.
  public let text: [UInt8]
  /// The headings: the tidy form's own, then the publisher's line and column.
  public static let header = [
    "areacd", "areanm", "geography", "indicator", "period", "observation", "measure", "unit",
    "lci_95", "uci_95", "status", "notes", "count", "denominator", "source_line", "source_column",
  ]

  /// Writes figures in this form.
  public init(
    _ observations: [Observation], measures: [String: Measure], register: Register
  ) {
    var writer = CSVWriter(safety: .raw)
    for name in Self.header { writer.append(text: name) }
    writer.endRecord()
    for figure in observations {
      let place = register[figure.place]
      let isMoney = measures[figure.measure]?.unit == .pence
      func number(_ value: Double?) -> String {
        guard let value else { return "" }
        return isMoney ? DecimalText.money(value, in: .pounds) : DecimalText.number(value)
      }
      let fields = [
        figure.place, place?.name ?? "", place?.kind.rawValue ?? "", figure.measure,
        figure.period.iso, number(figure.value), measures[figure.measure]?.title ?? "",
        isMoney ? "£" : measures[figure.measure]?.unit.rawValue ?? "", number(figure.lower),
        number(figure.upper), figure.status.subtracting(.seriesBreak).text, "",
        figure.count.map(DecimalText.number) ?? "",
        figure.denominator.map(DecimalText.number) ?? "",
        String(figure.line), String(figure.field),
      ]
      for field in fields { writer.append(text: field) }
      writer.endRecord()
    }
    text = writer.bytes
  }
}
