/// The rules that decide which figures are protected, and how.
public struct DisclosureOptions: Sendable, Hashable {
  /// Counts from 1 to one less than this are hidden (0 too when noughts are not shown).
  public var threshold: Int

  /// Whether noughts are published.
  ///
  /// Readers then know that a hidden count is at least 1.
  public var zerosAreShown: Bool

  /// Amounts with fewer distinct contributors than this are hidden.
  public var minimumContributors: Int

  /// The rule for amounts that one or a few contributors dominate; nil for none.
  public var concentration: ConcentrationRule?

  /// Whether the publication marks small figures differently from those hidden to protect them.
  ///
  /// Readers then know that a figure with the first mark is below the threshold.
  public var marksTellSmallFigures: Bool

  /// Whether a hidden figure's only contributor is taken to use it against the figures beside it.
  public var guardsAgainstSingletons: Bool

  /// Makes options; the defaults are the ones for publication.
  ///
  /// - Parameters:
  ///   - threshold: 5.
  ///   - zerosAreShown: True.
  ///   - minimumContributors: 3.
  ///   - concentration: The p% rule with p = 10.
  ///   - marksTellSmallFigures: False: one mark for all hidden figures.
  ///   - guardsAgainstSingletons: True; it matters only where contributors are known.
  public init(
    threshold: Int = 5, zerosAreShown: Bool = true, minimumContributors: Int = 3,
    concentration: ConcentrationRule? = .percentage(p: 10), marksTellSmallFigures: Bool = false,
    guardsAgainstSingletons: Bool = true
  ) {
    self.threshold = threshold
    self.zerosAreShown = zerosAreShown
    self.minimumContributors = minimumContributors
    self.concentration = concentration
    self.marksTellSmallFigures = marksTellSmallFigures
    self.guardsAgainstSingletons = guardsAgainstSingletons
  }
}
