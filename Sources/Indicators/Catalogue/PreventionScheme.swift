/// Which share of a spending line is prevention at which level, under a scheme.
///
/// There is no agreed official list: each row carries its confidence, basis and source, and the
/// schemes are printed side by side.
public struct PreventionScheme: Hashable, Sendable {
  /// The levels, from what is for everyone to what answers a crisis.
  public static let levels = [
    "foundational", "primary", "secondary", "tertiary", "acute", "unclassified",
  ]

  /// One line under one scheme.
  public struct Line: Hashable, Sendable {
    /// The scheme.
    public let scheme: String
    /// The measure's id without its last part: `ro3.cscsr`.
    public let line: String
    /// The service to which it belongs: `csc`, `asc`, `phs`.
    public let service: String
    /// Shares over the levels, summing to 1.
    public let shares: [Double]
    /// How sure: `high`, `medium`, `low`.
    public let confidence: String
    /// On what it rests.
    public let basis: String
    /// Who says so.
    public let source: String
    /// True for money that a grant ties to its purpose.
    public let isRingFenced: Bool

    /// Makes a line.
    public init(
      scheme: String, line: String, service: String, shares: [Double], confidence: String,
      basis: String, source: String, isRingFenced: Bool
    ) {
      self.scheme = scheme
      self.line = line
      self.service = service
      self.shares = shares
      self.confidence = confidence
      self.basis = basis
      self.source = source
      self.isRingFenced = isRingFenced
    }
  }

  /// All lines of all schemes.
  public let lines: [Line]

  /// Makes a scheme list.
  public init(_ lines: [Line]) { self.lines = lines }

  /// The lines of a scheme, of one service or of all.
  public func lines(of scheme: String, service: String) -> [Line] {
    lines.filter { $0.scheme == scheme && (service == "all" || $0.service == service) }
  }

  /// The names of the schemes, in the order of the catalogue.
  public var names: [String] {
    var names: [String] = []
    for line in lines where !names.contains(line.scheme) { names.append(line.scheme) }
    return names
  }
}
