/// What a column of a file of payments holds.
public enum PaymentRole: String, CaseIterable, Sendable {
  /// The amount that counts: net where the file has both.
  case amount
  /// The amount with all tax, beside one without.
  case gross
  /// Tax that the body gets back.
  case vat
  /// Tax that it does not get back.
  case irrecoverable = "irrecoverable-vat"
  /// The day of payment, or the nearest to it that the file has.
  case date
  /// A financial period, such as `201009` for the ninth month of 2010-11.
  case period
  /// Who was paid.
  case supplier
  /// Who paid.
  case body
  /// The code of who paid.
  case bodyCode = "body-code"
  /// The part of the body for which it was paid.
  case service
  /// What kind of spending it was.
  case category
  /// What it was for, in words of its own.
  case description
  /// The number of the payment, kept as text.
  case reference
  /// A mark where the supplier is withheld.
  case redaction
}
