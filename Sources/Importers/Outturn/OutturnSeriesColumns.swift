import Tabular

/// The columns of the multi-year outturn file: `<FORM>_<asset>_<measure>`.
///
/// Assets are those of the sheets with `_` for `-`, so every column has the measure's id that
/// `OutturnColumns` gives the same figure in a sheet. Form RS, which ended in 2021-22, has
/// `RS_asc_net_exp` for what is `RSX_asc_net_cur_exp` since.
struct OutturnSeriesColumns {
  /// A column that is loaded.
  struct Column {
    let index: Int
    let measure: String
    /// True for a column of form RS, which counts where the newer form has nothing.
    let isOlder: Bool
  }

  /// What a row is about.
  struct Keys {
    let year, code, ecode, name, status: Int
    /// The class of authority.
    let kind: Int?
  }

  let keys: Keys
  /// Columns of the newer forms, then those of form RS, which count where the others are blank.
  let columns: [Column]
  /// How many columns of each form are not loaded, by form.
  let unused: [(form: String, count: Int)]
  /// How many fields a row has.
  let width: Int

  /// The headings that tell this file.
  static let required = ["year_ending", "ons_code", "la_lgf_code", "la_name", "status"]

  /// The forms whose columns are loaded: the summaries and the social care lines.
  private static let forms: Set<String> = ["RS", "RSX", "RO3"]

  /// Finds the columns; nil where the header is another's.
  init?(_ sheet: Table) {
    guard let header = sheet.rows.first else { return nil }
    let names = Columns(sheet, headerRow: 0)
    guard let year = names["year_ending"], let code = names["ons_code"],
      let ecode = names["la_lgf_code"], let name = names["la_name"], let status = names["status"]
    else { return nil }
    keys = Keys(
      year: year, code: code, ecode: ecode, name: name, status: status, kind: names["la_class"])
    width = header.count
    var columns: [Column] = []
    var seen: Set<String> = []
    var left: [String: Int] = [:]
    for (index, field) in header.fields.enumerated() {
      let heading = CellText.trimmed(field)
      guard let form = Self.form(of: heading) else { continue }
      guard Self.forms.contains(form), let measure = Self.measure(heading, form),
        seen.insert("\(form == "RS") \(measure)").inserted
      else {
        left[form, default: 0] += 1
        continue
      }
      columns.append(Column(index: index, measure: measure, isOlder: form == "RS"))
    }
    self.columns = columns.filter { !$0.isOlder } + columns.filter(\.isOlder)
    unused = left.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `RSX` of `RSX_asc_net_cur_exp`; nil for a heading without a form.
  private static func form(of heading: String) -> String? {
    guard let mark = heading.firstIndex(of: "_") else { return nil }
    let form = heading[..<mark]
    return form == "RS" || form == "RSX" || form.hasPrefix("RO") && form.utf8.count == 3
      ? String(form) : nil
  }

  private static func measure(_ heading: String, _ form: String) -> String? {
    guard form == "RS" else {
      return OutturnColumns.measure(assetCode: heading.replacing("_", with: "-"))
    }
    // The summary names services like RSX and has totals of its own, which other ids hold.
    for (ending, code) in [("_net_exp", "-net-cur-exp"), ("_net_cur_exp", "-net-cur-exp")]
    where heading.hasSuffix(ending) {
      let asset = heading.dropFirst(3).dropLast(ending.utf8.count)
      guard
        let measure = OutturnColumns.measure(
          assetCode: "RSX-" + asset.replacing("_", with: "-") + code),
        let service = measure.split(separator: ".").dropFirst().first,
        OutturnColumns.services.contains(where: { $0.service == service })
      else { return nil }
      return measure
    }
    return nil
  }
}
