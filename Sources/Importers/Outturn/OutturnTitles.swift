import Evidence
import Tabular

/// Names the measures of an outturn sheet from its own headings.
struct OutturnTitles {
  private let sheet: Table
  private let structure: OutturnStructure

  init(_ sheet: Table, _ structure: OutturnStructure) {
    self.sheet = sheet
    self.structure = structure
  }

  /// The measures of the loaded columns, with a title made of line and column.
  var measures: [Measure] {
    var line = ""
    var last = ""
    return structure.columns.map { column in
      let stem = String(column.measure.split(separator: ".").dropLast().joined(separator: "."))
      // The line's name stands above the first of its columns only; it is new with a new stem.
      if stem != last || line.isEmpty { line = heading(column.index) }
      last = stem
      return Measure(
        id: column.measure, title: title(column.measure, line), unit: .pence,
        kind: column.measure.contains(".reserves") ? .stock : .flow,
        service: OutturnColumns.service(of: column.measure))
    }
  }

  private func heading(_ index: Int) -> String {
    let own = clean(sheet.rows[structure.headerRow][index])
    guard structure.headerRow > 0, !own.contains(" - "), own.hasPrefix("Employees") else {
      return own
    }
    return clean(sheet.rows[structure.headerRow - 1][index])
  }

  private func title(_ measure: String, _ line: String) -> String {
    let parts = measure.split(separator: ".")
    guard parts.count == 3 else { return line }
    var name = line
    for mark in [" - Employees", "- Employees", " - Net Current", " - Total Exp"] {
      if let range = name.firstRange(of: mark) { name = String(name[..<range.lowerBound]) }
    }
    return "\(CellText.trimmed(name)): \(OutturnColumns.words(parts[2]))"
  }

  /// One line without note marks and column numbers.
  private func clean(_ text: String) -> String {
    var words = text.split { $0 == " " || $0.isNewline }.map(String.init)
    if let note = words.firstIndex(of: "[note") {
      words.removeSubrange(note...min(note + 1, words.count - 1))
    }
    if let columns = words.firstIndex(where: { $0.hasPrefix("(C") }) {
      words.removeSubrange(columns...)
    }
    return words.joined(separator: " ")
  }
}
