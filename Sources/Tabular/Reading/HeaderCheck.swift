/// Compares records with the header, and the names in the header with each other.
struct HeaderCheck {
  private var expected: Int?

  init() {}

  /// Looks at the next record, the first of which is the header.
  mutating func look(at record: Record, _ log: inout DiagnosticLog) {
    guard let expected else {
      expected = record.count
      checkNames(record, &log)
      return
    }
    if record.count == expected { return }
    var ragged = Diagnostic(.raggedRow)
    ragged.record = record.number
    ragged.line = record.line
    ragged.expected = expected
    ragged.found = record.count
    log.add(ragged)
  }

  private func checkNames(_ record: Record, _ log: inout DiagnosticLog) {
    var first: [[UInt8]: Int] = [:]
    for index in 0..<record.count {
      let name = record.string(at: index)
      // Names are compared as bytes: Swift's String equality would join é and e + accent.
      let key = Array(name.utf8)
      if name.unicodeScalars.allSatisfy(Self.isBlank) {
        var empty = Diagnostic(.emptyHeader)
        empty.field = index + 1
        log.add(empty)
      } else if let earlier = first[key] {
        var duplicate = Diagnostic(.duplicateHeader)
        duplicate.field = index + 1
        duplicate.firstField = earlier
        duplicate.name = name
        log.add(duplicate)
      } else {
        first[key] = index + 1
      }
    }
  }

  /// White space, and the four separators of ASCII that are blank in most readers.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}
