import Store

/// The tables of the register.
public enum PlacesSchema {
  /// The steps that make them.
  public static let part = SchemaPart(
    name: "places",
    migrations: [
      Migration(name: "register", sql: register),
      Migration(name: "notes-and-new-councils", sql: notesAndNewCouncils),
    ])

  private static let notesAndNewCouncils = """
    ALTER TABLE place_group ADD COLUMN note TEXT;

    CREATE TABLE new_council (
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      starts_on TEXT NOT NULL,
      footprint TEXT NOT NULL,
      code TEXT,
      takes_over TEXT NOT NULL,
      source TEXT NOT NULL,
      note TEXT,
      PRIMARY KEY (name, starts_on)
    ) STRICT, WITHOUT ROWID;
    """

  /// `place_member.group_code` refers to no table: a group is a place or stands in `place_group`.
  private static let register = """
    CREATE TABLE place (
      code TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      tier TEXT NOT NULL,
      country TEXT,
      region TEXT,
      county TEXT,
      combined_authority TEXT,
      ecode TEXT,
      start_on TEXT,
      end_on TEXT,
      note TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_code (
      place TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      scheme TEXT NOT NULL,
      value TEXT NOT NULL,
      valid_from TEXT,
      valid_to TEXT,
      PRIMARY KEY (value, scheme, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_alias (
      name TEXT NOT NULL,
      place TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      source TEXT NOT NULL,
      PRIMARY KEY (name, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_successor (
      old TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      new TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      changed_on TEXT NOT NULL,
      whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
      PRIMARY KEY (old, new)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_group (
      code TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_member (
      place TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      group_code TEXT NOT NULL,
      valid_from TEXT NOT NULL DEFAULT '',
      valid_to TEXT,
      PRIMARY KEY (group_code, place, valid_from)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_service (
      body TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      service TEXT NOT NULL,
      member TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      valid_from TEXT NOT NULL DEFAULT '',
      valid_to TEXT,
      confidence TEXT NOT NULL,
      PRIMARY KEY (body, service, member, valid_from)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE duty (
      service TEXT NOT NULL,
      kind TEXT NOT NULL,
      role TEXT NOT NULL,
      valid_from TEXT NOT NULL DEFAULT '',
      valid_to TEXT,
      note TEXT,
      PRIMARY KEY (service, kind, valid_from)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_neighbour (
      place TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      rank INTEGER NOT NULL,
      neighbour TEXT NOT NULL REFERENCES place (code) DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (place, rank)
    ) STRICT, WITHOUT ROWID;
    """
}
