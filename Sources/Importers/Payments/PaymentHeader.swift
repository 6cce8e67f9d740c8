import Tabular

/// The headings of a file of payments, wherever in the file they stand.
struct PaymentHeader {
  /// The text of each column's heading.
  let names: [String]
  /// What the headings say.
  let headings: [PaymentHeading?]
  /// The physical lines that it takes.
  let lines: ClosedRange<Int>
  /// True where it stands below the data, as a sorted file leaves it.
  let isLast: Bool

  /// The different roles that the headings name.
  var roles: Set<PaymentRole> { Set(headings.compactMap { $0?.role }) }

  /// How many rows may stand above the header.
  static let mostPreamble = 120

  /// Finds the row, or the two rows, whose cells are headings; nil where there is none.
  ///
  /// - Parameters:
  ///   - rows: the first rows.
  ///   - last: the last rows, where they are not among the first.
  /// - Returns: the clearest of them.
  static func find(_ rows: [Row], last: [Row]) -> PaymentHeader? {
    var best: (header: PaymentHeader, score: Int)?
    let filled = rows.filter { !isBlank($0) }
    let candidates = filled.prefix(mostPreamble)
    for (index, row) in candidates.enumerated() {
      guard let found = score(row.fields) else { continue }
      var header = PaymentHeader(row.fields, row.line...row.line, isLast: false)
      var points = found
      if index > 0, let above = stacked(filled[index - 1], row), let higher = score(above),
        higher > points
      {
        header = PaymentHeader(above, filled[index - 1].line...row.line, isLast: false)
        points = higher
      }
      // One row more is clearer only by a word: what stands first is not given up for it.
      if best.map({ points > $0.score }) ?? true { best = (header, points) }
    }
    if let best { return checked(best.header, filled) }
    for row in (filled.suffix(3) + last).reversed() where !isBlank(row) {
      if score(row.fields) != nil {
        return PaymentHeader(row.fields, row.line...row.line, isLast: true)
      }
    }
    return nil
  }

  /// A header below most of the data is one that was sorted there.
  private static func checked(_ header: PaymentHeader, _ filled: [Row]) -> PaymentHeader {
    let above = filled.count { $0.line < header.lines.lowerBound }
    let below = filled.count { $0.line > header.lines.upperBound }
    guard above > 0, below == 0 else { return header }
    let data = filled.prefix(above).count { row in
      row.fields.contains {
        PaymentDate($0).map { if case .day = $0 { true } else { false } } ?? false
      }
    }
    guard data * 2 > above else { return header }
    return PaymentHeader(header.names, header.lines, isLast: true)
  }

  private init(_ names: [String], _ lines: ClosedRange<Int>, isLast: Bool) {
    self.names = names.map { name in
      let text = CellText.trimmed(name)
      return text.hasPrefix("ï»¿") ? String(text.dropFirst(3)) : text
    }
    headings = self.names.map { PaymentHeading($0) }
    self.lines = lines
    self.isLast = isLast
  }

  /// True where a row says the same as this header, as one that stands again further down does.
  func repeats(_ cells: [String]) -> Bool {
    let own = names.map(CellText.key)
    let others = cells.map(CellText.key)
    let same = zip(own, others).count { $0 == $1 && !$0.isEmpty }
    return same >= 3 && same * 2 > own.count { !$0.isEmpty }
  }

  static func isBlank(_ row: Row) -> Bool {
    row.fields.allSatisfy { CellText.trimmed($0).isEmpty }
  }

  /// How clearly the cells of a row are headings; nil where they are not.
  ///
  /// Headings hold no amounts and no days, and name at least two things that payments have.
  private static func score(_ cells: [String]) -> Int? {
    var best: [PaymentRole: Int] = [:]
    var known = 0
    for cell in cells {
      let text = CellText.trimmed(cell)
      guard !text.isEmpty else { continue }
      if PaymentMoney.read(Array(text.utf8).span) != nil || PaymentDate(text) != nil { return nil }
      guard let heading = PaymentHeading(text) else { continue }
      known += 1
      if let role = heading.role { best[role] = max(best[role] ?? 0, heading.strength) }
    }
    guard best.count >= 2, best[.amount] != nil || best[.gross] != nil || best.count >= 4 else {
      return nil
    }
    return best.values.reduce(0, +) * 4 + known
  }

  /// The cells of a row with those above that belong to them.
  private static func stacked(_ above: Row, _ row: Row) -> [String]? {
    let filled = above.fields.filter { !CellText.trimmed($0).isEmpty }
    guard above.line + 1 == row.line || above.line + 2 == row.line, !filled.isEmpty,
      filled.count < row.fields.count
    else { return nil }
    return row.fields.enumerated().map { index, cell in
      let upper = CellText.trimmed(above[index])
      guard !upper.isEmpty else { return cell }
      let joined = upper + " " + CellText.trimmed(cell)
      let alone = PaymentHeading(cell)
      guard let both = PaymentHeading(joined) else { return cell }
      return alone?.role == nil || both.strength > (alone?.strength ?? 0) ? joined : cell
    }
  }
}
