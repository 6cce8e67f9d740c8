/// What a reader can tell from a figure of a table rounded so that its sums still hold.
///
/// Controlled rounding takes a count to one of the two neighbouring multiples of the base, or up to
/// `steps` multiples further where the sums need it. Source: Handbook on Statistical Disclosure Control,
/// section on controlled rounding ("Protection provided by controlled rounding").
public struct ControlledRounding: Sendable, Hashable {
  /// Figures are multiples of this.
  public var base: Int

  /// How many multiples beyond the neighbouring ones a count may be taken; 0 is zero-restricted.
  public var steps: Int

  /// Describes how a table was rounded.
  public init(base: Int, steps: Int = 0) {
    self.base = base
    self.steps = steps
  }

  /// The counts that may stand behind a published figure, of which the base and the steps are known.
  public func possibleCounts(for published: Int) -> ClosedRange<Int> {
    let reach = (steps + 1) * base
    return published < reach ? 0...(reach - 1) : (published - reach + 1)...(published + reach - 1)
  }
}
