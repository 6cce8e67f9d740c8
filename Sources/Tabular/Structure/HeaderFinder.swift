/// Finds the header of a published sheet below its titles and notes.
///
/// Sheets start with up to some eighty lines of titles, notes or even a query, and a header may be
/// stacked over several rows, the upper ones naming groups of columns. The finder looks for the
/// columns that must be there:
///
///     let finder = HeaderFinder()
///     let header = finder.find(in: table.rows, where: [["ons code", "gss code"], ["local authority"]])
///     header?.columns   // where the two stand
///     header?.rows      // 10..<11
///
/// A single row is preferred to a stack, and an earlier one to a later one.
public struct HeaderFinder: Sendable {
  /// How many rows may stand above the header.
  public var maxPreamble: Int

  /// How many rows a header may be stacked over.
  public var maxStack: Int

  /// Makes a finder.
  public init(maxPreamble: Int = 80, maxStack: Int = 7) {
    self.maxPreamble = maxPreamble
    self.maxStack = maxStack
  }

  /// Finds the header that has all required columns.
  ///
  /// - Parameters:
  ///   - rows: the first rows of the table.
  ///   - required: for each column, the names it may have. Case, line ends and repeated spaces do
  ///     not matter; a name that ends in `*` stands for all that start so.
  /// - Returns: nil when no row or stack of rows has them all.
  public func find(in rows: [Row], where required: [[String]]) -> Header? {
    let wanted = required.map { $0.map(ColumnPattern.init) }
    return search(rows) { names, ownNames in
      var columns: [Int] = []
      for patterns in wanted {
        guard
          let column = Self.column(patterns, in: names) ?? Self.column(patterns, in: ownNames)
        else { return nil }
        columns.append(column)
      }
      return columns
    }
  }

  /// Finds the first header whose column names satisfy a predicate.
  ///
  /// - Parameters:
  ///   - rows: the first rows of the table.
  ///   - predicate: is given the names in their plain form (lower case, single spaces), first
  ///     with the groups of a stack, then without.
  /// - Returns: nil when there is none.
  public func find(in rows: [Row], where predicate: ([String]) -> Bool) -> Header? {
    search(rows) { names, ownNames in predicate(names) || predicate(ownNames) ? [] : nil }
  }

  private func search(_ rows: [Row], _ match: ([String], [String]) -> [Int]?) -> Header? {
    let last = min(rows.count, maxPreamble + 1)
    for height in stride(from: 1, through: maxStack, by: 1) {
      for first in 0..<last where first + height <= rows.count {
        let span = first..<first + height
        // A stack whose first row is empty is a lower stack with a gap above it.
        if height > 1 && rows[first].isEmpty { continue }
        let names = Header.names(in: rows[span], withGroups: true).map(Header.plain)
        let ownNames =
          height == 1 ? names : Header.names(in: rows[span], withGroups: false).map(Header.plain)
        if let columns = match(names, ownNames) {
          return Header(rows: span, in: rows, columns: columns)
        }
      }
    }
    return nil
  }

  /// The first column that has one of the names, earlier names first.
  private static func column(_ patterns: [ColumnPattern], in names: [String]) -> Int? {
    for pattern in patterns {
      if let column = names.firstIndex(where: pattern.matches) { return column }
    }
    return nil
  }
}

/// A column name, or the start of one.
private struct ColumnPattern {
  private let text: String
  private let isPrefix: Bool

  init(_ pattern: String) {
    isPrefix = pattern.hasSuffix("*")
    text = Header.plain(isPrefix ? String(pattern.dropLast()) : pattern)
  }

  func matches(_ name: String) -> Bool {
    isPrefix ? name.hasPrefix(text) : name == text
  }
}
