/// How value added tax stands in the amounts of a file of payments.
///
/// Amounts of different bases are never added up.
public enum PaymentBasis: String, CaseIterable, Sendable {
  /// Without the tax that the body gets back.
  case net
  /// With all tax.
  case gross
  /// The file does not say; the transparency code asks for amounts net of recoverable tax.
  case unstated

  /// The basis in words.
  public var words: String {
    switch self {
    case .net: "net of recoverable VAT"
    case .gross: "including VAT"
    case .unstated: "VAT not stated"
    }
  }
}

/// What kind of payments a file lists.
public enum PaymentKind: String, CaseIterable, Sendable {
  /// Invoices, grants and other payments, among which there may be purchases by card.
  case payments
  /// Purchases by card only.
  case cards
}
