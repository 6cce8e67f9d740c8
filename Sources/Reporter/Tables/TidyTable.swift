import Evidence
import Indicators
import Places
import Tabular

/// Tidy rows written as bytes, what repeats in a series made once.
///
/// The same text as `TidyRows.fields` through a `CSVWriter`; a quarter of a million rows are
/// written at every build, so no string is made for a row.
struct TidyTable {
  private(set) var bytes: [UInt8] = []
  private var periods: [Period: [UInt8]] = [:]
  private var statuses: [Status: [UInt8]] = [:]

  /// Begins with the headings.
  init() {
    var writer = CSVWriter()
    writer.append(record: TidyRows.header)
    bytes = writer.takeBytes()
  }

  /// Appends the values of one place and indicator.
  mutating func append(_ series: [IndicatorValue], _ same: TidyRows.Constants, _ place: Place?) {
    guard let first = series.first else { return }
    let before = Self.text([
      first.place, place?.name ?? "", place?.kind.rawValue ?? "", first.indicator,
    ])
    let middle = Self.text([same.measure, same.unit])
    let end = Self.text([same.source, ""])
    let decimals = same.indicator.decimals
    for value in series {
      bytes += before
      bytes.append(0x2C)
      bytes += period(value.period)
      append(value.value, decimals)
      bytes.append(0x2C)
      bytes += middle
      append(value.lower, decimals)
      append(value.upper, decimals)
      bytes.append(0x2C)
      bytes += status(value.status)
      append(value.note)
      append(value.count, same.countDecimals)
      append(value.denominator, 2)
      append(value.coverage, 3)
      append(value.compared)
      append(value.trend)
      bytes.append(0x2C)
      bytes += end
      bytes.append(0x0A)
    }
  }

  private mutating func period(_ period: Period) -> [UInt8] {
    if let known = periods[period] { return known }
    let text = Array(period.iso.utf8)
    periods[period] = text
    return text
  }

  private mutating func status(_ status: Status) -> [UInt8] {
    if let known = statuses[status] { return known }
    let text = Array(status.text.utf8)
    statuses[status] = text
    return text
  }

  private mutating func append(_ text: String) {
    bytes.append(0x2C)
    if !text.isEmpty { bytes += Self.text([text]) }
  }

  private mutating func append(_ value: Double?, _ decimals: Int) {
    bytes.append(0x2C)
    if let value { DecimalOutput.append(value, decimals, to: &bytes) }
  }

  /// Some fields as they stand in a record, without its end.
  private static func text(_ fields: [String]) -> [UInt8] {
    var writer = CSVWriter()
    for field in fields { writer.append(text: field) }
    return writer.takeBytes()
  }
}
