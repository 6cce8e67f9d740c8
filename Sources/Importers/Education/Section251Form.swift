import Evidence
import Tabular

/// The lines of one file: what each of its names stands for.
struct Section251Form {
  /// What a name stands for.
  enum Meaning {
    case line(Section251Lines.Line)
    /// The name is cut off and begins several lines.
    case ambiguous([String])
    /// No line that is known.
    case unknown
  }

  private var meanings: [String: Meaning] = [:]
  private var present: Set<String> = []

  /// Reads the names of all rows below the headings.
  init(_ sheet: Table, _ columns: Section251Columns) {
    var names: [String] = []
    for row in sheet.rows.dropFirst(columns.headerRow + 1) where row.count > columns.label {
      let name = row[columns.label]
      guard meanings[name] == nil else { continue }
      meanings[name] = Self.meaning(of: name)
      names.append(name)
      if case .line(let line)? = meanings[name] { present.insert(line.id) }
    }
    // The one line that needs its neighbours to be told: without a total it is its own.
    guard !present.contains("other"), let other = Self.lines["other"] else { return }
    for name in names {
      if case .line(let line)? = meanings[name], line.id == "other_services" {
        meanings[name] = .line(other)
        present.insert("other")
      }
    }
  }

  /// What a name stands for.
  subscript(name: String) -> Meaning { meanings[name] ?? .unknown }

  /// True where the file has a line of children's services.
  var isChildrensServices: Bool {
    present.contains("looked_after") || present.contains("total_children")
  }

  /// The year whose form has these lines, for the sentence that asks for the year.
  var likelyYear: String? {
    if present.contains("sure_start_management") { return "2013-14" }
    if present.contains("sure_start") { return "2012-13" }
    if present.contains("workforce") { return "2008-09" }
    return present.contains("strategy") ? "2009-10" : nil
  }

  private static let lines = Dictionary(
    Section251Lines.all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  private static let exact = Dictionary(
    Section251Lines.all.flatMap { line in line.names.map { ($0, line) } },
    uniquingKeysWith: { first, _ in first })
  /// Some editions cut names off after so many characters.
  private static let longest = 40

  private static func meaning(of name: String) -> Meaning {
    let key = key(name)
    if let line = exact[key] { return .line(line) }
    guard name.unicodeScalars.count == longest, key.utf8.count > longest / 2 else {
      return .unknown
    }
    let fitting = Section251Lines.all.filter { line in
      line.names.contains { $0.hasPrefix(key) }
    }
    if fitting.count == 1 { return .line(fitting[0]) }
    return fitting.isEmpty ? .unknown : .ambiguous(fitting.map(\.title))
  }

  /// A name as a key, without the line's number before it and the reference to others behind.
  private static func key(_ name: String) -> String {
    var key = CellText.key(name)[...].drop { $0.isNumber || $0 == " " }
    if let reference = key.firstRange(of: " included in lines") {
      key = key[..<reference.lowerBound]
    }
    return String(key)
  }
}
