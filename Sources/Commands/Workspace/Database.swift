import Evidence
import Indicators
import Places
import Store

/// Opens this product's database: its identity, its schema, its content digests.
enum Database {
  /// `PlW!`: what stands in the file's header.
  static let identity = Identity(applicationID: 0x506C_5721, userVersion: 1)

  /// The schema of all floors.
  static let migrator = Migrator(
    identity: identity,
    parts: [
      PlacesSchema.part, EvidenceSchema.part, IndicatorsSchema.part, PaySchema.part,
      BuildSchema.part,
    ])

  /// The tables that `verify` compares, with what they hold.
  ///
  /// Payments may be many millions and have a check of their own, `PaymentVerification`.
  static let digestExceptions: Set<String> = ["content_digest", "payment", "schema_migration"]

  /// Makes a new database aside, to be put in its place by a `DatabaseReplacement`.
  static func make(_ path: String) throws -> Connection {
    var options = ConnectionOptions()
    options.isAside = true
    options.pageSize = 16_384
    let connection = try Connection(path: path, mode: .create, options: options)
    try migrator.migrate(connection)
    return connection
  }

  /// Opens an existing database, checked for being ours.
  ///
  /// - Throws: `StoreError` where it is not, is damaged, newer or busy.
  static func open(_ path: String, _ mode: Connection.Mode) throws -> Connection {
    let connection = try Connection(path: path, mode: mode)
    try migrator.check(connection)
    return connection
  }

  /// Notes the digest of every table's content, for `verify`.
  ///
  /// Tables whose digests are `known` are not read again.
  static func writeDigests(
    _ connection: borrowing Connection, known: [ContentDigest] = []
  ) throws {
    try connection.execute("DELETE FROM content_digest")
    let insert = try connection.prepare("INSERT INTO content_digest VALUES (?, ?, ?)")
    for table in try ContentDigest.tables(in: connection) where !digestExceptions.contains(table) {
      let digest =
        try known.first { $0.table == table } ?? ContentDigest(of: table, in: connection)
      try insert.bind(digest.table, at: 1)
      try insert.bind(digest.rows, at: 2)
      try insert.bind(digest.sha256, at: 3)
      try insert.run()
    }
  }
}
