/// Payments grouped by who received them, as every rule for amounts needs them.
public struct Contributions: Sendable, Hashable {
  /// The net amount per contributor, largest absolute value first; nobody with a net amount of 0.
  public let amounts: [Double]

  /// Groups payments; credit notes are netted within one contributor.
  ///
  /// A contributor whose payments cancel out has no part in the cell's amount and is not counted,
  /// which would make the cell look safer than it is.
  ///
  /// - Parameter payments: The contributor (or the holding it belongs to) and the amount of each.
  public init(payments: [(contributor: String, amount: Double)]) {
    var sums: [String: Double] = [:]
    for payment in payments { sums[payment.contributor, default: 0] += payment.amount }
    // Netted decimals leave rounding behind; a millionth of a unit is nobody's contribution.
    amounts = sums.values.filter { abs($0) > 1e-6 }
      .sorted { (abs($0), $0) > (abs($1), $1) }
  }

  /// How many distinct contributors there are.
  public var count: Int { amounts.count }
}
