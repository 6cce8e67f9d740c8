import Evidence
import Places
import Tabular

/// Figures in this product's compact form: one row per place and period.
public struct WideForm: Sendable {
  /// The file's text.
  public let text: [UInt8]
  /// The headings.
  public let header: [String]
  /// The publisher's column of each measure, 1-based.
  public let columns: [(measure: String, column: Int)]

  /// Writes figures in this form; nil where they do not fit it.
  ///
  /// They fit where every place and period stands on one line of the published file, each measure
  /// in one column of it, a row's figures share their marks, and money has neither limits nor a
  /// numerator.
  ///
  /// `scale` is the unit of money in the file, nil for figures that are not money.
  public init?(_ observations: [Observation], register: Register, scale: Money.Scale?) {
    guard let rows = Self.rows(observations),
      scale == nil || observations.allSatisfy({ Self.parts(of: $0).isEmpty })
    else { return nil }
    var order: [String: Int] = [:]
    var columns: [(measure: String, column: Int)] = []
    for observation in observations {
      if let at = order[observation.measure] {
        guard columns[at].column == observation.field else { return nil }
      } else {
        order[observation.measure] = columns.count
        columns.append((observation.measure, observation.field))
      }
    }
    var held: [Set<WideColumn.Part>] = Array(repeating: [], count: columns.count)
    for figure in observations where figure.value != nil {
      if let at = order[figure.measure] { held[at].formUnion(Self.parts(of: figure)) }
    }
    let parts = held.map { held in WideColumn.Part.allCases.filter(held.contains) }
    header =
      WideLayout.keys
      + zip(columns, parts).flatMap { column, parts in
        [column.measure] + parts.map { WideColumn.heading(column.measure, $0) }
      }
    var writer = CSVWriter(safety: .raw)
    for name in header { writer.append(text: name) }
    writer.endRecord()
    for row in rows {
      guard let first = row.first, let status = Self.status(row, of: columns.count) else {
        return nil
      }
      writer.append(text: first.place)
      writer.append(text: register[first.place]?.name ?? "")
      writer.append(text: first.period.iso)
      writer.append(text: status.text)
      writer.append(text: String(first.line))
      var cells = parts.map { [String](repeating: "", count: 1 + $0.count) }
      for figure in row {
        guard let at = order[figure.measure] else { return nil }
        cells[at] =
          [Self.cell(figure, rowStatus: status, scale)]
          + parts[at].map { Self.number(figure, $0).map(DecimalText.number) ?? "" }
      }
      for cell in cells.joined() { writer.append(text: cell) }
      writer.endRecord()
    }
    text = writer.bytes
    self.columns = columns
  }

  private static func number(_ figure: Observation, _ part: WideColumn.Part) -> Double? {
    guard figure.value != nil else { return nil }
    return switch part {
    case .lower: figure.lower
    case .upper: figure.upper
    case .count: figure.count
    case .denominator: figure.denominator
    }
  }

  /// What stands beside a figure's value.
  private static func parts(of figure: Observation) -> [WideColumn.Part] {
    WideColumn.Part.allCases.filter { number(figure, $0) != nil }
  }

  /// The figures by line; nil where a line speaks of two places or periods.
  private static func rows(_ observations: [Observation]) -> [[Observation]]? {
    var rows: [[Observation]] = []
    var seen: Set<String> = []
    for observation in observations {
      if let last = rows.last?.first, last.line == observation.line {
        guard last.place == observation.place, last.period == observation.period else { return nil }
        rows[rows.count - 1].append(observation)
      } else {
        guard seen.insert("\(observation.place) \(observation.period.iso)").inserted else {
          return nil
        }
        rows.append([observation])
      }
    }
    return rows
  }

  /// The marks that all figures of a row share; nil where a value has others.
  ///
  /// A blank status is a row's where it stands in place of every measure's figure. Breaks are left
  /// out: they come from the catalogue when the form is read.
  private static func status(_ row: [Observation], of measures: Int) -> Status? {
    let values = row.filter { $0.value != nil }.map { $0.status.subtracting(.seriesBreak) }
    if let first = values.first {
      return !first.isBlank && values.allSatisfy { $0 == first } ? first : nil
    }
    let blanks = row.map { $0.status.subtracting(.seriesBreak) }
    guard let first = blanks.first, first.isBlank, row.count == measures,
      blanks.allSatisfy({ $0 == first })
    else { return [] }
    return first
  }

  private static func cell(
    _ figure: Observation, rowStatus: Status, _ scale: Money.Scale?
  ) -> String {
    guard let value = figure.value else {
      let status = figure.status.subtracting(.seriesBreak)
      return rowStatus.isBlank ? "" : "[\(status.text)]"
    }
    return scale.map { DecimalText.money(value, in: $0) } ?? DecimalText.number(value)
  }
}
