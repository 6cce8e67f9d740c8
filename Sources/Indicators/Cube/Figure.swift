import Evidence

/// A number with what must be said of it: what formulae are computed on.
///
/// A figure without a value carries the reason as a blank status; arithmetic hands reasons on and
/// never turns one into 0.
public struct Figure: Hashable, Sendable {
  /// The value, or nil with a blank status.
  public var value: Double?
  /// What must be said.
  public var status: Status
  /// The published lower limit of a figure with which nothing was computed.
  public var lower: Double?
  /// The published upper limit of a figure with which nothing was computed.
  public var upper: Double?
  /// The numerator of a quotient before it was divided, or the published one.
  public var numerator: Double?
  /// The denominator of a quotient, or the published one.
  public var denominator: Double?
  /// The share of the people served whose councils are in a sum; nil where nothing was summed.
  ///
  /// Below 1 the value is a lower bound, from which no rate or share is made.
  public var coverage: Double?
  /// True where predecessors' figures were summed onto today's boundary.
  public var isRestated = false
  /// True where a rate was made anew from its members' numerators and denominators.
  public var isRecomputed = false

  /// Makes a figure.
  public init(
    _ value: Double?, _ status: Status = [], numerator: Double? = nil, denominator: Double? = nil,
    coverage: Double? = nil
  ) {
    self.value = value
    self.status = status
    self.numerator = numerator
    self.denominator = denominator
    self.coverage = coverage
  }

  /// Not there at all: no source says anything of it.
  public static let absent = Figure(nil, .notAvailable)

  /// Nothing to report: the place does not do this.
  public static let notApplicable = Figure(nil, .notApplicable)

  /// True where this is `z`: the place does not do this.
  public var isNotApplicable: Bool { value == nil && status.contains(.notApplicable) }

  /// True where some council's part of a sum is missing.
  public var isPartial: Bool { coverage.map { $0 < 1 } ?? false }

  /// A figure without a value, for the reasons of both.
  ///
  /// What is confidential stays confidential; what is missing is missing; only what neither place
  /// does is not applicable.
  static func blank(_ left: Figure, _ right: Figure) -> Figure {
    let both = left.status.union(right.status)
    let why: Status =
      both.contains(.confidential)
      ? .confidential : both.contains(.notAvailable) ? .notAvailable : .notApplicable
    return Figure(
      nil, both.subtracting(.blanks).union(why), coverage: smaller(left.coverage, right.coverage))
  }

  /// The sum; what is not applicable adds nothing.
  static func sum(_ left: Figure, _ right: Figure, sign: Double = 1) -> Figure {
    if left.isNotApplicable, right.isNotApplicable { return blank(left, right) }
    if right.isNotApplicable { return left }
    if left.isNotApplicable {
      var figure = right
      figure.value = right.value.map { sign * $0 }
      return figure
    }
    guard let first = left.value, let second = right.value else { return blank(left, right) }
    return joined(left, right, first + sign * second)
  }

  /// The product.
  static func product(_ left: Figure, _ right: Figure) -> Figure {
    guard let first = left.value, let second = right.value else { return blank(left, right) }
    var figure = joined(left, right, first * second)
    figure.numerator = left.numerator ?? right.numerator
    figure.denominator = left.denominator ?? right.denominator
    return figure
  }

  /// The quotient times a number of units; a denominator of 0 or a partial sum leaves a blank.
  static func quotient(_ left: Figure, _ right: Figure, units: Double = 1) -> Figure {
    guard let above = left.value, let below = right.value else { return blank(left, right) }
    var figure = joined(left, right, above / below * units)
    if below == 0 || figure.isPartial {
      figure.value = nil
      figure.status.insert(.notAvailable)
      return figure
    }
    figure.numerator = above
    figure.denominator = below
    return figure
  }

  private static func joined(_ left: Figure, _ right: Figure, _ value: Double) -> Figure {
    var figure = Figure(
      value, left.status.union(right.status), coverage: smaller(left.coverage, right.coverage))
    figure.isRestated = left.isRestated || right.isRestated
    return figure
  }

  private static func smaller(_ left: Double?, _ right: Double?) -> Double? {
    guard let left else { return right }
    return right.map { min(left, $0) } ?? left
  }
}
