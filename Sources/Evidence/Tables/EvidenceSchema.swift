import Store

/// The tables of this floor: sources, what they lost, and what they said.
public enum EvidenceSchema {
  /// The part of the database's schema that stands here.
  public static let part = SchemaPart(
    name: "evidence",
    migrations: [
      Migration(
        name: "sources-and-observations",
        sql: """
          CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            dataset TEXT NOT NULL,
            path TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            publisher TEXT NOT NULL,
            title TEXT NOT NULL,
            licence TEXT NOT NULL,
            url TEXT NOT NULL,
            published TEXT NOT NULL,
            layout TEXT NOT NULL,
            options TEXT NOT NULL,
            origin TEXT NOT NULL CHECK (origin IN ('dataset', 'user')),
            rows_read INTEGER NOT NULL,
            rows_loaded INTEGER NOT NULL,
            rows_rejected INTEGER NOT NULL,
            rows_skipped INTEGER NOT NULL,
            skipped TEXT NOT NULL,
            vintage TEXT NOT NULL,
            CHECK (rows_read = rows_loaded + rows_rejected + rows_skipped)
          ) STRICT;
          CREATE TABLE reject (
            source INTEGER NOT NULL REFERENCES source (id),
            line INTEGER NOT NULL,
            field INTEGER NOT NULL,
            reason TEXT NOT NULL,
            raw TEXT NOT NULL
          ) STRICT;
          CREATE TABLE note (
            source INTEGER NOT NULL REFERENCES source (id),
            line INTEGER NOT NULL,
            text TEXT NOT NULL
          ) STRICT;
          CREATE TABLE measure (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            unit TEXT NOT NULL,
            kind TEXT NOT NULL,
            tier TEXT NOT NULL,
            polarity TEXT NOT NULL,
            service TEXT NOT NULL
          ) STRICT;
          CREATE TABLE series_break (
            measure TEXT NOT NULL,
            period_start TEXT NOT NULL,
            period_months INTEGER NOT NULL,
            reason TEXT NOT NULL
          ) STRICT;
          CREATE TABLE observation (
            place TEXT NOT NULL,
            period_start TEXT NOT NULL,
            period_months INTEGER NOT NULL,
            measure TEXT NOT NULL,
            value REAL,
            lower REAL,
            upper REAL,
            count REAL,
            denominator REAL,
            status TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (id),
            line INTEGER NOT NULL,
            field INTEGER NOT NULL
          ) STRICT;
          CREATE VIEW v_sources AS
            SELECT id, dataset, path, publisher, title, published, layout, rows_read, rows_loaded,
              rows_rejected, rows_skipped, skipped, sha256
            FROM source ORDER BY id;
          """), PaymentSchema.migration,
    ])
}
