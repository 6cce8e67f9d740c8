extension Connection {
  /// The version of the schema that the file says it has.
  public func userVersion() throws(StoreError) -> Int { try number("PRAGMA user_version") }

  /// Sets the version of the schema in the file's head.
  public func setUserVersion(_ version: Int) throws(StoreError) {
    try execute("PRAGMA user_version = \(Int32(clamping: version))")
  }

  /// The number of the program that the file says it belongs to.
  public func applicationID() throws(StoreError) -> Int { try number("PRAGMA application_id") }

  /// Sets the number of the program in the file's head.
  public func setApplicationID(_ id: Int) throws(StoreError) {
    try execute("PRAGMA application_id = \(Int32(clamping: id))")
  }

  /// What SQLite finds wrong with the file: empty when it is sound.
  ///
  /// At most `limit` findings are given.
  ///
  /// - Complexity: reads the whole file and every index.
  public func integrityCheck(limit: Int = 100) throws(StoreError) -> [String] {
    let statement = try prepare("PRAGMA main.integrity_check(\(limit))")
    var found: [String] = []
    do {
      while try statement.step() { found.append(statement.text(0)) }
    } catch {
      // Some damage stops the check itself, which is a finding too.
      guard error.isCorrupt else { throw error }
      found.append(error.message)
    }
    return found == ["ok"] ? [] : found
  }

  /// The references that lead nowhere, as sentences: empty when there are none.
  public func foreignKeyCheck(limit: Int = 100) throws(StoreError) -> [String] {
    let statement = try prepare("PRAGMA foreign_key_check")
    var found: [String] = []
    while found.count < limit, try statement.step() {
      let row = statement.optionalInt(1).map { " row \($0)" } ?? ""
      found.append("\(statement.text(0))\(row) refers to no row of \(statement.text(2))")
    }
    return found
  }

  /// The first column of the first row as a number; 0 when there is none.
  public func number(_ sql: String) throws(StoreError) -> Int {
    let statement = try prepare(sql)
    return try statement.step() ? statement.int(0) : 0
  }

  /// The first column of every row as text.
  public func texts(_ sql: String) throws(StoreError) -> [String] {
    let statement = try prepare(sql)
    var found: [String] = []
    while try statement.step() { found.append(statement.text(0)) }
    return found
  }
}
