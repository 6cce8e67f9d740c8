import Store
import Testing

@Suite struct StatementTests {
  /// What a value is when it is read in each of the ways.
  struct Reading: Sendable {
    let value: Value
    let type: StorageType
    let int: Int
    let double: Double
    let text: String
    let blob: [UInt8]
  }

  static let readings = [
    Reading(value: .null, type: .null, int: 0, double: 0, text: "", blob: []),
    Reading(value: .int(-7), type: .int, int: -7, double: -7, text: "-7", blob: [0x2d, 0x37]),
    Reading(
      value: .int(.max), type: .int, int: .max, double: 0x1p63, text: "9223372036854775807",
      blob: Array("9223372036854775807".utf8)),
    Reading(value: .real(2.5), type: .real, int: 2, double: 2.5, text: "2.5", blob: [50, 46, 53]),
    Reading(
      value: .text("12 né\u{0}x"), type: .text, int: 12, double: 12, text: "12 né\u{0}x",
      blob: Array("12 né\u{0}x".utf8)),
    Reading(value: .text(""), type: .text, int: 0, double: 0, text: "", blob: []),
    Reading(
      value: .blob([0x31, 0x32]), type: .blob, int: 12, double: 12, text: "12", blob: [49, 50]),
    Reading(value: .blob([]), type: .blob, int: 0, double: 0, text: "", blob: []),
  ]

  @Test(arguments: readings) func `a value comes back as it was bound`(reading: Reading) throws {
    let connection = try Connection.memory()
    let row = try connection.prepare("SELECT ?1, ?1, ?1, ?1, ?1, ?1")
    try row.bind(reading.value, at: 1)
    #expect(try row.step())
    let (type, value) = (row.type(0), row.value(0))
    #expect(type == reading.type)
    #expect(value == reading.value)
    #expect(row.int(1) == reading.int)
    #expect(row.int64(1) == Int64(reading.int))
    #expect(row.double(2) == reading.double)
    #expect(row.text(3) == reading.text)
    #expect(row.withText(3) { $0.count } == reading.text.utf8.count)
    #expect(row.blob(4) == reading.blob)
    #expect(row.withBlob(4) { $0.count } == reading.blob.count)
    let isNull = reading.value == .null
    #expect(row.isNull(5) == isNull)
    #expect(row.optionalInt(5) == (isNull ? nil : reading.int))
    #expect(row.optionalInt64(5) == (isNull ? nil : Int64(reading.int)))
    #expect(row.optionalDouble(5) == (isNull ? nil : reading.double))
    #expect(row.optionalText(5) == (isNull ? nil : reading.text))
    #expect(row.optionalBlob(5) == (isNull ? nil : reading.blob))
    #expect(try !row.step())
  }

  @Test func `every type is bound by its own name`() throws {
    let connection = try Connection.memory()
    let row = try connection.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12")
    try row.bind(1, at: 1)
    try row.bind(Int64(2), at: 2)
    try row.bind(3.5, at: 3)
    try row.bind("four", at: 4)
    try row.bind([5, 5], at: 5)
    let bytes: [UInt8] = [6]
    try row.bind(bytes.span, at: 6)
    try row.bindText(Array("seven".utf8).span, at: 7)
    try row.bindNull(at: 8)
    try row.bind(nil as Int?, at: 9)
    try row.bind(nil as String?, at: 10)
    try row.bind(11 as Int64?, at: 11)
    try row.bind(nil as Double?, at: 12)
    #expect(try row.step())
    let values = row.values()
    #expect(
      values == [
        .int(1), .int(2), .real(3.5), .text("four"), .blob([5, 5]), .blob([6]), .text("seven"),
        .null, .null, .null, .int(11), .null,
      ])
  }

  @Test func `parameters and columns are found by name`() throws {
    let connection = try Connection.memory()
    let row = try connection.prepare("SELECT :b AS first, @c AS second, ?7 AS third")
    #expect(row.parameterCount == 7)
    #expect(row.parameterIndex(":b") == 1)
    #expect(row.parameterIndex("@c") == 2)
    #expect(row.parameterIndex(":none") == nil)
    #expect(row.columnCount == 3)
    #expect(row.columnNames == ["first", "second", "third"])
    #expect(row.columnName(9) == "")
    #expect(row.isReadOnly == true)
    #expect(row.sql == "SELECT :b AS first, @c AS second, ?7 AS third")
  }

  @Test func `a parameter that is not there is out of range`() throws {
    let connection = try Connection.memory()
    let row = try connection.prepare("SELECT ?1")
    for index in [0, 2, -1] {
      let error = storeError { try row.bind(1, at: index) }
      #expect(error?.code == .range)
    }
  }

  @Test func `a statement runs again with what was bound, until that is cleared`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a, b)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?1, ?2)")
    #expect(insert.isReadOnly == false)
    try insert.bind(1, at: 1)
    try insert.run()
    try insert.bind(2, at: 2)
    try insert.run()
    insert.clearBindings()
    try insert.run()
    let rows = try connection.prepare("SELECT a, b FROM t")
    var found: [[Value]] = []
    while try rows.step() { found.append(rows.values()) }
    #expect(found == [[.int(1), .null], [.int(1), .int(2)], [.null, .null]])
    rows.reset()
    #expect(try rows.step())
  }

  @Test func `a statement that failed can be run again`() throws {
    let connection = try Connection.memory()
    try connection.execute("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?1)")
    try insert.bind(1, at: 1)
    let error = storeError { try insert.run() }
    #expect(error?.code == .constraintUnique)
    try insert.bind(2, at: 1)
    try insert.run()
    #expect(try connection.number("SELECT count(*) FROM t") == 2)
  }

  @Test func `a statement may outlive its connection`() throws {
    var connection: Connection? = try .memory()
    let statement = try connection?.prepare("SELECT 1")
    connection = nil
    #expect(try statement?.step() == true)
  }
}
