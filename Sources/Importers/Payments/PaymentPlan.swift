import Evidence
import Places
import Tabular

/// How a file of payments is to be read: what was found out before its rows are read one by one.
struct PaymentPlan {
  /// The headings, if there are any.
  let header: PaymentHeader?
  /// Which column holds what.
  let columns: PaymentColumns
  /// The line of the first row of data.
  let firstLine: Int
  /// Which number of a day comes first.
  let order: PaymentDate.Order
  /// The whole width of the file, in columns.
  let width: Int
  /// The month or months that the lines above the header name.
  let titlePeriod: PaymentDate?
  /// The body that the lines above the header name.
  let titleBody: String?
  /// The first line with words above the header.
  let title: String
  /// Whether these are purchases by card.
  let kind: PaymentKind
  /// True where the file says that nothing was paid.
  let isNil: Bool
  /// True where there are rows beside the headings.
  let hasData: Bool

  /// How many rows are looked at.
  static let sampleRows = 4000

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - rows: the first rows with something in them, or all.
  ///   - last: the last rows, where they are not among the first.
  ///   - named: columns that the user named, by role.
  /// - Throws: `ImportError` where it must be asked which column is meant.
  init(
    _ rows: [Row], last: [Row] = [], named: [String: String] = [:]
  ) throws(ImportError) {
    let filled = rows.filter { !PaymentHeader.isBlank($0) }
    let header = PaymentHeader.find(filled, last: last)
    self.header = header
    var data = filled
    if let header, !header.isLast { data = filled.filter { $0.line > header.lines.upperBound } }
    if let header, header.isLast { data = filled.filter { $0.line < header.lines.lowerBound } }
    var above: [Row] = []
    if let header, !header.isLast {
      above = filled.filter { $0.line < header.lines.lowerBound }
    }
    let found = Self.profiles(data, header)
    width = found.count
    columns = try PaymentColumns(header, found, named: named)
    firstLine = header.map { $0.isLast ? 0 : $0.lines.upperBound + 1 } ?? 0
    let dates = columns[.date].map { found[$0] }
    let isMonthFirst = dates.map { $0.monthFirst > 0 && $0.dayFirst == 0 } ?? false
    order = isMonthFirst ? .monthFirst : .dayFirst
    let cells = above.flatMap { $0.fields }.map(CellText.trimmed).filter { !$0.isEmpty }
    titlePeriod = cells.lazy.compactMap(Self.period).first
    titleBody = cells.lazy.compactMap(Self.body).first
    title = cells.first { !$0.hasPrefix("sql ") } ?? ""
    kind = Self.kind(header, cells)
    isNil = Self.isNil(filled)
    hasData = !data.isEmpty
  }

  private static func profiles(_ data: [Row], _ header: PaymentHeader?) -> [PaymentProfile] {
    let width = max(data.map(\.count).max() ?? 0, header?.names.count ?? 0)
    var profiles = [PaymentProfile](repeating: PaymentProfile(), count: width)
    for row in data {
      // Totals and notes tell nothing of what the columns hold.
      let isThin = row.fields.count { !CellText.trimmed($0).isEmpty } < 2
      if isThin, data.count > 20 { continue }
      for (index, cell) in row.fields.enumerated() { profiles[index].add(cell) }
    }
    return profiles
  }

  /// The month that a line names as a whole, or at its end.
  private static func period(_ cell: String) -> PaymentDate? {
    if let date = PaymentDate(cell) {
      switch date {
      case .month, .months: return date
      default: return nil
      }
    }
    guard !cell.hasPrefix("sql ") else { return nil }
    let words = cell.split { $0 == " " || $0 == "-" || $0 == "," }.map(String.init)
    for index in words.indices.dropLast() {
      if case .month(let day)? = PaymentDate("\(words[index]) \(words[index + 1])") {
        return .month(day)
      }
    }
    return nil
  }

  /// The name of a council at the beginning of a line.
  private static func body(_ cell: String) -> String? {
    guard !cell.hasPrefix("sql "), let end = cell.firstRange(of: "Council")?.upperBound else {
      return nil
    }
    let name = String(cell[..<end])
    return name.split(separator: " ").count <= 7 ? name : nil
  }

  private static func kind(_ header: PaymentHeader?, _ cells: [String]) -> PaymentKind {
    let isMerchant =
      header?.names.contains { CellText.key($0).contains("merchant category") } ?? false
    let words = cells.map { $0.lowercased() }
    let isTitled = words.contains { text in
      ["procurement card", "purchasing card", "purchase card", "gpc ", "corporate card"]
        .contains { text.contains($0) }
    }
    return isMerchant || isTitled ? .cards : .payments
  }

  private static func isNil(_ filled: [Row]) -> Bool {
    guard filled.count <= 30 else { return false }
    return filled.contains { row in
      row.fields.contains { ["nil return", "nil", "no payments"].contains(CellText.key($0)) }
    }
  }
}

extension PaymentPlan {
  /// Whether a sheet is a file of payments.
  static func recognise(_ sheet: Table) -> Recognition {
    let filled = Self.sample(sheet.rows)
    if let contracts = contracts(filled) { return contracts }
    if let empty = nilReturn(filled) { return empty }
    guard let plan = try? PaymentPlan(filled, last: Array(sheet.rows.suffix(3))) else {
      return ambiguous(filled)
    }
    return plan.isPayments ? .match : plan.nearness
  }

  /// The plan of a sheet that is a file of payments; nil for any other.
  ///
  /// What `recognise` finds out is found out once.
  static func recognised(_ sheet: Table, named: [String: String]) -> PaymentPlan? {
    let filled = Self.sample(sheet.rows)
    if contracts(filled) != nil { return nil }
    guard let plan = try? PaymentPlan(filled, named: named) else { return nil }
    // Columns that the user named, headings at the end and a nil return may make another plan.
    if named.isEmpty, plan.header != nil, nilReturn(filled) == nil {
      return plan.isPayments ? plan : nil
    }
    if case .match = recognise(sheet) { return plan }
    return nil
  }

  /// The first rows with something in them.
  static func sample(_ rows: [Row]) -> [Row] {
    Array(rows.lazy.filter { !PaymentHeader.isBlank($0) }.prefix(sampleRows))
  }

  /// True where there is an amount, and enough else that only payments have.
  private var isPayments: Bool {
    guard let header else {
      return columns[.amount] != nil && columns[.date] != nil && columns[.supplier] != nil
    }
    let roles = header.roles
    let isAbout =
      roles.contains(.supplier) || (roles.contains(.reference) && roles.contains(.date))
    let hasAmount = columns[.amount] != nil || roles.contains(.amount) || roles.contains(.gross)
    return isAbout && roles.count >= 3 && hasAmount
  }

  private var nearness: Recognition {
    guard let header, header.roles.contains(.supplier) else { return .none }
    return columns[.amount] == nil ? .near(missing: ["a column of amounts"]) : .none
  }

  /// Several columns may be meant: it is payments, and reading it asks.
  private static func ambiguous(_ filled: [Row]) -> Recognition {
    guard let header = PaymentHeader.find(filled, last: []), header.roles.count >= 3,
      header.roles.contains(.supplier) || header.roles.contains(.reference)
    else { return .none }
    return .match
  }

  /// A register of contracts is published in the same place and says what may be paid one day.
  private static func contracts(_ filled: [Row]) -> Recognition? {
    for row in filled.prefix(PaymentHeader.mostPreamble) {
      let keys = row.fields.map(CellText.key)
      let ends = keys.count { key in
        ["start date", "end date", "expiry date", "review date", "award date", "extension"]
          .contains { CellText.holds(key, $0) }
      }
      let words = keys.count { key in
        ["contract", "tender", "procurement route", "procurement process", "award"].contains {
          CellText.holds(key, $0)
        } && !CellText.holds(key, "contract number")
      }
      let paid = keys.contains {
        CellText.holds($0, "paid") || CellText.holds($0, "payment date")
      }
      if !paid, (ends >= 2 && words >= 1) || (ends >= 1 && words >= 3) {
        return .wrongSheet(
          "this is a register of contracts, which says what may be paid, not what was paid")
      }
    }
    return nil
  }

  /// A template filled in to say that nothing was paid.
  private static func nilReturn(_ filled: [Row]) -> Recognition? {
    guard isNil(filled) else { return nil }
    let isTitled = filled.contains { row in
      row.fields.contains { cell in
        let key = CellText.key(cell)
        return key.hasPrefix("spend over") || key.contains("payments over")
          || key.contains("expenditure over") || key.contains("spending over")
      }
    }
    return isTitled ? .match : nil
  }
}
