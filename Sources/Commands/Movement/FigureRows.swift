import Tabular

/// The rows of one indicator, by place and period.
struct FigureRows {
  /// Place and period.
  struct Key: Hashable, Comparable {
    let place: String
    let period: String

    static func < (left: Key, right: Key) -> Bool {
      (left.place, left.period) < (right.place, right.period)
    }
  }

  private(set) var texts: [Key: FigureText] = [:]
  private(set) var names: [String: String] = [:]

  /// Makes an empty list.
  init() {}

  /// Reads a tidy table; one that is damaged has no rows, so that all of another's have moved.
  init(table bytes: [UInt8]) {
    guard let table = try? Table(bytes) else { return }
    for row in table.rows.dropFirst() { add(row.fields) }
  }

  /// Adds the fields of a row of a tidy table; one that is too short is none.
  mutating func add(_ fields: [String]) {
    guard fields.count > 16 else { return }
    texts[Key(place: fields[0], period: fields[4])] = FigureText(fields)
    names[fields[0]] = fields[1]
  }

  /// What moved from one list to another, by place and period.
  static func moves(_ indicator: String, from old: FigureRows, to new: FigureRows) -> [FigureMove] {
    let keys = Set(old.texts.keys).union(new.texts.keys)
      .filter { old.texts[$0] != new.texts[$0] }.sorted()
    return keys.map { key in
      FigureMove(
        indicator: indicator, place: key.place,
        name: new.names[key.place] ?? old.names[key.place] ?? "", period: key.period,
        old: old.texts[key], new: new.texts[key])
    }
  }
}
