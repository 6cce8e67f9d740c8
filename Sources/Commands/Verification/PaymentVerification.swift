import Evidence
import Store

extension Verification {
  /// The files whose payments are not those that were loaded.
  static func payments(_ connection: borrowing Connection) throws -> [String] {
    var wrong: [String] = []
    let sources = try connection.prepare(
      "SELECT source, rows, pence, fingerprint FROM payment_source ORDER BY source")
    while try sources.step() {
      let id = sources.int(0)
      let found = try Payments(of: id, connection)
      if found.rows != sources.int(1) || found.pence != sources.int(2) {
        wrong.append(
          "source \(id) has \(found.rows) payments of £\(Money(pence: Int64(found.pence)).pounds), "
            + "expected \(sources.int(1)) of £\(Money(pence: Int64(sources.int(2))).pounds)")
      } else if found.fingerprint.text != sources.text(3) {
        wrong.append("source \(id) has \(found.rows) payments, of which some were changed")
      }
    }
    return wrong
  }

  /// The payments of a source as they stand in the database.
  private struct Payments {
    var rows = 0
    var pence = 0
    var fingerprint = PaymentFingerprint()

    init(of source: Int, _ connection: borrowing Connection) throws {
      let select = try connection.prepare(
        """
        SELECT p.pence, b.name, p.paid_on, s.name, l.name, c.name, p.description, p.reference
        FROM payment p LEFT JOIN payment_body b ON b.id = p.body
          LEFT JOIN payment_supplier s ON s.id = p.supplier
          LEFT JOIN payment_label l ON l.id = p.service
          LEFT JOIN payment_label c ON c.id = p.category
        WHERE p.source = ?
        """)
      try select.bind(source, at: 1)
      while try select.step() {
        rows += 1
        pence += select.int(0)
        let parts = (1...7).map { column -> UInt64 in
          guard let text = select.optionalText(column) else { return PaymentFingerprint.absent }
          let bytes = Array(text.utf8)
          return PaymentFingerprint.hash(bytes.span)
        }
        fingerprint.add(
          pence: Int64(select.int(0)), parts[0], parts[1], parts[2], parts[3], parts[4], parts[5],
          parts[6])
      }
    }
  }
}
