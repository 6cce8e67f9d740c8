import FoundationEssentials

/// The answer to a case, in the shape of the case's own expected values.
public enum CaseAnswer: Encodable {
  /// What a reader can work out.
  case audit(AuditAnswer)

  /// Which cells are hidden, and what a reader can then work out.
  case secondary(SecondaryAnswer)

  /// One answer for each small case.
  case list([CaseEntryAnswer])

  /// The answer as JSON text: keys in byte order, two spaces, one final line end.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Writes the answer itself, without its kind.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .audit(let answer): try answer.encode(to: encoder)
    case .secondary(let answer): try answer.encode(to: encoder)
    case .list(let answers): try ["cases": answers].encode(to: encoder)
    }
  }
}

/// The answer to an `audit` case.
public struct AuditAnswer: Encodable, Sendable, Hashable {
  /// `[lowest, highest]` of each hidden cell.
  public let intervals: [String: IntervalAnswer]

  /// The cells that the sums alone give away, as fractions.
  public let exact: [String: String]

  /// The intervals of the cells that are not protected.
  public let violations: [String: IntervalAnswer]

  /// `safe` or `unsafe`.
  public let verdict: String

  /// Puts a report into this shape.
  public init(_ report: AuditReport) {
    var intervals: [String: IntervalAnswer] = [:]
    var exact: [String: String] = [:]
    var violations: [String: IntervalAnswer] = [:]
    for finding in report.findings {
      intervals[finding.cell] = IntervalAnswer(finding.interval)
      exact[finding.cell] = finding.exact
      if !finding.isProtected { violations[finding.cell] = IntervalAnswer(finding.interval) }
    }
    for finding in report.insiderFindings where violations[finding.cell] == nil {
      violations[finding.cell] = IntervalAnswer(finding.interval)
    }
    self.intervals = intervals
    self.exact = exact
    self.violations = violations
    verdict = report.isSafe ? "safe" : "unsafe"
  }
}

/// The answer to a `secondary` case.
public struct SecondaryAnswer: Encodable, Sendable, Hashable {
  /// All hidden cells, by name.
  public let suppressed: [String]

  /// The cells hidden to protect the primary ones, by name.
  public let secondary: [String]

  /// How many those are.
  public let n_secondary: Int

  /// What they add up to.
  public let sum_secondary: Double

  /// What a reader can work out.
  public let intervals: [String: IntervalAnswer]

  /// The cells that the sums alone give away; none.
  public let exact: [String: String]

  /// The intervals of cells that are not protected; none.
  public let violations: [String: IntervalAnswer]

  /// `safe`.
  public let verdict: String
}

/// An interval as `[lowest, highest]`, null for no limit.
public struct IntervalAnswer: Encodable, Sendable, Hashable {
  /// The interval.
  public let interval: Interval

  init(_ interval: Interval) {
    self.interval = interval
  }

  /// Writes the two ends as a list.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for end in [interval.lower, interval.upper] {
      if let end { try list.encode(end) } else { try list.encodeNil() }
    }
  }
}
