/// The header of a sheet: which rows it takes and what its columns are called.
public struct Header: Sendable, Equatable {
  /// The rows it is stacked over, as indices into the table's rows.
  public let rows: Range<Int>

  /// The name of each column; for a stack, its cells from top to bottom, joined by spaces, with
  /// the groups it belongs to.
  public let names: [String]

  /// The name of each column without the groups: only what stands right above it.
  public let ownNames: [String]

  /// Where the required columns stand, in the order in which they were asked for.
  public let columns: [Int]

  init(rows: Range<Int>, in table: [Row], columns: [Int]) {
    self.rows = rows
    names = Self.names(in: table[rows], withGroups: true)
    ownNames = Self.names(in: table[rows], withGroups: false)
    self.columns = columns
  }

  /// The index of the first row below the header.
  public var firstDataRow: Int { rows.upperBound }

  /// The first column with this name, in its plain form; nil when there is none.
  public func column(named name: String) -> Int? {
    let wanted = Self.plain(name)
    return names.firstIndex { Self.plain($0) == wanted }
      ?? ownNames.firstIndex { Self.plain($0) == wanted }
  }

  /// The names of columns under stacked header rows.
  ///
  /// With groups, in all rows but the last an empty cell belongs to the group named to its left,
  /// because that is what merged cells leave behind; the group ends where another begins.
  public static func names(in rows: ArraySlice<Row>, withGroups: Bool) -> [String] {
    guard rows.count > 1, let last = rows.last else { return rows.first?.fields ?? [] }
    let width = rows.reduce(0) { max($0, $1.count) }
    var names = [String](repeating: "", count: width)
    for row in rows {
      var group = ""
      for column in 0..<width {
        let cell = row[column]
        if !cell.isEmpty { group = cell }
        let part = withGroups && row.line != last.line ? group : cell
        if part.isEmpty { continue }
        names[column] += names[column].isEmpty ? part : " " + part
      }
    }
    return names
  }

  /// A name as it is compared: lower case, white space and line ends as single spaces, trimmed.
  public static func plain(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var needsSpace = false
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        needsSpace = !bytes.isEmpty
      } else {
        if needsSpace { bytes.append(32) }
        needsSpace = false
        bytes.append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
