import Reporter
import Store
import Tabular

extension Grid {
  /// The grid in a format, as bytes with a final line end.
  func bytes(as style: OutputStyle) -> [UInt8] {
    switch style.format {
    case .table: TableText(self).bytes
    case .markdown: markdown
    case .csv: csv(style)
    case .json: json
    }
  }

  private var markdown: [UInt8] {
    var table = MarkdownTable(
      headings.enumerated().map { index, name in
        .init(MarkdownText(escaping: name), isNumeric(index) ? .right : .left)
      })
    for row in rows { table.append(row.map { MarkdownText(escaping: $0.shown) }) }
    return Array((table.render() + "\n").utf8)
  }

  /// How many rows are written at once.
  private static let piece = 16_384

  /// The rows are written a piece on each processor: there may be hundreds of thousands.
  private func csv(_ style: OutputStyle) -> [UInt8] {
    let writer = CSVWriter(
      safety: style.isRaw ? .raw : .spreadsheet, byteOrderMark: style.hasByteOrderMark)
    var head = writer
    head.append(record: headings)
    var bytes = head.bytes
    let following = CSVWriter(safety: style.isRaw ? .raw : .spreadsheet)
    let length = Self.piece * headings.count
    let count = (rowCount + Self.piece - 1) / Self.piece
    let pieces = WorkAhead(count: count, depth: 2) { index in
      csv(cells[index * length..<min((index + 1) * length, cells.count)], following)
    }
    let written = (0..<count).map { pieces.take($0) }
    bytes.reserveCapacity(written.reduce(bytes.count) { $0 + $1.count })
    for piece in written { bytes += piece }
    return bytes
  }

  private func csv(_ cells: ArraySlice<Cell>, _ empty: CSVWriter) -> [UInt8] {
    var writer = empty
    var column = 0
    for cell in cells {
      switch cell {
      case .empty: writer.appendEmpty()
      case .text(let text): writer.append(text: text)
      case .int, .number: writer.append(number: cell.exact)
      }
      column += 1
      guard column == headings.count else { continue }
      writer.endRecord()
      column = 0
    }
    return writer.bytes
  }

  /// An array of objects, one on each line, numbers as numbers and gaps as null.
  private var json: [UInt8] {
    let names = headings.map(JSONValue.string)
    var text = "["
    for (number, row) in rows.enumerated() {
      text += number == 0 ? "\n{" : ",\n{"
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        text += names[index] + ":" + JSONValue.text(cell)
      }
      text += "}"
    }
    return Array((text + (rows.isEmpty ? "]\n" : "\n]\n")).utf8)
  }
}
