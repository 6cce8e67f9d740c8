/// The input cells of one row, read strictly and by name.
struct CalculationRow {
  let columns: [CalculationColumn]
  let cells: [String]

  /// The text of an input; its fallback when the cell is beyond the row.
  func text(_ name: String) -> String {
    for (index, column) in columns.enumerated() where column.name == name {
      return index < cells.count ? cells[index] : column.fallback ?? "NA"
    }
    return "NA"
  }

  /// One number, nil when missing.
  func number(_ name: String) throws(Blank) -> Double? {
    try read(text(name), name)
  }

  /// One number that has to be there.
  func needed(_ name: String, _ what: Quantity) throws(Blank) -> Double {
    guard let value = try number(name) else { throw .missing(what) }
    return value
  }

  /// One whole number that has to be there.
  func whole(_ name: String, _ what: Quantity) throws(Blank) -> Int {
    let value = try needed(name, what)
    guard let whole = Int(exactly: value) else { throw .notWhole(what) }
    return whole
  }

  /// A list of numbers, nil where missing.
  func numbers(_ name: String) throws(Blank) -> [Double?] {
    var values: [Double?] = []
    for part in entries(name) { values.append(try read(part, name)) }
    return values
  }

  /// A list of numbers that all have to be there.
  func allNumbers(_ name: String, _ what: Quantity) throws(Blank) -> [Double] {
    try Check.all(try numbers(name), what)
  }

  /// The entries of a list as they stand; an empty or `NA` cell has one missing entry.
  func entries(_ name: String) -> [String] {
    text(name).split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }

  /// `true` or `false`.
  func flag(_ name: String) throws(Blank) -> Bool {
    switch text(name) {
    case "true": true
    case "false": false
    case let other: throw .unreadable(column: name, text: other, expected: "true or false")
    }
  }

  /// One of several words.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, as type: Word.Type
  ) throws(Blank) -> Word where Word.RawValue == String {
    let text = text(name)
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw .unreadable(column: name, text: text, expected: "one of \(known)")
  }

  private func read(_ text: String, _ name: String) throws(Blank) -> Double? {
    switch NumberText.read(text) {
    case .number(let value): value
    case .missing: nil
    case .unreadable: throw .unreadable(column: name, text: text, expected: "a number")
    }
  }
}
