import Store

/// The tables of this floor: what a build was made from and what it wrote.
enum BuildSchema {
  /// The part of the database's schema that stands here.
  static let part = SchemaPart(
    name: "build",
    migrations: [
      Migration(
        name: "inputs-and-outputs",
        sql: """
          CREATE TABLE build_input (
            path TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE build_output (
            path TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE content_digest (
            name TEXT PRIMARY KEY,
            rows INTEGER NOT NULL,
            sha256 TEXT NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    ])
}
