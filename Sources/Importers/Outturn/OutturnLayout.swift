import Evidence
import Places
import Tabular

/// Council spending by authority: the sheets of the revenue outturn workbooks.
///
/// Publisher: Ministry of Housing, Communities and Local Government and its predecessors, in
/// thousands of pounds. Form RS to 2017-18 by headings, RSX and RO forms from 2022-23 by asset
/// codes. Figures of authorities and of England are loaded; class totals, the second header and
/// the repeated Greater London Authority row are counted and left out.
public struct OutturnLayout: Layout {
  /// Which of the two published sheets this instance reads.
  public enum Form: Sendable {
    /// RS and RSX: spending by service.
    case summary
    /// RO3 and its kin: spending by line of one service.
    case service
  }

  private let form: Form

  /// Makes the layout of one form.
  public init(_ form: Form) { self.form = form }

  /// `outturn-summary` or `outturn-service`.
  public var id: String { form == .summary ? "outturn-summary" : "outturn-service" }

  /// One line for `inspect`.
  public var summary: String {
    form == .summary
      ? "MHCLG revenue outturn by service (RS and RSX sheets)"
      : "MHCLG revenue outturn by line of a service (RO3 sheets)"
  }

  /// Says whether a sheet is one of this form.
  public func recognise(_ sheet: Table) -> Recognition {
    let looksLikeOutturn = sheet.rows.prefix(40).contains { row in
      row.fields.prefix(4).contains { $0.contains("evenue") && $0.contains("utturn") }
    }
    guard OutturnStructure.headerRow(of: sheet) != nil else {
      return looksLikeOutturn && form == .summary ? .wrongSheet(Self.why(sheet)) : .none
    }
    if let codes = OutturnStructure.codesRow(of: sheet) {
      let columns = OutturnStructure.columns(byCodesIn: sheet.rows[codes])
      let isService = columns.contains { !$0.measure.hasPrefix("outturn.") }
      return isService == (form == .service) ? .match : .none
    }
    guard form == .summary, looksLikeOutturn || hasServiceHeadings(sheet) else { return .none }
    return hasServiceHeadings(sheet) ? .match : .near(missing: ["asset codes or service headings"])
  }

  private static func why(_ sheet: Table) -> String {
    // The drop-down sheet shows one authority's figures; a front page has words only.
    let isInteractive = sheet.rows.contains { row in
      row.fields.count { CellText.number(CellText.trimmed($0)) != nil } >= 2
    }
    return isInteractive
      ? "this is the interactive drop-down sheet, which shows one authority at a time"
      : "this is a front page or notes sheet without figures by authority"
  }

  private func hasServiceHeadings(_ sheet: Table) -> Bool {
    guard let header = OutturnStructure.headerRow(of: sheet) else { return false }
    let keys = Set(sheet.rows[header].fields.map(CellText.key))
    return keys.contains("education services") && keys.contains("police services")
  }

  /// Reads the sheet.
  public func extract(_ sheet: Table, with context: ImportContext) throws(ImportError) -> Extract {
    guard let headerRow = OutturnStructure.headerRow(of: sheet),
      let keys = OutturnStructure.keys(sheet.rows[headerRow])
    else {
      throw ImportError(.incomplete, "no row with E-code and Local authority was found")
    }
    let preamble = OutturnPreamble(sheet, above: headerRow)
    guard let period = context.options.period ?? preamble.period else {
      throw ImportError(
        .incomplete, line: sheet.rows[headerRow].line,
        "no financial year was found above the header; say which with --period 2024-25")
    }
    guard let scale = context.options.scale ?? preamble.scale else {
      throw ImportError(
        .incomplete, line: sheet.rows[headerRow].line,
        "no unit was found above the header; say which with --units thousands")
    }
    var notes: [Note] = []
    let structure = try structure(
      sheet, headerRow, keys, preamble, context.options.measure, notes: &notes)
    var rows = OutturnRows(
      structure: structure, register: context.register, period: period, scale: scale)
    rows.read(sheet)
    var extract = rows.extract
    extract.measures = OutturnTitles(sheet, structure).measures
    extract.title = preamble.title
    extract.publisher = preamble.publisher
    extract.published = context.options.published ?? preamble.published
    extract.notes = notes + extract.notes + differences(structure, extract.observations)
    context.breaks.mark(&extract.observations)
    return extract
  }

  private func structure(
    _ sheet: Table, _ headerRow: Int, _ keys: OutturnStructure.Keys, _ preamble: OutturnPreamble,
    _ measure: String?, notes: inout [Note]
  ) throws(ImportError) -> OutturnStructure {
    if let codesRow = OutturnStructure.codesRow(of: sheet) {
      let columns = OutturnRepairs.unswapped(
        OutturnStructure.columns(byCodesIn: sheet.rows[codesRow]), notes: &notes,
        line: sheet.rows[codesRow].line)
      return OutturnStructure(
        headerRow: headerRow, codesRow: codesRow, keys: keys, columns: columns, unused: [],
        isService: form == .service)
    }
    guard let kind = preamble.kind ?? measure else {
      throw ImportError(
        .incomplete, line: sheet.rows[headerRow].line,
        "the measure that is named above the header (net current expenditure, capital charges …) "
          + "is missing, so the columns cannot be told apart; say it with --measure net (or capital, "
          + "total_cost, reserves)")
    }
    let (columns, unused) = OutturnStructure.columns(
      byHeadingsIn: sheet, headerRow: headerRow, keys: keys, kind: kind)
    for heading in unused {
      notes.append(Note(line: sheet.rows[headerRow].line, "column not used: \(heading)"))
    }
    return OutturnStructure(
      headerRow: headerRow, codesRow: nil, keys: keys, columns: columns, unused: unused,
      isService: false)
  }

  /// Lists every row whose parts differ from its published total.
  private func differences(
    _ structure: OutturnStructure, _ observations: [Observation]
  ) -> [Note] {
    let measures = structure.columns.map(\.measure)
    let checks = OutturnChecks(measures: measures)
    let positions = Dictionary(
      measures.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var notes: [Note] = []
    var index = 0
    while index < observations.count {
      let line = observations[index].line
      let place = observations[index].place
      var values = [Double?](repeating: nil, count: measures.count)
      while index < observations.count, observations[index].line == line {
        if let position = positions[observations[index].measure] {
          values[position] = observations[index].value
        }
        index += 1
      }
      notes += checks.notes(place: place, line: line, values: values)
    }
    return notes
  }
}
