import Evidence

/// Adds up the payments of one body.
struct PaymentCount {
  private struct Pair: Hashable {
    let service, category: Int
  }

  private let names: PaymentPortraits.Names
  private let services: PaymentServices
  private let shares: [String: [Double]]
  private var rules: [Pair: PaymentServices.Rule?] = [:]
  private var bands = PaymentPortrait.bandStarts.map { PaymentPortrait.Band(from: $0) }
  private var months: [String: PaymentPortrait.Month] = [:]
  /// What each supplier was paid in each month.
  private var paid: [String: [Int: Int64]] = [:]
  private var display: [Int: String] = [:]
  private var byService: [String: Int64] = [:]
  private var byLevel = [Double](repeating: 0, count: PreventionScheme.levels.count)
  private var mapped: (service: Int64, level: Int64) = (0, 0)
  private var spent: Int64 = 0
  private var withheld: (count: Int, pence: Int64) = (0, 0)
  private var count = 0
  private var pence: Int64 = 0

  init(
    _ names: PaymentPortraits.Names, _ services: PaymentServices, _ prevention: PreventionScheme
  ) {
    self.names = names
    self.services = services
    shares = Dictionary(
      prevention.lines(of: "default", service: "all").map { ($0.line, $0.shares) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(
    day: String?, pence: Int64, supplier: Int?, service: Int?, category: Int?, isRedacted: Bool
  ) {
    count += 1
    self.pence += pence
    if isRedacted {
      withheld.count += 1
      withheld.pence += max(0, pence)
    }
    if pence > 0 {
      spent += pence
      let band = bands.lastIndex { pence >= $0.from } ?? 0
      bands[band].count += 1
      bands[band].pence += pence
    }
    addService(pence, service ?? -1, category ?? -1)
    // Several months in one are no month.
    guard let day, day.utf8.count == 7 || day.utf8.count == 10 else { return }
    let month = String(day.prefix(7))
    months[month, default: PaymentPortrait.Month(month: month)].count += 1
    months[month]?.pence += pence
    guard !isRedacted, let supplier, let known = names.suppliers[supplier] else { return }
    paid[month, default: [:]][known.key, default: 0] += pence
    if display[known.key] == nil { display[known.key] = known.name }
  }

  private mutating func addService(_ pence: Int64, _ service: Int, _ category: Int) {
    let pair = Pair(service: service, category: category)
    let rule: PaymentServices.Rule?
    if let known = rules[pair] {
      rule = known
    } else {
      rule = services.rule(
        service: names.labels[service] ?? "", category: names.labels[category] ?? "")
      rules[pair] = .some(rule)
    }
    byService[rule?.service ?? "", default: 0] += pence
    guard let rule else { return }
    mapped.service += pence
    guard let levels = shares[rule.line] else { return }
    mapped.level += pence
    for (index, share) in levels.enumerated() { byLevel[index] += share * Double(pence) }
  }

  /// Writes what was found into a portrait.
  func finish(_ portrait: inout PaymentPortrait, _ organisations: SupplierRules) {
    portrait.count = count
    portrait.pence = pence
    portrait.bands = bands
    portrait.withheld = (
      count == 0 ? 0 : Double(withheld.count) / Double(count),
      spent == 0 ? 0 : Double(withheld.pence) / Double(spent)
    )
    portrait.services = byService.map { ($0.key, $0.value) }
      .sorted { ($1.pence, $0.service) < ($0.pence, $1.service) }
    portrait.levels = zip(PreventionScheme.levels, byLevel).map { ($0, $1) }
    if pence != 0 {
      portrait.coverage = (
        Double(mapped.service) / Double(pence), Double(mapped.level) / Double(pence)
      )
    }
    portrait.months = months.keys.sorted().compactMap { name in
      guard var month = months[name] else { return nil }
      let shares = (paid[name] ?? [:]).filter { $0.value > 0 }
      month.suppliers = shares.count
      month.concentration = Self.concentration(shares)
      return month
    }
    portrait.missingMonths = Self.missing(portrait.months.map(\.month))
    portrait.repeated = repeated(months: portrait.months.count)
    portrait.marchRatio = Self.marchRatio(portrait.months)
    portrait.organisations = largest(organisations)
  }

  /// The sum of squared percentages, in fixed order so that it is the same in every run.
  private static func concentration(_ paid: [Int: Int64]) -> Double? {
    let total = Double(paid.values.reduce(0, +))
    guard total > 0 else { return nil }
    return paid.values.sorted().reduce(0.0) { sum, pence in
      let share = Double(pence) / total * 100
      return sum + share * share
    }
  }

  private static func missing(_ months: [String]) -> [String] {
    guard let first = months.first.flatMap(number), let last = months.last.flatMap(number) else {
      return []
    }
    let known = Set(months)
    return (first...last).map { index in
      let month = index % 12 + 1
      return "\(index / 12)-\(month < 10 ? "0" : "")\(month)"
    }.filter { !known.contains($0) }
  }

  private static func number(_ month: String) -> Int? {
    let parts = month.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]) else { return nil }
    return year * 12 + number - 1
  }

  /// How much goes to suppliers that are paid in at least half of the months; nil for less than 6.
  private func repeated(months: Int) -> Double? {
    guard months >= 6 else { return nil }
    var times: [Int: Int] = [:]
    var sums: [Int: Int64] = [:]
    for (_, suppliers) in paid {
      for (supplier, pence) in suppliers where pence > 0 {
        times[supplier, default: 0] += 1
        sums[supplier, default: 0] += pence
      }
    }
    let all = sums.values.reduce(0, +)
    let often = sums.filter { 2 * (times[$0.key] ?? 0) >= months }.values.reduce(0, +)
    return all == 0 ? nil : Double(often) / Double(all)
  }

  private static func marchRatio(_ months: [PaymentPortrait.Month]) -> Double? {
    let sums = Dictionary(
      uniqueKeysWithValues: months.compactMap { month in
        number(month.month).map { ($0, month.pence) }
      })
    var (march, others, years): (Int64, Int64, Int64) = (0, 0, 0)
    for index in sums.keys.sorted() where index % 12 == 2 {
      let rest = (index - 11..<index).compactMap { sums[$0] }
      guard rest.count == 11 else { continue }
      march += sums[index] ?? 0
      others += rest.reduce(0, +)
      years += 1
    }
    guard years > 0, others > 0 else { return nil }
    return Double(march) * 11 / Double(others)
  }

  private func largest(_ rules: SupplierRules) -> [(name: String, pence: Int64)] {
    var sums: [Int: Int64] = [:]
    for (_, suppliers) in paid {
      for (supplier, pence) in suppliers { sums[supplier, default: 0] += pence }
    }
    let named = sums.compactMap { supplier, pence -> (name: String, pence: Int64)? in
      guard let name = display[supplier], pence > 0, rules.isOrganisation(name) else { return nil }
      return (name, pence)
    }
    return Array(named.sorted { ($1.pence, $0.name) < ($0.pence, $1.name) }.prefix(10))
  }
}
