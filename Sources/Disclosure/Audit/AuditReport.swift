/// What a reader can work out about the hidden figures of a publication.
public struct AuditReport: Sendable, Hashable {
  /// What the audit found about one hidden cell.
  public struct Finding: Sendable, Hashable {
    /// The cell's name.
    public let cell: String

    /// The values that a reader cannot rule out.
    public let interval: Interval

    /// The figure as an exact fraction (`7`, `84/5`) when the sums alone give it away; otherwise nil.
    public let exact: String?

    /// Whether the figure stays as uncertain as it has to.
    public let isProtected: Bool

    /// False when the search for the whole-number extremes was cut short.
    ///
    /// The interval is then only what was proved to be possible, so that the finding errs on the side
    /// of calling a cell unsafe.
    public let isProved: Bool
  }

  /// A hidden cell that the only contributor to another one can work out too closely.
  public struct InsiderFinding: Sendable, Hashable {
    /// The cell whose contributor knows its figure.
    public let insider: String

    /// The cell that is given away.
    public let cell: String

    /// The values that the contributor cannot rule out.
    public let interval: Interval
  }

  /// The findings, by name.
  public let findings: [Finding]

  /// What single contributors can work out beyond that, by name.
  public let insiderFindings: [InsiderFinding]

  /// The findings of cells that are not protected.
  public var violations: [Finding] { findings.filter { !$0.isProtected } }

  /// Whether every hidden figure stays as uncertain as it has to, for readers and contributors.
  public var isSafe: Bool { violations.isEmpty && insiderFindings.isEmpty }
}
