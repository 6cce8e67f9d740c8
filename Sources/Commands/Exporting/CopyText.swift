import Reporter
import Store

/// Rows in the text format of PostgreSQL's COPY: tabs between fields, `\N` for nothing.
struct CopyText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Adds a field.
  mutating func append(_ value: Value) {
    if !isFirst { bytes.append(9) }
    isFirst = false
    switch value {
    case .null: bytes += [0x5C, 0x4E]
    case .int(let number): bytes += Array(String(number).utf8)
    case .real(let number):
      bytes += Array(
        (NumberText.shortest(number)
          ?? (number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"))
          .utf8)
    case .text(let text): append(text)
    case .blob: bytes += [0x5C, 0x4E]
    }
  }

  /// Ends a row.
  mutating func endRow() {
    bytes.append(10)
    isFirst = true
  }

  /// Takes what was written so far.
  mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// A backslash, a tab or a line end would be read as the format's own; PostgreSQL has no NUL.
  private mutating func append(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x5C: bytes += [0x5C, 0x5C]
      case 9: bytes += [0x5C, 0x74]
      case 10: bytes += [0x5C, 0x6E]
      case 13: bytes += [0x5C, 0x72]
      case 0: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
    }
  }
}
