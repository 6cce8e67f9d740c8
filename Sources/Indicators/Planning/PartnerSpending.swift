import Evidence

/// What a partner spends in a place: a row of `datasets/partners/*.csv`.
public struct PartnerSpending: Hashable, Sendable {
  /// The code of the place.
  public let place: String
  /// Who spends: `NHS`, `DWP`, `Police`.
  public let agency: String
  /// On what level of prevention; one of `PreventionScheme.levels`.
  public let level: String
  /// The financial year.
  public let year: Period
  /// How much.
  public let amount: Money
  /// Who says so.
  public let source: String

  /// Makes a row.
  public init(
    place: String, agency: String, level: String, year: Period, amount: Money, source: String
  ) {
    self.place = place
    self.agency = agency
    self.level = level
    self.year = year
    self.amount = amount
    self.source = source
  }
}
