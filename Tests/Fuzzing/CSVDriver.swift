/// Feeds the CSV reader whatever libFuzzer makes up.
///
/// The first byte chooses the dialect, the second how the rest is cut into pieces. Whole and in
/// pieces must give the same; a plain second reader must agree; what was read and written again
/// must read back; and every position must lie in the file.
@Sendable func driveCSVReader(_ input: [UInt8]) {
  guard input.count >= 2 else { return }
  let bytes = Array(input[2...])
  let dialect = dialect(chosenBy: input[0])
  let whole = Outcome(.bytes(bytes), dialect)
  let pieces = Outcome(.pieces(bytes, of: 1 + Int(input[1] % 70)), dialect)
  hold(whole == pieces, "the result depends on how the bytes arrive")

  let reference = ReferenceReader(bytes, dialect)
  hold(
    whole.error?.short == reference.error,
    "another error: \(whole.error?.short ?? "none"), \(reference.error ?? "none")")
  hold(whole.rows == reference.rows && whole.lines == reference.lines, "other rows")
  if let error = whole.error {
    hold(error.byte ?? 0 <= bytes.count, "a position behind the end")
    hold(!error.description.isEmpty)
    return
  }
  if whole.diagnostics.count < CSVReader.defaultDiagnosticLimit {
    hold(whole.diagnostics.map(\.short) == reference.findings, "other findings")
  }
  var writer = CSVWriter(safety: .raw)
  for row in whole.rows { writer.append(record: row) }
  let again = Outcome(.bytes(writer.bytes), Dialect(maxFieldBytes: nil))
  hold(again.rows == whole.rows, "what was written reads back differently")
  checkPositions(bytes, dialect)
}

private func dialect(chosenBy byte: UInt8) -> Dialect {
  var dialect = Dialect(header: byte & 1 == 1)
  if byte & 2 != 0 { dialect.delimiter = UInt8(ascii: ";") }
  if byte & 12 == 12 { dialect.quote = nil }
  switch byte >> 4 & 7 {
  case 1: dialect.encoding = .named(.utf8)
  case 2: dialect.encoding = .named(.utf16le)
  case 3: dialect.encoding = .named(.utf16be)
  case 4: dialect.encoding = .named(.windows1252)
  case 5: dialect.encoding = .named(.cp850)
  default: break
  }
  if byte & 128 != 0 { dialect.maxFieldBytes = 5 }
  return dialect
}

/// The position of each field must be where its text stands.
private func checkPositions(_ bytes: [UInt8], _ dialect: Dialect) {
  guard var reader = try? CSVReader(.bytes(bytes), dialect: dialect) else { return }
  var record = Record()
  while (try? reader.next(&record)) == true {
    guard record.encoding == .utf8 else { continue }
    for index in 0..<record.count {
      var place = record.position(ofField: index).byte
      if place < bytes.count, bytes[place] == dialect.quote, dialect.quote != nil { place += 1 }
      let first = record.withField(at: index) { $0.isEmpty ? nil : $0[0] }
      if let first { hold(bytes[place] == first, "a field stands elsewhere") }
    }
  }
}
