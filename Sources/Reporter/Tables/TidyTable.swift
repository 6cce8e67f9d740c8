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
  private var statuses: [Status: [UInt8]] = [:]

  /// Begins with the headings.
  init() {
    var writer = CSVWriter()
    writer.append(record: TidyRows.header)
    bytes = writer.takeBytes()
  }

  /// Appends the values of an indicator for the places at some positions; of the periods wanted
  /// only, where any are named.
  mutating func append(
    _ values: PackedValues, at positions: Range<Int>, _ same: TidyRows.Constants,
    _ register: Register, only wanted: Set<String>? = nil
  ) {
    let periods = values.periods.map { Array($0.iso.utf8) }
    var words = WordTexts(values.words)
    let middle = [0x2C] + Self.text([same.measure, same.unit])
    let end = [0x2C] + Self.text([same.source, ""]) + [0x0A]
    let decimals = same.indicator.decimals
    for position in positions {
      let code = values.place(at: position)
      let place = register[code]
      let before =
        Self.text([code, place?.name ?? "", place?.kind.rawValue ?? "", values.indicator]) + [0x2C]
      for index in 0..<values.count(at: position) {
        let row = values.row(index, at: position)
        if let wanted, !wanted.contains(values.periods[row.period].iso) { continue }
        bytes += before
        bytes += periods[row.period]
        append(row.numbers[0], decimals)
        bytes += middle
        append(row.numbers[1], decimals)
        append(row.numbers[2], decimals)
        bytes.append(0x2C)
        if !row.status.isEmpty { bytes += status(row.status) }
        words.append(row.note, to: &bytes)
        append(row.numbers[3], same.countDecimals)
        append(row.numbers[4], 2)
        append(row.numbers[5], 3)
        words.append(row.compared, to: &bytes)
        words.append(row.trend, to: &bytes)
        bytes += end
      }
    }
  }

  /// Words as they stand in a record, each made when it is first wanted.
  private struct WordTexts {
    private let words: [String]
    private var texts: [[UInt8]?]

    init(_ words: [String]) {
      self.words = words
      texts = Array(repeating: nil, count: words.count)
    }

    /// Appends a comma and a word.
    mutating func append(_ word: Int, to bytes: inout [UInt8]) {
      bytes.append(0x2C)
      guard !words[word].isEmpty else { return }
      let text = texts[word] ?? TidyTable.text([words[word]])
      if texts[word] == nil { texts[word] = text }
      bytes += text
    }
  }

  private mutating func status(_ status: Status) -> [UInt8] {
    if let known = statuses[status] { return known }
    let text = Array(status.text.utf8)
    statuses[status] = text
    return text
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
