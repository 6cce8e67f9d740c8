import Evidence
import Tabular

/// Where the parts of an outturn sheet stand: found in the sheet, never assumed.
///
/// The header row is the first with `E-code` and `Local authority`; asset codes may stand in any
/// row above or below it; sheets without asset codes are read by their headings.
struct OutturnStructure {
  /// Columns that say which authority a row is about.
  struct Keys {
    var ecode = 0
    var name = 0
    var code: Int?
    var notes: Int?
    var classification: Int?
    var certified: Int?

    /// True for one of these columns.
    func contains(_ index: Int) -> Bool {
      index == ecode || index == name
        || [code, notes, classification, certified].contains(index)
    }
  }

  /// A column that is loaded.
  struct Column {
    let index: Int
    let measure: String
    let unitIsMoney: Bool
  }

  let headerRow: Int
  let codesRow: Int?
  let keys: Keys
  let columns: [Column]
  /// Columns with a heading that are not loaded.
  let unused: [String]
  let isService: Bool

  /// The header row of an outturn sheet, or nil.
  static func headerRow(of sheet: Table) -> Int? {
    sheet.rows.firstIndex { row in
      // Every sheet is asked, and few rows of any have a word that may be `E-code`.
      guard row.fields.prefix(12).contains(where: mayBeCode) else { return false }
      let keys = row.fields.prefix(12).map(CellText.key)
      return keys.contains("e code") && keys.contains("local authority")
    }
  }

  /// True where an E with no letter or digit behind it begins a text, marks aside.
  private static func mayBeCode(_ field: String) -> Bool {
    var isInMark = false
    var hasE = false
    for byte in field.utf8 {
      switch byte {
      case 0x5B: isInMark = true
      case 0x5D: isInMark = false
      case _ where isInMark: continue
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        guard !hasE, byte | 0x20 == 0x65 else { return false }
        hasE = true
      default: if hasE { return true }
      }
    }
    return false
  }

  /// The row that holds asset codes, or nil.
  static func codesRow(of sheet: Table) -> Int? {
    sheet.rows.firstIndex { row in
      var count = 0
      for field in row.fields where field.utf8.count > 8 && field.hasPrefix("R") {
        if OutturnColumns.measure(assetCode: field) != nil { count += 1 }
        if count == 7 { return true }
      }
      return false
    }
  }

  static func keys(_ header: Row) -> Keys? {
    var keys = Keys()
    var found = 0
    for (index, field) in header.fields.enumerated() {
      switch CellText.key(field) {
      case "e code" where found & 1 == 0:
        keys.ecode = index
        found |= 1
      case "local authority" where found & 2 == 0:
        keys.name = index
        found |= 2
      case "ons code" where keys.code == nil: keys.code = index
      case "notes" where keys.notes == nil: keys.notes = index
      case "class" where keys.classification == nil: keys.classification = index
      case "certified", "certification": keys.certified = keys.certified ?? index
      default: break
      }
    }
    return found == 3 ? keys : nil
  }

  /// Columns by their asset codes.
  static func columns(byCodesIn row: Row) -> [Column] {
    row.fields.enumerated().compactMap { index, field in
      OutturnColumns.measure(assetCode: CellText.trimmed(field)).map {
        Column(index: index, measure: $0, unitIsMoney: true)
      }
    }
  }
}
