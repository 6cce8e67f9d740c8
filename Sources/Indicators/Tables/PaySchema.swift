import Store

/// The table of shares of jobs below a level of pay, with all that each rests on.
public enum PaySchema {
  /// The part of the database's schema that stands here.
  public static let part = SchemaPart(
    name: "pay",
    migrations: [
      Migration(
        name: "shares-of-jobs",
        sql: """
          CREATE TABLE pay_share (
            place TEXT NOT NULL,
            survey_year INTEGER NOT NULL,
            analysis TEXT NOT NULL CHECK (analysis IN ('resident', 'workplace')),
            span TEXT NOT NULL CHECK (span IN ('annual', 'weekly')),
            threshold TEXT NOT NULL,
            pay_pounds REAL NOT NULL,
            rule_year TEXT NOT NULL,
            share REAL NOT NULL,
            lower REAL NOT NULL,
            upper REAL NOT NULL,
            basis TEXT NOT NULL,
            range_is TEXT NOT NULL,
            bound_lower REAL NOT NULL,
            bound_upper REAL NOT NULL,
            relative_error REAL,
            exponent REAL,
            shapes_lower REAL,
            shapes_upper REAL,
            lowest_percentile REAL,
            jobs REAL,
            jobs_below REAL,
            PRIMARY KEY (place, survey_year, analysis, threshold)
          ) STRICT;
          CREATE VIEW v_pay_share AS
            SELECT p.name AS place_name, s.* FROM pay_share s JOIN place p ON p.code = s.place;
          """)
    ])
}
