import Tabular

/// The columns of a sheet by their headings, where the header is the first row with words.
struct Columns {
  private let names: [String: Int]
  /// The header row's index in the sheet.
  let headerRow: Int

  /// Takes a row of a sheet as its header.
  init(_ sheet: Table, headerRow: Int) {
    self.headerRow = headerRow
    var names: [String: Int] = [:]
    for (index, field) in sheet.rows[headerRow].fields.enumerated() {
      let key = Self.key(field)
      if !key.isEmpty, names[key] == nil { names[key] = index }
    }
    self.names = names
  }

  /// The first of the leading rows that has all the columns, or nil.
  init?(_ sheet: Table, requiring required: [String], within rows: Int = 30) {
    for index in sheet.rows.indices.prefix(rows) {
      let keys = Set(sheet.rows[index].fields.map(Self.key))
      if required.allSatisfy({ keys.contains($0) }) {
        self.init(sheet, headerRow: index)
        return
      }
    }
    return nil
  }

  /// Headings in a machine's spelling: lower case, underscores kept, blanks around gone.
  ///
  /// Gone as well is a byte order mark that was taken for Windows-1252 and written again.
  static func key(_ field: String) -> String {
    let text = CellText.trimmed(field)
    return (text.hasPrefix("ï»¿") ? String(text.dropFirst(3)) : text).lowercased()
  }

  /// The index of a column, or nil.
  subscript(_ name: String) -> Int? { names[name] }

  /// Those of the names that are missing.
  func missing(_ required: [String]) -> [String] { required.filter { names[$0] == nil } }
}
