import Evidence
import Store

/// The content digest of the table of observations, taken while rows are added to it.
///
/// The same digest as `ContentDigest` takes, which would have to read all of the table again.
public struct ObservationDigest: Sendable {
  private var digest = SHA256()
  private var bytes: [UInt8] = []
  private static let pieceBytes = 1 << 14

  /// How many rows went in.
  public private(set) var rows = 0

  /// Begins with the rows that are there.
  init(_ connection: borrowing Connection) throws(StoreError) {
    bytes.reserveCapacity(2 * Self.pieceBytes)
    let cursor = try connection.prepare("SELECT * FROM main.observation ORDER BY rowid")
    addText("observation")
    let count = cursor.columnCount
    add(UInt64(count))
    for column in 0..<count { addText(cursor.columnName(column)) }
    while try cursor.step() {
      beginRow()
      for column in 0..<count {
        switch cursor.type(column) {
        case .null: addNull()
        case .int: add(cursor.int(column))
        case .real: add(cursor.double(column))
        default: bytes += Self.encoded(cursor.text(column))
        }
      }
    }
  }

  /// The digest in lower-case hexadecimal.
  public var sha256: String {
    var all = digest
    all.update(bytes)
    return SHA256.hex(all.finalize())
  }

  /// A text as a value.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes = [UInt8(ascii: "T")]
    let count = UInt64(text.utf8.count)
    for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
    return bytes + Array(text.utf8)
  }

  /// A whole number as a value.
  static func encoded(_ number: Int) -> [UInt8] {
    var bytes = [UInt8(ascii: "I")]
    let number = UInt64(bitPattern: Int64(number))
    for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    return bytes
  }

  mutating func beginRow() {
    if bytes.count >= Self.pieceBytes {
      digest.update(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    rows += 1
    bytes.append(UInt8(ascii: "R"))
  }

  /// Adds values that are encoded already.
  mutating func add(encoded values: [UInt8]) { bytes.append(contentsOf: values) }

  mutating func add(_ number: Int) {
    bytes.append(UInt8(ascii: "I"))
    add(UInt64(bitPattern: Int64(number)))
  }

  mutating func add(_ number: Double?) {
    guard let number else { return addNull() }
    bytes.append(UInt8(ascii: "F"))
    // SQLite stores a whole number as such, which has no negative zero.
    add(number == 0 ? 0 : number.bitPattern)
  }

  /// Adds the letters of a status.
  mutating func add(status: Status) {
    bytes.append(contentsOf: status.isEmpty ? Self.emptyText : Self.encoded(status.text))
  }

  private static let emptyText = encoded("")

  private mutating func addNull() { bytes.append(UInt8(ascii: "N")) }

  private mutating func addText(_ text: String) { bytes += Self.encoded(text).dropFirst() }

  private mutating func add(_ word: UInt64) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8))
    var span = bytes.mutableSpan
    for index in 0..<8 {
      span[start + index] = UInt8(truncatingIfNeeded: word &>> UInt64(56 - 8 * index))
    }
  }
}
