/// Tables that never leave the database: what was paid, and rows as their publishers wrote them.
///
/// They may hold names of private persons, some in words of description.
enum PrivateTables {
  /// The names, those first that others refer to last.
  static let names = [
    "payment", "payment_source", "payment_body", "payment_supplier", "payment_label", "reject",
  ]
}
