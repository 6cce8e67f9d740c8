/// Named facts about one thing; a name may stand several times.
struct Facts: Sendable {
  private var all: [(name: String, value: Cell)] = []
  private var lists: Set<String> = []
  /// People are shown so many values of one name.
  private static let longestList = 20

  /// Makes an empty list.
  init() {}

  /// Adds a fact; one without a value is left out.
  mutating func add(_ name: String, _ value: Cell) {
    if value != .empty { all.append((name, value)) }
  }

  /// Adds a fact in words.
  mutating func add(_ name: String, _ text: String?) { add(name, .words(text)) }

  /// Adds a count.
  mutating func add(_ name: String, _ count: Int) { add(name, .int(count)) }

  /// Adds a list, which stays one in JSON however short it is.
  mutating func add(_ name: String, each texts: [String]) {
    lists.insert(name)
    for text in texts { all.append((name, .text(text))) }
  }

  /// The facts in a format: lines for people, one object as JSON, two columns otherwise.
  func bytes(as style: OutputStyle) -> [UInt8] {
    switch style.format {
    case .table: lines
    case .json: object
    case .markdown, .csv: grid.bytes(as: style)
    }
  }

  private var grid: Grid {
    var grid = Grid(["item", "value"])
    for fact in all { grid.append([.text(fact.name), fact.value]) }
    return grid
  }

  private var lines: [UInt8] {
    let width = all.map(\.name.count).max() ?? 0
    var bytes: [UInt8] = []
    var printed: [String: Int] = [:]
    for fact in all {
      let number = printed[fact.name, default: 0]
      printed[fact.name] = number + 1
      if number == Self.longestList {
        let rest = all.count { $0.name == fact.name } - number
        bytes += Array((gap(0, width) + "and \(rest) more; --format csv lists all\n").utf8)
      }
      if number >= Self.longestList { continue }
      let name = number == 0 ? fact.name : ""
      // A value of several lines stays under its own name.
      let value = fact.value.shown.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n" + gap(0, width))
      bytes += TerminalText.safe(name + gap(name.count, width) + value + "\n")
    }
    return bytes
  }

  private func gap(_ used: Int, _ width: Int) -> String {
    String(repeating: " ", count: width - used + 2)
  }

  private var object: [UInt8] {
    var names: [String] = []
    var values: [String: [String]] = [:]
    for fact in all {
      if values[fact.name] == nil { names.append(fact.name) }
      values[fact.name, default: []].append(JSONValue.text(fact.value))
    }
    let members = names.map { name in
      let found = values[name] ?? []
      let isOne = found.count == 1 && !lists.contains(name)
      let value = isOne ? found[0] : "[" + found.joined(separator: ",") + "]"
      return JSONValue.string(name) + ":" + value
    }
    return Array(("{" + members.joined(separator: ",\n") + "}\n").utf8)
  }
}
