import Evidence
import Store

/// Reads the payments in a database into one portrait for each place.
public struct PaymentPortraits {
  private let services: PaymentServices
  private let prevention: PreventionScheme
  private let rules: SupplierRules

  /// Prepares to read with the rules of the catalogue.
  public init(services: PaymentServices, prevention: PreventionScheme, rules: SupplierRules) {
    self.services = services
    self.prevention = prevention
    self.rules = rules
  }

  /// The portraits by the code of the place whose body paid.
  public func all(_ connection: borrowing Connection) throws(StoreError) -> [String:
    PaymentPortrait]
  {
    var found: [String: PaymentPortrait] = [:]
    let places = try connection.texts(
      "SELECT DISTINCT place FROM payment_body WHERE place IS NOT NULL ORDER BY place")
    for place in places { found[place] = try portrait(of: place, connection) }
    return found
  }

  /// The portrait of a place, or nil where no payment of its body is held.
  public func portrait(
    of place: String, _ connection: borrowing Connection
  ) throws(StoreError) -> PaymentPortrait? {
    let kinds = try connection.prepare(
      """
      SELECT f.kind, f.basis, count(*), coalesce(sum(abs(p.pence)), 0)
      FROM payment p JOIN payment_source f ON f.source = p.source
      WHERE p.body IN (SELECT id FROM payment_body WHERE place = ?)
      GROUP BY 1, 2 ORDER BY f.kind = 'cards', 4 DESC, 1, 2
      """)
    try kinds.bind(place, at: 1)
    guard try kinds.step() else { return nil }
    var portrait = PaymentPortrait()
    portrait.kind = PaymentKind(rawValue: kinds.text(0)) ?? .payments
    portrait.basis = PaymentBasis(rawValue: kinds.text(1)) ?? .unstated
    while try kinds.step() {
      let basis = PaymentBasis(rawValue: kinds.text(1)) ?? .unstated
      let what = kinds.text(0) == "cards" ? "purchases by card" : "payments"
      portrait.others.append(("\(what), \(basis.words)", kinds.int(2)))
    }
    var count = PaymentCount(try Names(connection), services, prevention)
    let rows = try connection.prepare(
      """
      SELECT p.paid_on, p.pence, p.supplier, p.service, p.category, p.redacted
      FROM payment p JOIN payment_source f ON f.source = p.source
      WHERE p.body IN (SELECT id FROM payment_body WHERE place = ?) AND f.kind = ? AND f.basis = ?
      """)
    try rows.bind(place, at: 1)
    try rows.bind(portrait.kind.rawValue, at: 2)
    try rows.bind(portrait.basis.rawValue, at: 3)
    while try rows.step() {
      count.add(
        day: rows.optionalText(0), pence: rows.int64(1), supplier: rows.optionalInt(2),
        service: rows.optionalInt(3), category: rows.optionalInt(4), isRedacted: rows.int(5) != 0)
    }
    count.finish(&portrait, rules)
    return portrait
  }

  /// The names that the numbers in payments mean.
  struct Names {
    /// Suppliers: the name as published, and the number of its spelling.
    var suppliers: [Int: (name: String, key: Int)] = [:]
    var labels: [Int: String] = [:]

    init(_ connection: borrowing Connection) throws(StoreError) {
      var keys: [String: Int] = [:]
      let names = try connection.prepare("SELECT id, name FROM payment_supplier ORDER BY id")
      while try names.step() {
        let name = names.text(1)
        let key = SupplierName.key(name)
        let number = keys[key] ?? keys.count
        keys[key] = number
        suppliers[names.int(0)] = (name, number)
      }
      let words = try connection.prepare("SELECT id, name FROM payment_label ORDER BY id")
      while try words.step() { labels[words.int(0)] = words.text(1) }
    }
  }
}
