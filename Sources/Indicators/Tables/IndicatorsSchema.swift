import Store

/// The tables of this floor: the catalogue as it was used, and its values.
public enum IndicatorsSchema {
  /// The part of the database's schema that stands here.
  public static let part = SchemaPart(
    name: "indicators",
    migrations: [
      Migration(
        name: "indicators-and-values",
        sql: """
          CREATE TABLE indicator (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            definition TEXT NOT NULL,
            formula TEXT NOT NULL,
            unit TEXT NOT NULL,
            decimals INTEGER NOT NULL,
            polarity TEXT NOT NULL,
            tier TEXT NOT NULL,
            service TEXT NOT NULL,
            comparability TEXT NOT NULL,
            outcome TEXT NOT NULL,
            theme TEXT NOT NULL,
            caveats TEXT NOT NULL,
            source TEXT NOT NULL
          ) STRICT;
          CREATE TABLE indicator_value (
            place TEXT NOT NULL,
            period_start TEXT NOT NULL,
            period_months INTEGER NOT NULL,
            indicator TEXT NOT NULL,
            value REAL,
            lower REAL,
            upper REAL,
            count REAL,
            denominator REAL,
            status TEXT NOT NULL,
            coverage REAL,
            compared TEXT NOT NULL,
            trend TEXT NOT NULL,
            quintile INTEGER,
            note TEXT NOT NULL
          ) STRICT;
          CREATE VIEW v_indicator AS
            SELECT p.name AS place_name, v.place, p.kind, i.title AS indicator_title, v.indicator,
              v.period_start, v.period_months, v.value, i.unit, v.lower, v.upper, v.status,
              v.coverage, v.quintile, v.note
            FROM indicator_value v JOIN place p ON p.code = v.place
              JOIN indicator i ON i.id = v.indicator;
          CREATE VIEW v_spend_per_head AS
            SELECT * FROM v_indicator WHERE unit LIKE '£ per%';
          """),
      Migration(
        name: "numerators-and-methods",
        sql: """
          ALTER TABLE indicator ADD COLUMN numerator TEXT NOT NULL DEFAULT '';
          ALTER TABLE indicator ADD COLUMN denominator TEXT NOT NULL DEFAULT '';
          ALTER TABLE indicator ADD COLUMN method TEXT NOT NULL DEFAULT '';
          ALTER TABLE indicator ADD COLUMN lof_area TEXT NOT NULL DEFAULT '';
          """),
    ])
}
