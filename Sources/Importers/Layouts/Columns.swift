import Tabular

/// The columns of a sheet by their headings, where the header is the first row with words.
struct Columns {
  private let names: [String: Int]
  /// Where headings stand that stood before.
  private let repeated: [String: Int]
  /// The header row's index in the sheet.
  let headerRow: Int

  /// Takes a row of a sheet as its header.
  init(_ sheet: Table, headerRow: Int) {
    self.headerRow = headerRow
    var names: [String: Int] = [:]
    var repeated: [String: Int] = [:]
    for (index, field) in sheet.rows[headerRow].fields.enumerated() {
      let key = Self.key(field)
      guard !key.isEmpty else { continue }
      if names[key] == nil { names[key] = index } else { repeated[key] = index }
    }
    self.names = names
    self.repeated = repeated
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

  /// Refuses a sheet in which a column that is read has its heading twice: nobody can say which
  /// of the two is meant.
  ///
  /// - Throws: `ImportError` with the line and the number of the second column.
  func refuseRepeats(of wanted: [String], in sheet: Table) throws(ImportError) {
    for name in wanted {
      guard let again = repeated[name], let first = names[name] else { continue }
      throw ImportError(
        .incomplete, line: sheet.rows[headerRow].line,
        "the columns \(first + 1) and \(again + 1) are both called '\(name)', expected one; "
          + "give one of them another name")
    }
  }

  /// True where one of the columns has its heading twice.
  func repeats(anyOf wanted: [String]) -> Bool { wanted.contains { repeated[$0] != nil } }

  /// Those of the names that are missing.
  func missing(_ required: [String]) -> [String] { required.filter { names[$0] == nil } }
}
