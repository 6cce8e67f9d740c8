import Evidence

/// What the payments of one body show: how large, to how few, for what and when.
///
/// Only payments of one kind and one basis of tax are added up; the others are counted and said.
public struct PaymentPortrait: Sendable {
  /// Payments of one month.
  public struct Month: Sendable {
    /// The month, as `2024-04`.
    public let month: String
    /// How many payments.
    public internal(set) var count = 0
    /// Their sum in pence.
    public internal(set) var pence: Int64 = 0
    /// The Herfindahl-Hirschman index of the suppliers that are named, 0 to 10,000; nil without any.
    public internal(set) var concentration: Double?
    /// How many suppliers are named.
    public internal(set) var suppliers = 0
  }

  /// Payments of a size.
  public struct Band: Sendable {
    /// The least amount of the band in pence.
    public let from: Int64
    /// How many.
    public internal(set) var count = 0
    /// Their sum in pence.
    public internal(set) var pence: Int64 = 0
  }

  /// How tax stands in the amounts.
  public internal(set) var basis = PaymentBasis.unstated
  /// What kind of payments.
  public internal(set) var kind = PaymentKind.payments
  /// How many payments.
  public internal(set) var count = 0
  /// Their sum in pence.
  public internal(set) var pence: Int64 = 0
  /// The months with payments, in order.
  public internal(set) var months: [Month] = []
  /// Months between the first and the last without a payment.
  public internal(set) var missingMonths: [String] = []
  /// Payments by size; what was received back is in none.
  public internal(set) var bands: [Band] = []
  /// Sums by service, the largest first; `""` for what no word tells.
  public internal(set) var services: [(service: String, pence: Int64)] = []
  /// Sums by level of prevention under the default scheme, for what its words tell.
  public internal(set) var levels: [(level: String, pence: Double)] = []
  /// The share of the sum whose words tell the service, and the level of prevention.
  public internal(set) var coverage: (service: Double, level: Double) = (0, 0)
  /// The share of payments, and of the sum, whose supplier is withheld.
  public internal(set) var withheld: (count: Double, pence: Double) = (0, 0)
  /// The share of what named suppliers were paid that went to those paid in half of the months.
  public internal(set) var repeated: Double?
  /// The ten named suppliers that were paid most and are evidently organisations.
  public internal(set) var organisations: [(name: String, pence: Int64)] = []
  /// March payments against the average of the other months, for whole financial years; else nil.
  public internal(set) var marchRatio: Double?
  /// What was left out because its kind or basis of tax is another.
  public internal(set) var others: [(words: String, count: Int)] = []

  init() {}

  /// The lower ends of the bands, in pence.
  static let bandStarts: [Int64] = [0, 50_000, 100_000, 500_000, 2_500_000, 10_000_000]
}
