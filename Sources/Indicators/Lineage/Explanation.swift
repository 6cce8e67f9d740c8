import Evidence
import Places

/// How a figure came about: the formula, every input, and what was done to them; or why it is blank.
public struct Explanation: Sendable {
  /// The indicator.
  public let indicator: Indicator
  /// The place.
  public let place: Place
  /// The period.
  public let period: Period
  /// What the formula gives.
  public let figure: Figure
  /// What it read, in order.
  public let reads: [LineageRead]
  /// The rows of the prevention classification that weigh the inputs.
  public let classification: [PreventionScheme.Line]
  /// Breaks in the series of its measures.
  public let breaks: [SeriesBreaks.Row]

  /// Computes an indicator once more and notes what it reads.
  public init(
    _ indicator: Indicator, _ place: Place, _ period: Period, cube: FigureCube,
    catalogue: Catalogue, register: Register
  ) {
    let recorder = LineageRecorder()
    var evaluator = Evaluator(
      cube: cube, catalogue: catalogue, register: register, recorder: recorder)
    figure = evaluator.evaluate(indicator.expression, place, period)
    reads = recorder.reads.flatMap { read in
      PayLineage.isComputed(read.measure)
        ? PayLineage.reads(behind: read, cube: cube, register: register) : [read]
    }
    self.indicator = indicator
    self.place = place
    self.period = period
    classification = indicator.expression.schemes.flatMap { scheme, service in
      catalogue.prevention.lines(of: scheme, service: service)
    }
    var breaks: [SeriesBreaks.Row] = []
    for row in reads.flatMap({ catalogue.breaks.breaks(of: $0.measure) })
    where !breaks.contains(row) {
      breaks.append(row)
    }
    self.breaks = breaks
  }

  /// The inputs that were found.
  public var inputs: [LineageRead] { reads.filter { $0.figure != nil } }

  /// What was looked for and is not held.
  public var missing: [LineageRead] {
    let held = Set(inputs.map { "\($0.place) \($0.period.iso)" })
    // A line that the form of a year does not have is not missing where its other lines are held.
    return reads.filter {
      $0.figure == nil && !isOwnOfGroup($0) && !held.contains("\($0.place) \($0.period.iso)")
    }
  }

  /// True for a group's own row, which is not expected where its councils' are summed.
  private func isOwnOfGroup(_ read: LineageRead) -> Bool {
    read.place == place.code && !place.tier.isCouncil && reads.contains { $0.place != place.code }
  }

  /// What was done to the inputs, and why there is no value, in sentences.
  public func remarks(_ register: Register) -> [String] {
    var found: [String] = []
    func name(_ code: String) -> String { register[code]?.name ?? code }
    if figure.isRestated {
      found.append("restated on today's boundary: its predecessors' figures are summed")
    }
    if figure.isRecomputed {
      found.append("made anew from the numerators and denominators of its councils")
    }
    if let coverage = figure.coverage, coverage < 1 {
      let gaps = reads.filter { $0.figure?.value == nil && !isOwnOfGroup($0) }.map(\.place)
      let names = Self.once(gaps.map(name))
      found.append(
        "councils with \(Int((coverage * 100).rounded(.down)))% of the people have published; missing: "
          + names.joined(separator: ", ")
          + (figure.value == nil
            ? "; no rate or share is made from a part" : "; the sum is a lower bound"))
    }
    if figure.value == nil { found += blankReasons(name) }
    if indicator.expression.isReal {
      found.append("prices of \(Catalogue.priceBase.label) by the GDP deflator")
    }
    for row in breaks where row.period <= period {
      found.append("break in \(row.period.label): \(row.reason)")
    }
    return found
  }

  private func blankReasons(_ name: (String) -> String) -> [String] {
    if figure.status.contains(.notApplicable) {
      return ["blank: \(place.name) does not run this service, so there is nothing to report (z)"]
    }
    if figure.status.contains(.seriesBreak) {
      return ["blank: the definition changed between the two years, so no change is given (b)"]
    }
    if figure.status.contains(.confidential) {
      return ["blank: its publisher hides an input to protect people (c)"]
    }
    let blanks = reads.filter { $0.figure?.value == nil }
    let unpublished = Self.once(
      blanks.filter { $0.figure != nil }.map { "\(name($0.place)) \($0.period.label)" })
    let unheld = Self.once(
      missing.map { "\($0.measure) of \(name($0.place)) for \($0.period.label)" })
    var reasons: [String] = []
    if !unpublished.isEmpty {
      reasons.append("blank: not published for \(unpublished.joined(separator: ", ")) (x)")
    }
    if !unheld.isEmpty {
      reasons.append("blank: not held: \(unheld.prefix(12).joined(separator: "; ")) (x)")
    }
    return reasons.isEmpty ? ["blank: no source held says anything of it (x)"] : reasons
  }

  private static func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Expression {
  /// The schemes and services whose classification rows an expression uses.
  public var schemes: [(String, String)] {
    switch self {
    case .number, .measure: []
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .rate(let left, _, let right):
      left.schemes + right.schemes
    case .real(let inner), .change(let inner, _), .bodies(_, let inner), .members(let inner):
      inner.schemes
    case .share(_, let scheme, let service):
      service.split(separator: ".").map { (scheme, String($0)) }
    }
  }

  /// True where prices of one year are used.
  var isReal: Bool {
    switch self {
    case .number, .measure, .share: false
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right), .quotient(let left, let right), .rate(let left, _, let right):
      left.isReal || right.isReal
    case .real: true
    case .change(let inner, _), .bodies(_, let inner), .members(let inner): inner.isReal
    }
  }
}
