/// The CSV files beside a page, whose rows its keys name.
public struct RowFiles {
  /// A file: what names a row in it, and whether the rows of the page's own place need no code.
  public struct Form: Sendable {
    let columns: [String]

    /// By the columns that hold an item, a period and a place; `""` for none.
    public init(item: String, period: String = "", place: String = "") {
      columns = [item, period, place]
    }

    /// The rows of indicators.
    public static let tidy = Form(item: "indicator", period: "period", place: "areacd")
    /// The numbers that a page works out.
    public static let numbers = Form(item: "item")
    /// The rows of sick pay.
    public static let sickPay = Form(item: "scenario", period: "percentile")
    /// The rows of a plan.
    public static let plan = Form(item: "item", period: "period", place: "place")
  }

  private var rows: [String: [[String]: [String: String]]] = [:]
  private var home = ""
  /// The file that keys without a name are of.
  private let main: String
  /// The notes of all rows.
  public private(set) var notes: [String] = []

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - main: the file that keys without a name are of.
  ///   - forms: the files by name.
  ///   - read: the text of a file.
  public init(
    main: String, _ forms: [String: Form], read: (String) throws -> String
  ) rethrows {
    self.main = main
    for (name, form) in forms.sorted(by: { $0.key < $1.key }) {
      let records = CSVText.records(try read(name))
      guard let header = records.first else { continue }
      var table: [[String]: [String: String]] = [:]
      for record in records.dropFirst() {
        let fields = Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
        // Rows by a name of their own may stand twice; the first is meant.
        let key = form.columns.map { fields[$0] ?? "" }
        if table[key] == nil { table[key] = fields }
        notes += ["notes", "reason"].compactMap { fields[$0] }.filter { !$0.isEmpty }
      }
      rows[name] = table
      if name == main, form.columns[2] == "areacd", records.count > 1 { home = records[1][0] }
    }
  }

  /// A key: `sick-pay.csv law_2026 50 weekly_pay (to 100)`, without the file where it is the main.
  public struct Key: Hashable, Sendable {
    /// The file; `""` for the main one.
    public let file: String
    /// The indicator or other name of the row.
    public let item: String
    /// The period; `""` for a number that the page works out.
    public let period: String
    /// The place; `""` for the page's own.
    public let place: String
    /// The column; `""` for the one that holds values.
    public let column: String
    /// What the print does beside rounding.
    public let form: String

    /// Reads the words of a key after its file and item.
    public init(file: String, item: String, rest: Substring) {
      self.file = file
      self.item = item
      let halves = rest.split(separator: "(", maxSplits: 1)
      let isForm = rest.hasPrefix("(")
      form = String((isForm ? halves.first : halves.dropFirst().first)?.dropLast() ?? "")
      var words = (isForm ? "" : halves.first ?? "").split(separator: " ")
      period = words.isEmpty ? "" : String(words.removeFirst())
      let isPlace = words.first?.first?.isUppercase == true
      place = isPlace ? String(words.removeFirst()) : ""
      column = words.first.map(String.init) ?? ""
    }

    /// Reads a key as a web page has it.
    public init(page text: String) {
      var rest = Substring(text)
      func word() -> String {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count + 1)
        return String(word)
      }
      var item = word()
      var file = ""
      if item.hasSuffix(".csv") {
        file = item
        item = word()
      }
      self.init(file: file, item: item, rest: rest)
    }
  }

  /// The row that a key names.
  public func row(_ key: Key) -> [String: String]? {
    let name = key.file.isEmpty ? main : key.file
    guard let table = rows[name] else { return nil }
    let place = key.place.isEmpty ? home : key.place
    return table[[key.item, key.period, place]] ?? table[[key.item, key.period, ""]]
  }

  /// What a row's number reads as in the form of a printed text; nil where there is none.
  public func text(_ key: Key, like printed: String, column: String? = nil) -> String? {
    guard let row = row(key) else { return nil }
    let named = column ?? (key.column.isEmpty ? nil : key.column)
    guard let name = named ?? ["observation", "value"].first(where: { row[$0] != nil }),
      let value = row[name]
    else { return nil }
    let form = key.period.isEmpty ? row["form"] ?? "" : key.form
    return PrintedForm(of: printed)?.text(value, form: Substring(form))
  }
}
