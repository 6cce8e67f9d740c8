import Tabular

/// All layouts that are known, in the order in which a sheet is tried against them.
public enum Layouts {
  /// One row of this table for each published layout.
  public static let all: [any Layout] = [
    WideLayout(),
    // Before `tidy`, whose columns it has: it takes only sheets with titles for indicators.
    ExploreLocalLayout(),
    TidyLayout(), OutturnLayout(.summary), OutturnLayout(.service), OutturnSeriesLayout(),
    Section251Layout(), InteractiveToolLayout(), LookedAfterLayout(),
    FingertipsLayout(),
    FingertipsStarLayout(),
    DfEOpenDataLayout(),
    HomelessnessLayout(),
    AdultCareLayout(),
    CrimeLayout(),
    LibrariesLayout(),
    OflogLayout(),
    SickPayRulesLayout(), NomisPercentilesLayout(), PayTableLayout(),
    PopulationLayout(), DeflatorLayout(), PlacesLayout(),
    // Behind all others, as its columns have no fixed names.
    PaymentsLayout(), MappedLayout(),
  ]

  /// The layout of a name, or nil.
  public static func named(_ id: String) -> (any Layout)? { all.first { $0.id == id } }

  /// The layout that a sheet has.
  ///
  /// - Throws: `ImportError` for a sheet of a known workbook that holds no data, and for a sheet
  ///   that fits none, naming the nearest and what they lack.
  public static func recognise(_ sheet: Table) throws(ImportError) -> any Layout {
    var near: [String] = []
    var wrongSheet: String?
    for layout in all {
      switch layout.recognise(sheet) {
      case .match: return layout
      case .near(let missing):
        near.append("\(layout.id) (lacks \(missing.joined(separator: ", ")))")
      case .wrongSheet(let why): wrongSheet = wrongSheet ?? why
      case .none: break
      }
    }
    if let wrongSheet {
      throw ImportError(.wrongSheet, "\(wrongSheet); save the sheet with the data as CSV")
    }
    let first = sheet.rows.first?.fields ?? []
    // A row of payments may name a person.
    let header =
      holdsPayment(first)
      ? "not shown, as it is no header" : first.prefix(6).joined(separator: ", ")
    let advice =
      near.isEmpty
      ? "if its columns are place and value, load it with --layout mapped and --column"
      : "nearest: \(near.joined(separator: "; "))"
    throw ImportError(
      .notRecognised, line: sheet.rows.first?.line,
      "the columns fit no known layout (first row: \(header)); \(advice)")
  }

  /// The layout that a sheet has, among those that are tried before another; or nil.
  static func match(_ sheet: Table, before id: String) -> (any Layout)? {
    all.prefix { $0.id != id }.first { layout in
      if case .match = layout.recognise(sheet) { true } else { false }
    }
  }

  /// True for a row with an amount or a day in it, which is no header and may name a person.
  public static func holdsPayment(_ cells: [String]) -> Bool {
    cells.contains { cell in
      if case .day? = PaymentDate(cell) { return true }
      let bytes = Array(CellText.trimmed(cell).utf8)
      return bytes.contains(0x2E) && PaymentMoney.read(bytes.span) != nil
    }
  }
}
