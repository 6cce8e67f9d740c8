import Foundation
import Store
import TestSupport
import Testing

@Suite("Rows laid out before they are stored")
struct StageTests {
  private static let schema = """
    CREATE TABLE owner (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE t (a INTEGER NOT NULL, b REAL, c TEXT NOT NULL, d TEXT,
      owner INTEGER REFERENCES owner (id)) STRICT;
    INSERT INTO owner VALUES (1);
    """

  /// Integers at and around every size that SQLite stores in another way.
  private static let integers: [Int64] =
    [0, 1, -1, 127, 128, -128, -129, 32767, 32768, -32768, -32769, .max, .min]
    + [8_388_607, 8_388_608, -8_388_608, -8_388_609, 2_147_483_647, 2_147_483_648]
    + [-2_147_483_648, -2_147_483_649, 140_737_488_355_327, 140_737_488_355_328]
    + [-140_737_488_355_328, -140_737_488_355_329]

  private static let reals: [Double?] =
    [nil, 0, -0.0, 1, 2.5, -3, 1e300, .infinity, .nan, 140_737_488_355_327]
    + [140_737_488_355_328, -140_737_488_355_328, -140_737_488_355_329, 0.1, 1e15, 4e18]

  private static let lengths = [0, 1, 57, 58, 8185, 8186, 65_490, 65_500, 65_520, 70_000, 300_000]

  private static func fill(_ row: inout RowBuffer, _ number: Int, longest: Int = .max) {
    row.set(integers[number % integers.count], at: 0)
    if let real = reals[number % reals.count] { row.set(real, at: 1) }
    let length = number % 50 == 0 ? lengths[number / 50 % lengths.count] : number % 9
    row.set(String(repeating: "é", count: min(length, longest) / 2) + "\(number % 3)", at: 2)
    if number % 4 == 0 { row.set("x", at: 3) }
    row.set(1, at: 4)
  }

  /// Stores rows both ways and compares all that is then in the table.
  private static func compare(
    _ count: Int, longest: Int, in staged: borrowing Connection, expecting bytes: Int = 0
  ) throws {
    let plain = try Connection.memory()
    try plain.execute(schema)
    var number = 0
    try plain.insert(into: "t", columns: ["a", "b", "c", "d", "owner"]) { row in
      guard number < count else { return false }
      fill(&row, number, longest: longest)
      number += 1
      return true
    }
    try staged.execute(schema)
    try staged.begin()
    let digest = try RunningDigest(of: "t", in: staged)
    let stage = try Stage(for: "t", expecting: bytes, digest: digest, in: staged)
    var pieces: [StagedPiece] = []
    let taken = try stage.writer.write { rows throws(StoreError) in
      var pieces: [StagedPiece] = []
      for number in 0..<count {
        fill(&rows.row, number, longest: longest)
        try rows.append()
        if let piece = rows.takePiece() { pieces.append(piece) }
      }
      try rows.finish()
      if let piece = rows.takePiece() { pieces.append(piece) }
      return (pieces, rows.digest)
    }
    pieces = taken.0
    for piece in pieces { try stage.store(piece, in: staged) }
    try staged.commit()
    #expect(pieces.reduce(0) { $0 + $1.rows } == count)
    let expected = try ContentDigest(of: "t", in: plain)
    let found = try ContentDigest(of: "t", in: staged)
    #expect(found == expected)
    #expect(taken.1 == expected)
    #expect(try staged.number("SELECT coalesce(max(rowid), 0) FROM t") == count)
    #expect(try staged.integrityCheck().isEmpty)
    #expect(try staged.foreignKeyCheck().isEmpty)
    #expect(try staged.number("PRAGMA foreign_keys") == 1)
  }

  @Test("are the rows that were set", arguments: [0, 1, 2, 100, 3000])
  func rows(count: Int) throws {
    try Self.compare(count, longest: .max, in: Connection.memory())
  }

  @Test("are stored in many pieces")
  func pieces() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.url.appending(path: "a.db").path
    let connection = try Connection(path: path, mode: .create)
    // As a run leaves it that is killed before it has taken the name away.
    try Data().write(to: scratch.url.appending(path: ".placewise-0123456789abc"))
    try Self.compare(60_000, longest: 20_000, in: connection)
    // Nothing of the file beside the database is left.
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["a.db"])
  }

  @Test("are stored also where SQLite attaches no more files")
  func attached() throws {
    let connection = try Connection.memory()
    for number in 0..<10 { try connection.execute("ATTACH ':memory:' AS m\(number)") }
    try Self.compare(1500, longest: .max, in: connection)
  }

  @Test("go with the transaction")
  func rollback() throws {
    let connection = try Connection.memory()
    try connection.execute(Self.schema)
    for isKept in [false, true] {
      try connection.begin()
      let stage = try Stage(for: "t", in: connection)
      let piece = try stage.writer.write { rows throws(StoreError) in
        Self.fill(&rows.row, 7)
        try rows.append()
        try rows.finish()
        return rows.takePiece()
      }
      try stage.store(#require(piece), in: connection)
      #expect(try connection.number("SELECT count(*) FROM t") == 1)
      if isKept { try connection.commit() } else { connection.rollback() }
      #expect(try connection.number("SELECT count(*) FROM t") == (isKept ? 1 : 0))
    }
  }

  @Test("are refused where a column does not take them", arguments: 0..<4)
  func refused(number: Int) throws {
    let connection = try Connection.memory()
    try connection.execute(Self.schema)
    let stage = try Stage(for: "t", in: connection)
    let columns = ["t.a", "t.a", "t.b", "t.c"]
    let error = #expect(throws: StoreError.self) {
      try stage.writer.write { rows throws(StoreError) in
        Self.fill(&rows.row, 7)
        switch number {
        case 0: rows.row.setNull(at: 0)
        case 1: rows.row.set(1.5, at: 0)
        case 2: rows.row.set("two", at: 1)
        default: rows.row.set(2, at: 2)
        }
        try rows.append()
      }
    }
    #expect(error?.code == .constraint)
    #expect(error?.message.hasPrefix(columns[number]) == true)
  }

  @Test(
    "are none of tables that need more",
    arguments: [
      "(a INTEGER)", "(a INTEGER PRIMARY KEY) STRICT", "(a TEXT UNIQUE) STRICT",
      "(a INTEGER CHECK (a > 0)) STRICT", "(a ANY) STRICT", "(a TEXT, b TEXT AS (a)) STRICT",
      "(a TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    ])
  func others(body: String) throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE u \(body)")
    #expect(throws: StoreError.self) { _ = try Stage(for: "u", in: connection).writer }
  }
}
