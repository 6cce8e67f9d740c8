/// A page whose numbers are followed to the rows of the CSV files beside it.
public struct FollowedPage {
  /// How many numbers were followed to a row that says the same.
  public private(set) var followed = 0
  /// Rows that are not there, or that no number of their block says.
  public private(set) var lost: [String] = []
  /// Cells of columns of numbers that no note leads to a row, as `row / column`.
  public private(set) var unkeyed: [String] = []

  private let tables: [String: [[String]: [String: String]]]
  private let home: String

  /// Follows a page.
  ///
  /// - Parameters:
  ///   - page: its Markdown.
  ///   - names: what names a row in each file: its columns; the place's code comes last, where
  ///     there is one.
  ///   - read: the text of a file beside it.
  public init(
    _ page: String, names: [String: [String]], read: (String) throws -> String
  ) rethrows {
    var tables: [String: [[String]: [String: String]]] = [:]
    var home = ""
    for (file, columns) in names {
      let records = CSVText.records(try read(file))
      guard let header = records.first else { continue }
      var rows: [[String]: [String: String]] = [:]
      for record in records.dropFirst() {
        let fields = Dictionary(
          zip(header, record), uniquingKeysWith: { first, _ in first })
        rows[columns.map { fields[$0] ?? "" }] = fields
      }
      tables[file] = rows
      // The rows of the page’s own place come first.
      if columns.last == "areacd", home.isEmpty { home = records.count > 1 ? records[1][0] : "" }
    }
    self.tables = tables
    self.home = home
    for block in RowNotes(page).blocks { follow(block) }
  }

  private mutating func follow(_ block: RowNotes.Block) {
    let numbers = PrintedNumber.all(in: block.text)
    var known: [Double] = []
    for file in Set(block.rows.map(\.file)).sorted() {
      var next = 0
      for row in block.rows where row.file == file {
        guard let value = value(row) else {
          lost.append("no row \(row.item) \(row.words) in \(row.file)")
          continue
        }
        guard let found = numbers[next...].firstIndex(where: { $0.says(value) }) else {
          lost.append(
            "\(row.item) \(row.words) is \(value), which no number says from the \(next)th on: "
              + block.text.prefix(200))
          continue
        }
        known += [value] + limits(row)
        next = found + 1
        followed += 1
      }
    }
    // A difference may be of two rows that are printed, or of others that the note names.
    let all = known + block.parts.compactMap { value($0) }
    known += all.flatMap { one in all.map { one - $0 } }
    // A sum is of rows that the note names one after the other.
    let parts = block.parts.compactMap { value($0) }
    for start in parts.indices {
      var sum = 0.0
      for part in parts[start...].prefix(4) {
        sum += part
        known.append(sum)
      }
    }
    unkeyed += numbers.filter { number in number.isCell && !known.contains { number.says($0) } }
      .map { "\($0.place): \($0.size)" }
  }

  /// The limits in the row, which stand behind its value.
  private func limits(_ row: RowNotes.Row) -> [Double] {
    guard row.words.allSatisfy({ $0.first?.isLowercase == false }) else { return [] }
    return ["lci_95", "uci_95"].compactMap { column in
      value(RowNotes.Row(file: row.file, item: row.item, words: row.words + [column]))
    }
  }

  /// The number in the row that a note names.
  private func value(_ row: RowNotes.Row) -> Double? {
    var words = row.words
    guard !words.isEmpty else { return nil }
    let period = words.removeFirst()
    var place = home
    if let code = words.first, code.first?.isUppercase == true { place = words.removeFirst() }
    let column = words.first
    guard let table = tables[row.file] else { return nil }
    let fields =
      table[[row.item, period, place]] ?? table[[row.item, period]]
      ?? table[[row.item, period, ""]]
    return fields.flatMap { fields in
      (column ?? ["observation", "value"].first { fields[$0] != nil })
        .flatMap { fields[$0] }.flatMap(Double.init)
    }
  }
}

/// Well-formed CSV, read apart from the product.
public enum CSVText {
  /// The records of a text.
  public static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    func end() {
      record.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: end()
      case UInt8(ascii: "\n") where !isQuoted:
        end()
        records.append(record)
        record = []
      default: field.append(byte)
      }
    }
    return records
  }
}
