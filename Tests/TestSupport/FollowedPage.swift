import Foundation

/// A page whose numbers are all followed to the rows of the CSV files beside it.
///
/// A number is followed where the row's number, in the form in which it is printed, gives the same
/// text, sign and all. What is left must be of a kind that `NotFigures` documents.
public struct FollowedPage {
  /// How many numbers were followed to a row that says the same.
  public private(set) var followed = 0
  /// Rows that are not there or do not say what is printed.
  public private(set) var lost: [String] = []
  /// Numbers that no key leads to a row, with the words around.
  public private(set) var unkeyed: [String] = []

  private let files: RowFiles
  private let others: NotFigures

  /// Follows a web page.
  public init(web page: String, _ files: RowFiles) {
    self.files = files
    others = NotFigures(notes: files.notes)
    let body = page.components(separatedBy: "</nav>").last ?? page
    let main = body.components(separatedBy: "<main").last ?? body
    var rest = ""
    for (index, part) in main.components(separatedBy: "<data class=\"k\" value=\"").enumerated() {
      guard index > 0 else {
        rest = part
        continue
      }
      let halves = part.components(separatedBy: "</data>")
      let sides = (halves.first ?? "").components(separatedBy: "\">")
      follow(Self.plain(sides.first ?? ""), Self.plain(sides.dropFirst().joined()))
      rest += "■" + halves.dropFirst().joined(separator: "</data>")
    }
    leave(rest)
  }

  /// Follows the page’s Markdown by its footnotes.
  public init(markdown page: String, _ files: RowFiles) {
    self.files = files
    others = NotFigures(notes: files.notes)
    for unit in RowNotes(page).units { follow(unit) }
  }

  // MARK: - The web page

  private mutating func follow(_ key: String, _ printed: String) {
    let text = files.text(RowFiles.Key(page: key), like: printed)
    if text == printed {
      followed += 1
    } else {
      lost.append("\(key): \(text ?? "no such row") where the page prints \(printed)")
    }
  }

  /// Looks for numbers that are left in a page without keyed ones.
  private mutating func leave(_ page: String) {
    // Titles, digests and dates of the files that a report rests on.
    var text = Self.without(page, from: "<h3>Sources</h3>", to: "</table>")
    text = Self.without(text, from: "<sup>", to: "</sup>")
    text = Self.without(text, from: "<code>", to: "</code>")
    for end in ["</p>", "</li>", "</tr>", "</td>", "</th>", "</h1>", "</h2>", "</h3>"] {
      text = text.replacingOccurrences(of: end, with: "\n")
    }
    for line in Self.without(text, from: "<", to: ">").split(separator: "\n") {
      let line = Self.plain(String(line))
      guard line.contains(where: \.isNumber) else { continue }
      // A row of a table that is named by the year of the plan: `1: 2025 to 2026`.
      let bare = line.replacing(#/^\s*\d+[.:] /#, with: "")
      let left = others.removed(from: bare)
      if left.contains(where: \.isNumber) { unkeyed.append(left) }
    }
  }

  /// A text without everything from one mark to the next of another.
  private static func without(_ text: String, from start: String, to end: String) -> String {
    let parts = text.components(separatedBy: start)
    return (parts.first ?? "")
      + parts.dropFirst().map { part in
        part.components(separatedBy: end).dropFirst().joined(separator: end)
      }.joined()
  }

  /// A text without entities.
  private static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var text = text.replacing(#/&#(\d+);/#) { match in
      UInt32(match.1).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: name, with: sign)
    }
    return text
  }

  // MARK: - Markdown

  private mutating func follow(_ unit: RowNotes.Unit) {
    let text = unit.text.split(separator: "\n").filter { !$0.hasPrefix("| -") }
      .map { others.removed(from: Self.bare(String($0))) }.joined(separator: "\n")
    let printed = text.matches(
      of: /[−+]?£?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?: million| billion| thousand)?%?/
    ).map { String($0.0) }
    let path = KeyPath(unit.rows, files, printed)
    if path.isComplete {
      followed += printed.count
    } else if path.furthest < printed.count {
      let where_ = "number \(path.furthest + 1), \(printed[path.furthest]), of: \(text.prefix(300))"
      unit.rows.isEmpty ? unkeyed.append(where_) : lost.append(where_)
    } else {
      lost.append("rows that no number says: \(unit.rows.suffix(4)) of: \(text.prefix(200))")
    }
  }

  /// Markdown without links' targets, code, entities and backslashes.
  private static func bare(_ text: String) -> String {
    var text = text.replacing(/`[^`]*`/, with: "").replacing(/\]\([^)]*\)/, with: "]")
    text = text.replacing(#/^(\d+)\. /#, with: "").replacing(#/^\| \d+: /#, with: "| ")
    return plain(text.replacingOccurrences(of: "\\", with: ""))
  }

  /// The way through the rows of a note by which they say all numbers of a block, in order.
  private struct KeyPath {
    private let lists: [[RowFiles.Key]]
    private let files: RowFiles
    private let printed: [String]
    private var failed: Set<[Int]> = []
    private(set) var furthest = 0
    private(set) var isComplete = false

    init(_ rows: [RowFiles.Key], _ files: RowFiles, _ printed: [String]) {
      self.files = files
      self.printed = printed
      let names = Set(rows.map { $0.period.isEmpty ? "" : $0.file }).sorted()
      lists = names.map { name in
        rows.filter { ($0.period.isEmpty ? "" : $0.file) == name }
      }
      isComplete = go(0, lists.map { _ in 0 })
    }

    private func says(_ key: RowFiles.Key, _ index: Int, _ column: String? = nil) -> Bool {
      let text = printed[index]
      return files.text(key, like: text, column: column) == text
    }

    private mutating func go(_ index: Int, _ next: [Int]) -> Bool {
      furthest = max(furthest, index)
      guard index < printed.count else {
        return next.enumerated().allSatisfy { $1 == lists[$0].count }
      }
      let state = [index] + next
      guard !failed.contains(state) else { return false }
      for (list, at) in next.enumerated() where at < lists[list].count {
        guard says(lists[list][at], index) else { continue }
        var after = next
        after[list] += 1
        if go(index + 1, after) { return true }
      }
      // The limits of a value stand in its row, and a row that is said twice is named once.
      for (list, at) in next.enumerated() where at > 0 {
        let last = lists[list][at - 1]
        guard !last.period.isEmpty else { continue }
        let columns = last.column.isEmpty ? ["lci_95", "uci_95", nil] : [nil]
        for column in columns where says(last, index, column) {
          if go(index + 1, next) { return true }
        }
      }
      failed.insert(state)
      return false
    }
  }
}
