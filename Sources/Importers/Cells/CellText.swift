/// Small readings of a cell's text, on bytes.
enum CellText {
  /// The text without blanks around it: spaces, tabs, line ends, no-break spaces.
  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    // No-break spaces and byte order marks begin and end with these bytes; few words do.
    let isOdd = first == 0xC2 || first == 0xEF || last == 0xA0 || last == 0xBF
    if !isBlank(first), !isBlank(last), !isOdd { return text }
    var slice = Substring(text)
    while let scalar = slice.unicodeScalars.first, isBlank(scalar) {
      slice = Substring(slice.unicodeScalars.dropFirst())
    }
    while let scalar = slice.unicodeScalars.last, isBlank(scalar) {
      slice = Substring(slice.unicodeScalars.dropLast())
    }
    return String(slice)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || scalar.value == 0xA0
      || scalar.value == 0xFEFF
  }

  /// True where a text has another in it, byte for byte.
  static func holds(_ text: String, _ part: String) -> Bool {
    let bytes = text.utf8.span
    let wanted = part.utf8.span
    var start = 0
    while start + wanted.count <= bytes.count {
      var same = 0
      while same < wanted.count, bytes[start + same] == wanted[same] { same += 1 }
      if same == wanted.count { return true }
      start += 1
    }
    return false
  }

  /// Lower-case words with single spaces: how headers are compared.
  ///
  /// Note marks such as `[note 3]` and `(3)`, line breaks and punctuation go; letters and digits
  /// stay, so that a header is the same however a spreadsheet broke its lines.
  static func key(_ text: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    var isInMark = false
    for byte in text.utf8 {
      if byte == 0x5B { isInMark = true }
      if isInMark {
        if byte == 0x5D { isInMark = false }
        continue
      }
      switch byte {
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: key.append(byte)
      case 0x27: continue
      default:
        if byte >= 0x80 || key.isEmpty || key[key.count - 1] == 0x20 { continue }
        key.append(0x20)
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// A plain decimal number, whole text, `-12.5e3` at most; nil for anything else or not finite.
  static func number(_ text: String) -> Double? {
    if let plain = PlainNumber.read(text.utf8.span) { return plain }
    var bytes = Array(text.utf8)[...]
    if bytes.first == 0x2D { bytes = bytes.dropFirst() }
    var digits = 0
    var hasPoint = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else if byte == 0x2E, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, index == bytes.endIndex || isExponent(bytes[index...]) else { return nil }
    guard let number = Double(text), number.isFinite else { return nil }
    // What is too small to be told from nothing was written as something.
    return number == 0 && !isZero(text) ? nil : number
  }

  /// True where no digit before an exponent is other than nought.
  private static func isZero(_ text: String) -> Bool {
    text.utf8.prefix { $0 | 0x20 != 0x65 }.allSatisfy { !(0x31...0x39).contains($0) }
  }

  private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first.map({ $0 | 0x20 }) == 0x65 else { return false }
    var rest = bytes.dropFirst()
    if rest.first == 0x2D || rest.first == 0x2B { rest = rest.dropFirst() }
    return (1...3).contains(rest.count) && rest.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A number that may have thousands separators in their places: `1,234.5`.
  static func groupedNumber(_ text: String) -> Double? {
    guard text.utf8.contains(0x2C) else { return number(text) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts.dropFirst().contains(where: { $0.utf8.contains(0x2C) }),
      groups.count > 1, (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return number(text.replacing(",", with: ""))
  }
}
