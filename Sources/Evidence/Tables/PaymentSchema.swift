import Store

/// The tables of payments: what a public body paid, to whom, when and for what.
///
/// Names that repeat stand once, in tables of their own. A day is ISO text; where a file gives only
/// the month it is `2016-10`, for several months `2010-07/2010-09`, and NULL where there is none.
enum PaymentSchema {
  static let migration = Migration(
    name: "payments",
    sql: """
      CREATE TABLE payment_body (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        place TEXT
      ) STRICT;
      CREATE TABLE payment_supplier (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT;
      CREATE TABLE payment_label (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL
      ) STRICT;
      CREATE TABLE payment_source (
        source INTEGER PRIMARY KEY REFERENCES source (id),
        kind TEXT NOT NULL CHECK (kind IN ('payments', 'cards')),
        basis TEXT NOT NULL CHECK (basis IN ('net', 'gross', 'unstated')),
        rows INTEGER NOT NULL,
        pence INTEGER NOT NULL,
        first_paid TEXT,
        last_paid TEXT,
        fingerprint TEXT NOT NULL
      ) STRICT;
      CREATE TABLE payment (
        source INTEGER NOT NULL REFERENCES source (id),
        line INTEGER NOT NULL,
        body INTEGER NOT NULL,
        paid_on TEXT,
        pence INTEGER NOT NULL,
        irrecoverable_vat INTEGER,
        supplier INTEGER,
        service INTEGER,
        category INTEGER,
        description TEXT,
        reference TEXT,
        redacted INTEGER NOT NULL
      ) STRICT;
      CREATE VIEW v_payments AS
        SELECT p.source, p.line, b.name AS body, b.place, p.paid_on, p.pence / 100.0 AS pounds,
          s.name AS service, c.name AS category, p.redacted, f.basis, f.kind
        FROM payment p JOIN payment_body b ON b.id = p.body
          JOIN payment_source f ON f.source = p.source
          LEFT JOIN payment_label s ON s.id = p.service
          LEFT JOIN payment_label c ON c.id = p.category;
      """)
}
