/// Small pieces of CSV that the fast paths append.
enum RowText {
  /// Appends a comma and a number, `NA` when there is none.
  static func append(_ value: Double?, to output: inout [UInt8]) {
    output.append(UInt8(ascii: ","))
    guard let value else {
      output.append(contentsOf: [78, 65])
      return
    }
    NumberText.append(value, to: &output)
  }

  /// Appends a comma and a text, quoted when it holds a comma, a quote or a line end.
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: ","))
    append(name: Array(text.utf8), to: &output)
  }

  /// Appends the first cell of a line, quoted when it has to be.
  static func append(name: [UInt8], to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard name.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      output.append(contentsOf: name)
      return
    }
    output.append(quote)
    for byte in name {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }

  /// A number from bytes, nil when missing.
  static func number(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ column: String
  ) throws(Blank) -> Double? {
    switch NumberText.read(bytes, in: range) {
    case .number(let value): return value
    case .missing: return nil
    case .unreadable:
      var copy: [UInt8] = []
      for index in range { copy.append(bytes[index]) }
      throw .unreadable(
        column: column, text: String(decoding: copy, as: UTF8.self), expected: "a number")
    }
  }
}
