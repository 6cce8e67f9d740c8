import Reporter
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

  private func csv(_ style: OutputStyle) -> [UInt8] {
    var writer = CSVWriter(
      safety: style.isRaw ? .raw : .spreadsheet, byteOrderMark: style.hasByteOrderMark)
    writer.append(record: headings)
    for row in rows {
      for cell in row {
        switch cell {
        case .empty: writer.appendEmpty()
        case .text(let text): writer.append(text: text)
        case .int, .number: writer.append(number: cell.exact)
        }
      }
      writer.endRecord()
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
