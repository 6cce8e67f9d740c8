extension Dialect {
  /// The delimiters that are tried, in order of preference.
  private static let candidates = [",", ";", "\t", "|"].compactMap(\.utf8.first)

  /// How much of a file is looked at.
  static let sampleBytes = 256 << 10

  /// Finds out how the fields of a file are separated, from its first 256 KiB.
  ///
  /// Each candidate (comma, semicolon, tab, vertical bar) reads the sample with the real reader.
  /// The one under which most records have the same number of fields wins; quotes are taken for
  /// granted unless the sample is malformed with every delimiter and consistent without them.
  /// - Throws: ``CSVError`` of kind `cannotRead` or `unsupportedEncoding`.
  public static func sniff(_ source: ByteSource) throws(CSVError) -> SniffedDialect {
    let (bytes, isWhole) = try source.head(sampleBytes)
    return sniff(bytes, isWhole: isWhole)
  }

  /// Finds out how the fields are separated in the first bytes of a file.
  ///
  /// `isWhole` says that the file ends with them.
  public static func sniff(_ bytes: [UInt8], isWhole: Bool = true) -> SniffedDialect {
    let quoted = candidates.map {
      Trial(Dialect(delimiter: $0), bytes, isWhole: isWhole)
    }
    if let best = Trial.best(of: quoted) { return best.result }
    if quoted.allSatisfy({ $0.isMalformed }) {
      let plain = candidates.map {
        Trial(Dialect(delimiter: $0, quote: nil), bytes, isWhole: isWhole)
      }
      if let best = Trial.best(of: plain) { return best.result }
    }
    return SniffedDialect(
      dialect: Dialect(), usesQuotes: quoted[0].usesQuotes, isFounded: false,
      reason: "no delimiter splits the records evenly; a comma is assumed")
  }
}

/// What the sample looks like under one dialect.
private struct Trial {
  let dialect: Dialect
  private(set) var isMalformed = false
  private(set) var usesQuotes = false
  private var records = 0
  /// The most frequent number of fields above one, and how many records have it.
  private var width = 1
  private var agreeing = 0

  init(_ dialect: Dialect, _ bytes: [UInt8], isWhole: Bool) {
    self.dialect = dialect
    var widths: [Int: Int] = [:]
    do throws(CSVError) {
      var reader = try CSVReader(
        .bytes(bytes), dialect, diagnosticLimit: 0, isSample: !isWhole)
      var record = Record()
      while try reader.next(&record) {
        records += 1
        widths[record.count, default: 0] += 1
        usesQuotes = usesQuotes || record.hasQuotedField
      }
    } catch {
      isMalformed = true
    }
    for (width, count) in widths.sorted(by: { $0.key < $1.key }) where width > 1 {
      if count >= agreeing { (self.width, agreeing) = (width, count) }
    }
  }

  /// Which trial explains the sample best; nil when none splits it.
  static func best(of trials: [Trial]) -> Trial? {
    let fitting = trials.filter { !$0.isMalformed && $0.agreeing > 0 }
    // Between delimiters that agree as often, the one that makes more fields is the real one: a
    // comma in a heading or an amount does not turn up the same number of times in each record.
    return fitting.enumerated().max { one, other in
      let (first, second) = (one.element, other.element)
      if first.agreeing != second.agreeing { return first.agreeing < second.agreeing }
      if first.width != second.width { return first.width < second.width }
      return one.offset > other.offset
    }?.element
  }

  var result: SniffedDialect {
    let name =
      switch dialect.delimiter {
      case UInt8(ascii: ","): "a comma"
      case UInt8(ascii: ";"): "a semicolon"
      case UInt8(ascii: "\t"): "a tab"
      default: "a vertical bar"
      }
    let quotes = dialect.quote == nil ? ", with quotes as data" : ""
    return SniffedDialect(
      dialect: dialect, usesQuotes: usesQuotes, isFounded: true,
      reason: "\(name) splits \(agreeing) of \(records) records into \(width) fields\(quotes)")
  }
}

extension Record {
  /// True when a field is quoted.
  fileprivate var hasQuotedField: Bool {
    // What stands behind the text are fields whose quotes were halved.
    if usedCount > textCount { return true }
    return fields[..<count].contains { $0.start > 0 && bytes[Int($0.start) - 1] == quote }
  }
}
