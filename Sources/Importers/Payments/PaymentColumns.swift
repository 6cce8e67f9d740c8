import Evidence
import Tabular

/// Which column of a file of payments holds what, and why it is thought so.
struct PaymentColumns {
  /// How a column was found.
  struct Choice {
    /// The column's index.
    let column: Int
    /// Why, in words.
    let evidence: String
    /// How sure: `high`, `medium` or `low`.
    let confidence: String
  }

  /// The columns by role.
  private(set) var choices: [PaymentRole: Choice] = [:]
  /// What the amounts say of tax.
  private(set) var basis = PaymentBasis.unstated
  /// Columns of days in which every day was lost.
  private(set) var lostDates: Int?

  private let header: PaymentHeader?
  private let profiles: [PaymentProfile]
  private var shift = 0

  /// The column of a role, or nil.
  subscript(_ role: PaymentRole) -> Int? { choices[role]?.column }

  /// Judges headings and contents together.
  ///
  /// - Parameters:
  ///   - header: the headings, if there are any.
  ///   - profiles: what the columns hold.
  ///   - named: columns that the user named, by role.
  /// - Throws: `ImportError` where several columns may hold the amount or the day.
  init(
    _ header: PaymentHeader?, _ profiles: [PaymentProfile], named: [String: String]
  ) throws(ImportError) {
    self.header = header
    self.profiles = profiles
    try take(named)
    shift = foundShift()
    try findAmount()
    try findDate()
    for role in [PaymentRole.vat, .irrecoverable, .gross] {
      findBest(role) { $0.filled == 0 || $0.isMoney || $0.texts > 0 }
    }
    findBest(.supplier) { $0.isText }
    findBest(.body) { $0.isText }
    for role in [PaymentRole.service, .category, .description] { findBest(role) { $0.isText } }
    for role in [PaymentRole.bodyCode, .reference, .redaction] { findBest(role) { $0.filled > 0 } }
    findByContent()
    fixBasis()
  }

  // MARK: - What the user said

  private mutating func take(_ named: [String: String]) throws(ImportError) {
    for (word, name) in named.sorted(by: { $0.key < $1.key }) {
      guard let role = PaymentRole(rawValue: word) else {
        let known = PaymentRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw ImportError(.incomplete, "there is no role '\(word)'; known are \(known)")
      }
      guard let column = index(of: name) else {
        throw ImportError(
          .incomplete,
          "no column is called '\(name)'; name one by its heading, or by its number from 1")
      }
      choices[role] = Choice(column: column, evidence: "named by --column", confidence: "high")
    }
  }

  private func index(of name: String) -> Int? {
    let key = CellText.key(name)
    if let header, let found = header.names.firstIndex(where: { CellText.key($0) == key }) {
      return found
    }
    guard let number = Int(name), (1...profiles.count).contains(number) else { return nil }
    return number - 1
  }

  // MARK: - Headings against contents

  /// How the words under a role fit what the columns hold, when all headings are moved by some.
  private func fit(_ step: Int) -> (hits: Int, misses: Int) {
    guard let header else { return (0, 0) }
    var (hits, misses) = (0, 0)
    for (index, heading) in header.headings.enumerated() {
      let isFit: (PaymentProfile) -> Bool
      switch heading?.role {
      case .amount: isFit = { $0.isMoney && $0.days == 0 }
      case .date: isFit = { $0.isDate || $0.isSerial || $0.times > 0 }
      case .supplier: isFit = { $0.isText }
      default: continue
      }
      guard profiles.indices.contains(index + step) else {
        misses += 1
        continue
      }
      let profile = profiles[index + step]
      if profile.filled > 0, isFit(profile) { hits += 1 } else { misses += 1 }
    }
    return (hits, misses)
  }

  /// By how many columns the headings stand beside their data; mostly none.
  private func foundShift() -> Int {
    let own = fit(0)
    guard own.hits == 0, own.misses >= 2 else { return 0 }
    for step in [1, -1, 2, -2, 3, -3] {
      let other = fit(step)
      if other.misses == 0, other.hits == own.misses { return step }
    }
    return 0
  }

  /// The columns under a heading of a role, the clearest first.
  private func candidates(_ role: PaymentRole) -> [(column: Int, strength: Int)] {
    guard let header else { return [] }
    var found: [(column: Int, strength: Int)] = []
    for (index, heading) in header.headings.enumerated() where heading?.role == role {
      let column = index + shift
      guard profiles.indices.contains(column), !isTaken(column) else { continue }
      found.append((column, heading?.strength ?? 0))
    }
    return found.sorted { ($1.strength, $0.column) < ($0.strength, $1.column) }
  }

  private func isTaken(_ column: Int) -> Bool { choices.values.contains { $0.column == column } }

  /// What a column is called in sentences: its number and its heading.
  func name(of column: Int) -> String {
    guard let header, header.names.indices.contains(column - shift),
      !header.names[column - shift].isEmpty
    else { return "column \(column + 1)" }
    return "column \(column + 1) '\(header.names[column - shift])'"
  }

  private func choice(_ column: Int, _ contents: String) -> Choice {
    let moved = shift == 0 ? "" : ", the headings standing \(abs(shift)) beside their data"
    return Choice(
      column: column, evidence: "its heading\(moved), and \(contents)",
      confidence: shift == 0 ? "high" : "medium")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }

  private mutating func findBest(_ role: PaymentRole, where fits: (PaymentProfile) -> Bool) {
    guard choices[role] == nil else { return }
    for candidate in candidates(role) {
      let profile = profiles[candidate.column]
      guard fits(profile) else { continue }
      choices[role] = choice(
        candidate.column, "\(profile.distinct) different values in \(profile.filled) cells")
      return
    }
  }
}

extension PaymentColumns {
  // MARK: - The amount

  fileprivate mutating func findAmount() throws(ImportError) {
    guard choices[.amount] == nil else { return }
    let fitting = candidates(.amount).filter { profiles[$0.column].isMoney }
    if let first = fitting.first {
      let rivals = fitting.filter { $0.strength == first.strength }
      try refuseSeveral(rivals.map(\.column), .amount)
      choose(.amount, first.column)
      return
    }
    let gross = candidates(.gross).filter { profiles[$0.column].isMoney }
    if let first = gross.first {
      try refuseSeveral(gross.filter { $0.strength == first.strength }.map(\.column), .amount)
      choose(.amount, first.column)
      return
    }
    // No heading helps: the only column with pence in it.
    let found = profiles.indices.filter { column in
      let profile = profiles[column]
      let isOther = heading(column)?.role.map { ![.amount, .gross].contains($0) } ?? false
      return profile.share(profile.money) >= 0.9 && profile.share(profile.decimals) >= 0.3
        && !isOther && !isTaken(column)
    }
    try refuseSeveral(found, .amount)
    guard let column = found.first else { return }
    let profile = profiles[column]
    choices[.amount] = Choice(
      column: column,
      evidence: "\(percent(profile.share(profile.money))) of \(profile.filled) cells are amounts",
      confidence: "medium")
  }

  private mutating func choose(_ role: PaymentRole, _ column: Int) {
    let profile = profiles[column]
    choices[role] = choice(
      column, "\(percent(profile.share(profile.money))) of \(profile.filled) cells are amounts")
  }

  fileprivate func heading(_ column: Int) -> PaymentHeading? {
    guard let header, header.headings.indices.contains(column - shift) else { return nil }
    return header.headings[column - shift]
  }

  /// Columns that hold the same say one thing twice; others are asked for.
  private func refuseSeveral(_ columns: [Int], _ role: PaymentRole) throws(ImportError) {
    guard columns.count > 1 else { return }
    let list = columns.map(name(of:)).joined(separator: ", ")
    throw ImportError(
      .incomplete, line: header?.lines.lowerBound,
      "several columns may hold the \(role.rawValue): \(list); say which with --column "
        + "\(role.rawValue)=\(columns[0] + 1)")
  }

  // MARK: - The day

  fileprivate mutating func findDate() throws(ImportError) {
    guard choices[.date] == nil, choices[.period] == nil else { return }
    let all = candidates(.date)
    let fitting = all.filter { profiles[$0.column].isDate || profiles[$0.column].isSerial }
    if let first = fitting.first {
      // Days are better than months, and a day of payment better than another.
      let days = fitting.filter { profiles[$0.column].days > 0 || profiles[$0.column].serials > 0 }
      let best = days.first ?? first
      let rivals = (days.isEmpty ? fitting : days).filter { $0.strength == best.strength }
      try refuseSeveral(rivals.map(\.column), .date)
      choose(date: best.column)
      return
    }
    lostDates =
      all.first { profiles[$0.column].filled > 0 && profiles[$0.column].times > 0 }?.column
    let days = profiles.indices.filter {
      profiles[$0].share(profiles[$0].days) >= 0.9 && !isTaken($0)
    }
    if lostDates == nil { try refuseSeveral(days, .date) }
    if lostDates == nil, let column = days.first {
      let profile = profiles[column]
      choices[.date] = Choice(
        column: column,
        evidence: "\(percent(profile.share(profile.days))) of \(profile.filled) cells are days"
          + (all.isEmpty ? "" : ", which those under \(name(of: all[0].column)) are not"),
        confidence: "medium")
      return
    }
    let periods = candidates(.period) + all
    let months = periods.first {
      profiles[$0.column].share(profiles[$0.column].months) >= 0.5
    }
    if let months { return choose(date: months.column) }
    if let period = periods.first(where: { profiles[$0.column].yearAndNumbers > 0 }) {
      throw ImportError(
        .incomplete, line: header?.lines.lowerBound,
        "\(name(of: period.column)) counts months of the calendar or of the financial year; say "
          + "--column date=\(period.column + 1) or --column period=\(period.column + 1)")
    }
  }

  private mutating func choose(date column: Int) {
    let profile = profiles[column]
    let good = profile.days + profile.months + profile.serials
    let what = profile.serials > good / 2 ? "counts of days" : "dates"
    choices[.date] = choice(
      column, "\(percent(profile.share(good))) of \(profile.filled) cells are \(what)")
  }

  // MARK: - What no heading names

  fileprivate mutating func findByContent() {
    if choices[.supplier] == nil, header == nil {
      let free = profiles.indices.filter { profiles[$0].isText && !isTaken($0) }
      let best = free.max { profiles[$0].nameLikeness < profiles[$1].nameLikeness }
      if let best {
        choices[.supplier] = Choice(
          column: best, evidence: "\(profiles[best].distinct) different texts", confidence: "low")
      }
    }
    if choices[.service] == nil {
      let free = profiles.indices.first { column in
        profiles[column].isRepeating && !isTaken(column) && heading(column) == nil
          && profiles[column].distinct > 1
      }
      if let free {
        choices[.service] = Choice(
          column: free,
          evidence:
            "\(profiles[free].distinct) texts that repeat in \(profiles[free].filled) cells",
          confidence: "low")
      }
    }
  }

  fileprivate mutating func fixBasis() {
    guard let amount = choices[.amount]?.column else { return }
    basis = heading(amount)?.basis ?? .unstated
    // Beside a column with all tax, or tax that is lost, the plain amount is the one without.
    if basis == .unstated, choices[.gross] != nil || choices[.irrecoverable] != nil {
      basis = .net
    }
  }
}
