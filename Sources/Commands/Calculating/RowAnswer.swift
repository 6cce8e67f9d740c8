import Statistics
import Tabular

/// The answers to the rows of one table.
///
/// Two methods that tables of millions of rows are given to work on bytes as long as every row
/// has the same confidence and multiplier; all others, and any row that differs, go through text.
struct RowAnswer {
  private let method: CalculationMethod
  private let width: Int
  private let positions: [Int?]
  private let kind: CountRows.Kind?
  private let settings: [Int]
  private var fast: CountRows?
  private var known: [[UInt8]] = []
  /// Rows with a reason in place of a figure.
  private(set) var blanks = 0

  init(_ method: CalculationMethod, _ header: [String], _ positions: [Int?]) {
    self.method = method
    width = header.count
    self.positions = positions
    let kinds: [String: CountRows.Kind] = [
      "crude_rate": .crudeRate, "wilson_proportion": .wilsonProportion,
    ]
    kind = kinds[method.name]
    settings = positions.indices.dropFirst(2).filter { _ in kinds[method.name] != nil }
  }

  /// Appends a row with its answer.
  mutating func append(_ record: Record, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: record.bytes[..<record.textLength])
    guard record.count == width else {
      let reason = "found \(record.count) fields, expected \(width) as in the header"
      append(method.outputs.map { _ in "NA" } + [reason], to: &buffer)
      return
    }
    if prepare(record), let fast, let count = positions[0], let denominator = positions[1] {
      let before = buffer.count
      record.bytes.span.withRanges(record, count, denominator) { bytes, first, second in
        fast.append(count: first, denominator: second, of: bytes, to: &buffer)
      }
      // The last cell, the reason, is empty where there is a figure.
      if buffer.count > before, buffer[buffer.count - 1] != 0x2C { blanks += 1 }
      buffer.append(0x0A)
      return
    }
    append(method(record.strings, at: positions), to: &buffer)
  }

  /// Makes the fast way ready for a row's confidence and multiplier; false where there is none.
  private mutating func prepare(_ record: Record) -> Bool {
    guard let kind, positions.count >= 2, positions[0] != nil, positions[1] != nil else {
      return false
    }
    if fast != nil, isKnown(record) { return true }
    let texts = settings.map { index -> String in
      positions[index].map { record.string(at: $0) } ?? method.inputs[index].fallback ?? "NA"
    }
    var confidence: Double?
    var multiplier = 1.0
    for (index, text) in zip(settings, texts) {
      guard let number = Double(text), number.isFinite else { return false }
      if method.inputs[index].name == "confidence" { confidence = number }
      if method.inputs[index].name == "multiplier" { multiplier = number }
    }
    guard let made = try? CountRows(kind, confidence: confidence, multiplier: multiplier) else {
      return false
    }
    fast = made
    known = settings.map { index in
      positions[index].map { Array(record.bytes[record.range(at: $0)]) } ?? []
    }
    return true
  }

  private func isKnown(_ record: Record) -> Bool {
    for (at, index) in settings.enumerated() {
      guard let position = positions[index] else { continue }
      guard record.bytes[record.range(at: position)].elementsEqual(known[at]) else { return false }
    }
    return true
  }

  private mutating func append(_ cells: [String], to buffer: inout [UInt8]) {
    if cells.last?.isEmpty == false { blanks += 1 }
    for cell in cells {
      buffer.append(0x2C)
      CSVCell.append(cell, to: &buffer)
    }
    buffer.append(0x0A)
  }
}

extension Span<UInt8> {
  /// Lends the bytes of a record with the ranges of two of its fields.
  fileprivate func withRanges(
    _ record: Record, _ first: Int, _ second: Int,
    _ body: (borrowing Span<UInt8>, Range<Int>, Range<Int>) -> Void
  ) {
    body(self, record.range(at: first), record.range(at: second))
  }
}

/// One cell of text, quoted where it must be.
enum CSVCell {
  /// Appends a cell.
  static func append(_ text: String, to buffer: inout [UInt8]) {
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      buffer.append(contentsOf: text.utf8)
      return
    }
    buffer.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }
}
