/// What a reader can work out from rounded figures that belong to one table.
///
/// Rounding each figure on its own leaves every figure its own interval, but the sums narrow them: four
/// parts of 10 with a total of 50 (base 5) are all exactly 12.
public struct RoundingAudit: Sendable {
  /// How the figures were rounded.
  public let policy: RoundingPolicy

  /// The cells as they are published.
  public let figures: [String: RoundingPolicy.Figure]

  /// The sums that hold between the true counts.
  public let equations: [Equation]

  /// What the audit found about one cell.
  public struct Finding: Sendable, Hashable {
    /// The cell's name.
    public let cell: String

    /// What the policy alone leaves possible.
    public let byItself: ClosedRange<Int>

    /// What the sums leave possible.
    public let interval: ClosedRange<Int>

    /// Whether the mark of a hidden count says less than it should: its interval is narrower.
    public let isViolation: Bool

    /// Whether the sums give away a count that rounding was to blur.
    public var isExact: Bool { interval.count == 1 && byItself.count > 1 }
  }

  /// Describes a publication.
  public init(
    policy: RoundingPolicy, figures: [String: RoundingPolicy.Figure], equations: [Equation]
  ) {
    self.policy = policy
    self.figures = figures
    self.equations = equations
  }

  /// Works out the interval of every cell, by name.
  ///
  /// - Throws: ``DisclosureError/contradiction(cells:)`` when no counts are rounded to these figures.
  public func findings() throws(DisclosureError) -> [Finding] {
    let ids = figures.keys.sorted(by: byteOrder)
    var own: [String: ClosedRange<Int>] = [:]
    var knowledge = ReaderKnowledge(lower: 0)
    for id in ids {
      guard let figure = figures[id], let range = policy.possibleCounts(for: figure) else {
        throw .contradiction(cells: [id])
      }
      own[id] = range
      knowledge.cells[id] = .init(
        lower: Double(range.lowerBound), upper: Double(range.upperBound))
    }
    // Nothing is published exactly, so every cell is an unknown; its value is never read.
    let problem = DisclosureProblem(
      cells: ids.map { TableCell(id: $0, value: 0) }, equations: equations, knowledge: knowledge,
      primary: [])
    let report = try Auditor(problem).audit(suppressed: ids)
    return report.findings.compactMap { finding in
      guard let range = own[finding.cell] else { return nil }
      let interval = narrowed(range, finding.interval)
      return Finding(
        cell: finding.cell, byItself: range, interval: interval,
        isViolation: figures[finding.cell] == .hidden && interval.count < range.count)
    }
  }

  private func narrowed(_ range: ClosedRange<Int>, _ interval: Interval) -> ClosedRange<Int> {
    let lower = interval.lower.flatMap { Int(exactly: $0.rounded()) } ?? range.lowerBound
    let upper = interval.upper.flatMap { Int(exactly: $0.rounded()) } ?? range.upperBound
    return lower...max(lower, upper)
  }
}
