/// Footnotes that name the rows behind the numbers of each table and paragraph.
///
/// One for a block, not one for a number, so that the page stays readable: the keys stand in the
/// order of the numbers. Those of a heading stand with the block below it. Labels are numbers,
/// which no note on a marker has.
struct NumberNotes {
  private let file: String
  private var blocks: [String] = []
  private var notes: [String] = []
  /// Keys of headings whose block has not come yet.
  private var waiting: [[NumberKey]] = []

  /// Prepares notes on the rows of a file.
  init(file: String) {
    self.file = file
  }

  /// The document: its blocks without keys, then all notes.
  static func text(_ blocks: [String], file: String) -> String {
    var notes = NumberNotes(file: file)
    for block in blocks { notes.add(block) }
    var all = notes.blocks
    let lines = notes.notes.joined(separator: "\n")
    if let last = all.last, last.hasPrefix("[^"), !lines.isEmpty {
      all[all.count - 1] = last + "\n" + lines
    } else if !lines.isEmpty {
      all.append(lines)
    }
    return all.joined(separator: "\n\n")
  }

  private mutating func add(_ block: String) {
    if block.hasPrefix("[^") || block.hasPrefix("```") || block.hasPrefix("!") {
      blocks.append(NumberKey.strip(block))
    } else if block.hasPrefix("#") {
      let (text, keys) = NumberKey.parted(block)
      waiting += keys
      blocks.append(text)
    } else if block.hasPrefix("| ") {
      let (text, keys) = NumberKey.parted(block)
      blocks.append(note(keys).map { Self.mark(table: text, $0) } ?? text)
    } else {
      // Every item of a list has its own.
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let (text, keys) = NumberKey.parted(String(line))
        return text + (note(keys) ?? "")
      }
      blocks.append(lines.joined(separator: "\n"))
    }
  }

  /// The reference to a new note on the keys and those that wait; nil without any.
  private mutating func note(_ keys: [[NumberKey]]) -> String? {
    let all = (waiting + keys).compactMap(\.first)
    waiting = []
    let published = Self.distinct(all.filter { !$0.isWorked })
    var sentences = Self.files(published).map { name in
      let rows = Self.summary(published.filter { $0.file == name })
      return "Rows of \(link(name)), in order: `\(rows)`."
    }
    // They are numbered in the order of the page: the first and the last say all.
    let worked = all.filter(\.isWorked)
    if let first = worked.first, let last = worked.last {
      let rows = first == last ? first.indicator : first.indicator + " to " + last.indicator
      sentences.append("Rows of \(link(first.file)), in order: `\(rows)`.")
    }
    guard !sentences.isEmpty else { return nil }
    notes.append("[^\(notes.count + 1)]: " + sentences.joined(separator: " "))
    return "[^\(notes.count)]"
  }

  /// The keys without limits that follow the value in whose row they stand.
  private static func distinct(_ keys: [NumberKey]) -> [NumberKey] {
    var value: NumberKey?
    return keys.filter { key in
      if key != key.row { return key.row != value }
      value = key
      return true
    }
  }

  private func link(_ name: String) -> String {
    let name = name.isEmpty ? file : name
    return "[\(name)](\(name))"
  }

  /// The files named, in order of appearance.
  private static func files(_ keys: [NumberKey]) -> [String] {
    var names: [String] = []
    for key in keys where !names.contains(key.file) { names.append(key.file) }
    return names
  }

  /// Keys in few words: `asc_share, csc_share: 2014-04-01/P1Y, 2024-04-01/P1Y`, where each of several
  /// indicators has the same rows in turn.
  static func summary(_ keys: [NumberKey]) -> String {
    var runs: [(indicators: [String], slots: [String])] = []
    var last: NumberKey?
    for key in keys where key != last {
      last = key
      if let run = runs.last, run.indicators == [key.indicator], !run.slots.contains(key.slot) {
        runs[runs.count - 1].slots.append(key.slot)
      } else {
        runs.append(([key.indicator], [key.slot]))
      }
    }
    var joined: [(indicators: [String], slots: [String])] = []
    for run in runs {
      if let before = joined.last, before.slots == run.slots {
        joined[joined.count - 1].indicators += run.indicators
      } else {
        joined.append(run)
      }
    }
    return joined.map {
      $0.indicators.joined(separator: ", ") + ": " + $0.slots.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// A table with a reference in its last head.
  private static func mark(table: String, _ reference: String) -> String {
    guard let end = table.firstRange(of: " |\n") else { return table }
    return String(table[..<end.lowerBound]) + reference + String(table[end.lowerBound...])
  }
}
