/// What an absence pays and costs, in pence.
public struct SickPayment: Sendable, Hashable {
  /// The working days that are paid.
  public let daysPaid: Int
  /// The sick pay.
  public let sickPay: Int
  /// What the days missed would have paid.
  public let usualPay: Int

  /// What is lost by being ill.
  public var lost: Int { usualPay - sickPay }

  /// Puts a payment together.
  public init(daysPaid: Int, sickPay: Int, usualPay: Int) {
    self.daysPaid = daysPaid
    self.sickPay = sickPay
    self.usualPay = usualPay
  }
}
