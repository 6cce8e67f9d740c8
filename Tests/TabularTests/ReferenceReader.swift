@testable import Tabular

/// A second reader that does nothing cleverly, to compare the first with.
///
/// It holds the whole file as an array of scalars with their offsets and walks over it once with
/// the rules P1 to P12. It was written from the rules and shares no code with the real reader.
struct ReferenceReader {
  private(set) var rows: [[String]] = []
  private(set) var lines: [Int] = []
  private(set) var findings: [String] = []
  private(set) var error: String?
  private(set) var encoding = "utf-8"

  private var bytes: [UInt8] = []
  private var scalars: [UInt32] = []
  private var offsets: [Int] = []
  private var late: [String] = []

  init(_ bytes: [UInt8], _ dialect: Dialect) {
    guard decode(bytes, dialect.encoding) else {
      findings = []
      return
    }
    parse(dialect)
    if error != nil {
      rows = []
      lines = []
      findings = []
    } else if dialect.header {
      checkHeader()
    }
  }

  // MARK: Encoding

  private mutating func decode(_ bytes: [UInt8], _ choice: EncodingChoice) -> Bool {
    var start = 0
    var isGuess = false
    if case .named(let named) = choice {
      encoding = named.rawValue
      if bytes.starts(with: named.byteOrderMark) { start = named.byteOrderMark.count }
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      error = "unsupported_encoding 1:1 @0"
      return false
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = bytes[0] == 0xFF ? "utf-16le" : "utf-16be"
      start = 2
    } else {
      isGuess = true
    }
    self.bytes = bytes
    if isGuess, let nul = bytes.firstIndex(of: 0) {
      let read = decodeUTF8(start)
      error = "nul_byte \(place(nul, singleFrom: read.singleFrom)) @\(nul)"
      return false
    }
    switch encoding {
    case "utf-8": return finishUTF8(start, isGuess)
    case "utf-16le", "utf-16be": return decodeUTF16(bytes, start)
    default:
      decodePage(bytes, TextEncoding(rawValue: encoding) ?? .latin1)
      guard encoding == "windows-1252", let index = scalars.firstIndex(of: 0xFFFD) else {
        return true
      }
      error = "invalid_encoding \(place(index, singleFrom: 0)) @\(index)"
      return false
    }
  }

  private struct UTF8Text {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var bad: Int?
    var multi: Int?
    /// From where on each byte is a character, because the text is Windows-1252.
    var singleFrom: Int? { (bad ?? .max) < (multi ?? .max) ? bad : nil }
  }

  private func decodeUTF8(_ start: Int) -> UTF8Text {
    var text = UTF8Text()
    var index = start
    while index < bytes.count {
      let length = Self.length(bytes, index)
      if length == 0 { text.bad = text.bad ?? index }
      if length > 1 { text.multi = text.multi ?? index }
      var scalar = UInt32(bytes[index])
      if length > 1 {
        scalar &= 0xFF >> UInt32(length + 1)
        for next in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + next] & 0x3F) }
      }
      text.scalars.append(scalar)
      text.offsets.append(index)
      index += max(length, 1)
    }
    return text
  }

  /// How many bytes the character at `index` has; 0 when there is none.
  private static func length(_ bytes: [UInt8], _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= bytes.count else { return 0 }
    let decoded = String(validating: bytes[index..<index + length], as: UTF8.self)
    return decoded?.unicodeScalars.count == 1 ? length : 0
  }

  private mutating func finishUTF8(_ start: Int, _ isGuess: Bool) -> Bool {
    let text = decodeUTF8(start)
    (scalars, offsets) = (text.scalars, text.offsets + [bytes.count])
    guard let bad = text.bad else { return true }
    let first = place(bad, start)
    error = "invalid_encoding \(first) @\(bad)"
    if !isGuess || text.multi != nil { return false }
    decodePage(bytes, .windows1252)
    encoding = "windows-1252"
    if let undefined = scalars.firstIndex(of: 0xFFFD) {
      error = "invalid_encoding \(place(undefined, singleFrom: bad)) @\(undefined)"
      return false
    }
    error = nil
    findings.append("encoding_fallback \(first) @\(bad)")
    return true
  }

  private mutating func decodePage(_ bytes: [UInt8], _ encoding: TextEncoding) {
    let page = CodePage(encoding)?.scalars ?? []
    scalars = bytes.map { UInt32(page[Int($0)]) }
    offsets = Array(0...bytes.count)
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    while index + 1 < bytes.count {
      let unit = self.unit(bytes, index)
      offsets.append(index)
      if unit & 0xF800 == 0xD800 {
        guard unit < 0xDC00, index + 3 < bytes.count, self.unit(bytes, index + 2) & 0xFC00 == 0xDC00
        else {
          error = "invalid_encoding @\(index)"
          return false
        }
        scalars.append(0x10000 + (unit & 0x3FF) << 10 + self.unit(bytes, index + 2) & 0x3FF)
        index += 4
      } else {
        scalars.append(unit)
        index += 2
      }
    }
    offsets.append(index)
    if index < bytes.count { error = "invalid_encoding @\(index)" }
    return error == nil
  }

  private func unit(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    let (one, two) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return encoding == "utf-16le" ? two << 8 | one : one << 8 | two
  }

  // MARK: Structure

  private struct Spot {
    var line = 1
    var column = 1
  }

  /// Line and column of a byte in undecoded text: continuation bytes count only where the text
  /// is not UTF-8 any more.
  private func place(_ byte: Int, _ start: Int = 0, singleFrom: Int? = nil) -> String {
    var spot = Spot()
    for index in start..<byte {
      let isPair = bytes[index] == 13 && bytes[index + 1] == 10
      if bytes[index] == 10 || bytes[index] == 13 && !isPair {
        spot = Spot(line: spot.line + 1, column: 1)
      } else if index >= singleFrom ?? .max || bytes[index] & 0xC0 != 0x80 {
        spot.column += isPair ? 0 : 1
      }
    }
    return "\(spot.line):\(spot.column)"
  }

  private func step(_ spot: inout Spot, _ index: Int) {
    let isPair = scalars[index] == 13 && index + 1 < scalars.count && scalars[index + 1] == 10
    if scalars[index] == 10 || scalars[index] == 13 && !isPair {
      spot = Spot(line: spot.line + 1, column: 1)
    } else {
      spot.column += isPair ? 0 : 1
    }
  }

  private mutating func parse(_ dialect: Dialect) {
    let delimiter = UInt32(dialect.delimiter)
    let quote = dialect.quote.map { UInt32($0) }
    let limit = dialect.maxFieldBytes ?? .max
    var spot = Spot()
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var state = "start"
    var opening = ""
    var fieldByte = offsets.first ?? 0
    var recordLine = 1
    var isBlank = true
    var ends: Set<String> = []
    var index = 0
    func where_() -> String { "r\(rows.count + 1) f\(fields.count + 1)" }
    while true {
      let scalar = index < scalars.count ? scalars[index] : nil
      let byte = index < offsets.count ? offsets[index] : 0
      let here = "\(spot.line):\(spot.column) @\(byte)"
      if scalar == 0 {
        error = "nul_byte \(here) \(where_())"
        return
      }
      if state == "quoted" {
        guard let scalar else {
          error = "unterminated_quote \(opening) \(where_()) eof\(spot.line)"
          return
        }
        if scalar == quote {
          step(&spot, index)
          index += 1
          if index < scalars.count && scalars[index] == quote {
            step(&spot, index)
            index += 1
            field.append(Unicode.Scalar(UInt8(scalar)))
          } else {
            state = "closed"
          }
          continue
        }
        if byte - fieldByte > limit {
          error = "field_too_large \(opening) \(where_())"
          return
        }
        field.append(Unicode.Scalar(scalar) ?? "?")
        step(&spot, index)
        index += 1
        continue
      }
      let isEnd = scalar == nil || scalar == 10 || scalar == 13
      if scalar == nil && isBlank { break }
      if isEnd || scalar == delimiter {
        fields.append(String(field))
        field = String.UnicodeScalarView()
        state = "start"
        isBlank = isBlank && isEnd
      }
      if isEnd {
        if isBlank {
          findings.append("blank_line \(recordLine)")
        } else {
          rows.append(fields)
          lines.append(recordLine)
        }
        fields = []
        isBlank = true
        if scalar == nil { break }
        let isPair = scalar == 13 && index + 1 < scalars.count && scalars[index + 1] == 10
        ends.insert(isPair ? "crlf" : scalar == 13 ? "cr" : "lf")
        step(&spot, index)
        if isPair { step(&spot, index + 1) }
        index += isPair ? 2 : 1
        recordLine = spot.line
        fieldByte = offsets[index]
        continue
      }
      guard let scalar else { break }
      isBlank = false
      if scalar == delimiter {
        fieldByte = offsets[index + 1]
      } else if state == "closed" {
        error = "text_after_closing_quote \(here) \(where_())"
        return
      } else if state == "start" && scalar == quote {
        state = "quoted"
        opening = here
      } else {
        if scalar == quote { findings.append("bare_quote \(here) \(where_())") }
        if state == "start" { opening = here }
        state = "plain"
        field.append(Unicode.Scalar(scalar) ?? "?")
        if offsets[index + 1] - fieldByte > limit {
          error = "field_too_large \(opening) \(where_())"
          return
        }
      }
      step(&spot, index)
      index += 1
    }
    if ends.count > 1 { late.append("mixed_line_endings " + ends.sorted().joined(separator: "+")) }
    findings += late
  }

  private mutating func checkHeader() {
    guard let header = rows.first else { return }
    for (index, name) in header.enumerated() {
      let isBlank = name.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || (0x1C...0x1F).contains($0.value)
      }
      let same = header[..<index].firstIndex { Array($0.utf8) == Array(name.utf8) }
      if isBlank {
        findings.append("empty_header f\(index + 1)")
      } else if let same {
        findings.append("duplicate_header f\(index + 1) first\(same + 1)")
      }
    }
    for (index, row) in rows.enumerated() where row.count != header.count {
      findings.append("ragged_row \(lines[index]) r\(index + 1) \(row.count)/\(header.count)")
    }
  }
}
