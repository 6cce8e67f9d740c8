import Evidence
import Indicators
import Places
import Reporter

/// The lineage of one figure in every form in which it is told.
struct Lineage {
  let explanation: Explanation
  /// What the last build wrote; nil where it wrote no row.
  let value: IndicatorValue?
  let cells: [InputCell]
  let register: Register

  private var indicator: Indicator { explanation.indicator }

  /// The value as reports print it, or the mark in its place.
  private var printed: String {
    guard let number = value?.value else {
      let letters = value?.status.text ?? explanation.figure.status.text
      return letters.isEmpty ? "no figure" : letters.map { "[\($0)]" }.joined(separator: " ")
    }
    return PrintedValue.text(number, indicator)
  }

  private var remarks: [String] {
    var found = explanation.remarks(register)
    if let note = value?.note, !note.isEmpty, !found.contains(where: { $0.hasPrefix(note) }) {
      found.append(note)
    }
    return found
  }

  /// Who protects the figures behind this one, and what was hidden.
  private var disclosure: [String] {
    var found: [String] = []
    for cell in cells {
      guard let protection = cell.protection else { continue }
      let text = "\(cell.source.source.dataset), \(cell.source.source.path): \(protection)"
      if !found.contains(text) { found.append(text) }
    }
    guard cells.isEmpty || cells.contains(where: { $0.protection == nil }) else { return found }
    return found + [
      "rule 'publisher': these statistics were protected by their publishers, whose marks are kept; "
        + "nothing more is hidden"
    ]
  }

  private var facts: Facts {
    var facts = Facts()
    facts.add("indicator", "\(indicator.id): \(indicator.title)")
    facts.add("place", explanation.place.description)
    facts.add("period", explanation.period.label)
    facts.add("printed", printed)
    facts.add("stored value", .number(value?.value))
    facts.add("numerator", .number(value?.count))
    facts.add("denominator", .number(value?.denominator))
    facts.add("lower limit", .number(value?.lower))
    facts.add("upper limit", .number(value?.upper))
    facts.add("status", value?.status.text)
    facts.add("definition", indicator.definition)
    facts.add("formula", indicator.formula)
    facts.add("unit", indicator.unit)
    facts.add("interval", indicator.method.words)
    facts.add("rounding", "printed with \(indicator.decimals) decimals at most, halves away from 0")
    facts.add("disclosure", each: disclosure)
    facts.add("remark", each: remarks)
    facts.add("classification", each: classification)
    return facts
  }

  private var classification: [String] {
    explanation.classification.map { line in
      let shares = zip(PreventionScheme.levels, line.shares).filter { $0.1 > 0 }
        .map { "\($0.0) \(DecimalOutput.fixed($0.1, 3))" }.joined(separator: ", ")
      return "\(line.scheme): \(line.line): \(shares) (\(line.confidence); \(line.source))"
    }
  }

  /// Every input with its cells.
  var inputs: Grid {
    var grid = Grid([
      "measure", "place", "period", "value", "unit", "status", "dataset", "release", "released",
      "file",
      "sha256", "line", "column", "raw", "publisher_file", "publisher_sha256", "publisher_line",
      "publisher_column",
    ])
    for cell in cells {
      let source = cell.source.source
      grid.append([
        .text(cell.measure), .text(register[cell.place]?.name ?? cell.place),
        .text(cell.period.label), .number(cell.value), .words(cell.unit),
        .words(cell.status),
        .words(source.dataset), .words("\(source.publisher): \(source.title)"),
        .words(source.published), .text(source.path), .text(source.sha256), .int(cell.line),
        .int(cell.column), .words(cell.raw), .words(cell.origin?.file),
        .words(cell.origin?.sha256),
        cell.origin.flatMap { $0.isSum ? nil : .int($0.line) } ?? .empty,
        cell.origin.map { .int($0.column) } ?? .empty,
      ])
    }
    return grid
  }

  /// For people: the facts, then each input in three lines.
  var text: [UInt8] {
    var bytes = facts.bytes(as: OutputStyle())
    bytes += Array("\ninputs\n".utf8)
    for cell in cells { bytes += TerminalText.safe(lines(cell)) }
    if cells.isEmpty { bytes += Array("  none is held\n".utf8) }
    return bytes
  }

  private func lines(_ cell: InputCell) -> String {
    let source = cell.source.source
    let place = register[cell.place]?.name ?? cell.place
    let value = cell.said ?? "no value"
    let marks = cell.status.isEmpty ? "" : " [\(cell.status)]"
    var text = "  \(cell.measure), \(place), \(cell.period.label): \(value)\(marks)\n"
    text += "    \(source.path):\(cell.line), column \(cell.column): \(cell.shown)\n"
    text += "    \(source.publisher): \(source.title)"
    text += source.published.isEmpty ? "\n" : ", released \(source.published)\n"
    if let origin = cell.origin {
      text += "    \(origin.file), \(Self.place(origin)), "
      text += "SHA-256 \(origin.sha256.prefix(16))…\n"
    }
    return text
  }

  private static func place(_ origin: InputCell.Origin) -> String {
    origin.isSum
      ? "the sum of the authorities' rows in column \(origin.column)"
      : "line \(origin.line), column \(origin.column)"
  }

  /// The facts and the inputs as Markdown.
  var markdown: String {
    var document = MarkdownDocument()
    document.heading(
      2, "\(indicator.title), \(explanation.place.name), \(explanation.period.phrase): \(printed)")
    document.paragraph("\(indicator.definition).")
    document.paragraph("Formula: " + .code(indicator.formula))
    document.list((remarks + disclosure).map { MarkdownText(escaping: $0) })
    var table = MarkdownTable([
      .init("Input"), .init("Place"), .init("Period"), .number("Value"), .init("Our file"),
      .init("Publisher’s file"),
    ])
    for cell in cells {
      let value = cell.said ?? "[\(cell.status)]"
      let origin = cell.origin.map { "\($0.file), \(Self.place($0))" }
      table.append([
        .code(cell.measure), "\(register[cell.place]?.name ?? cell.place)",
        "\(cell.period.label)", "\(value)",
        "\(cell.source.source.path), line \(String(cell.line)), column \(String(cell.column))",
        "\(origin ?? "")",
      ])
    }
    document.table(table)
    return document.render()
  }

  /// One object: the facts, then the inputs as a list of objects.
  var json: String {
    let own = String(decoding: facts.bytes(as: .json), as: UTF8.self)
    let list = String(decoding: inputs.bytes(as: .json), as: UTF8.self)
    return own.dropLast(2) + ",\n\"inputs\":" + list.dropLast() + "}\n"
  }
}

extension OutputStyle {
  /// JSON.
  fileprivate static var json: OutputStyle {
    var style = OutputStyle()
    style.format = .json
    return style
  }
}
