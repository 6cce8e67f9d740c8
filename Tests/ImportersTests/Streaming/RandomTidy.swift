/// Makes small tidy files with every kind of defect, the same for the same seed.
struct RandomTidy {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % limit
  }

  private mutating func one(of all: [String]) -> String { all[below(all.count)] }

  private static let cells: [String: [String]] = [
    "areacd": [
      "E06000901", "E06000901", "E08000901", "E10000901", "E06000899", "e06000901", "E9001",
      "E06000999", "", " ", "\"E06000901\"", "NTH",
    ],
    "areanm": ["Northam", "\"Mill, bridge\"", "", "\"two\nlines\"", "N\u{F6}rtham"],
    "indicator": ["health", "spend.asc", "spend.csc", "", "\"a \"\"b\"\"\"", "health "],
    "period": [
      "2024-25", "2023-24", "2024", "2024-04-01/P1Y", "2023-04-01/P1Y", "mid-2024", "soon", "",
      "2024-13-01/P1Y", " 2024",
    ],
    "unit": ["", "%", "persons", "\u{A3}", "\u{A3} thousand", "GBP", "rate"],
    "status": ["", "", "p", "pr", "c", "x", "q", "pp", "u"],
    "notes": ["", "a note", "\"x\"\"y\""],
  ]

  private static let numbers = [
    "", "0", "-0", "1", "12.5", "-3.25", "1e3", "\"1,234\"", "\"1,23\"", "[x]", "[c]", "-", " 7 ",
    "about 5", "0.1", "123456789012345678", "5.", ".5", "+4", "\u{A3}5", "[note 2]", "(12)",
    "33.333",
    "1E400", "99999999999999.9",
  ]

  /// The bytes of a file: mostly UTF-8, now and then Windows-1252 or malformed.
  mutating func file() -> [UInt8] {
    var names = [
      "areacd", "areanm", "indicator", "period", "observation", "unit", "lci_95", "uci_95",
      "status", "notes",
    ]
    if below(2) == 0 { names += ["count", "denominator"] }
    for index in names.indices.reversed() { names.swapAt(index, below(index + 1)) }
    let lineEnd = one(of: ["\n", "\n", "\r\n", "\r"])
    var text = names.joined(separator: ",") + lineEnd
    let isCalm = below(3) == 0
    for _ in 0..<1 + below(40) {
      var fields = names.map { name in
        let all = Self.cells[name] ?? Self.numbers
        return all[isCalm ? below(min(3, all.count)) : below(all.count)]
      }
      switch below(20) {
      case 0: fields.removeLast()
      case 1: fields.append("more")
      case 2: fields = fields.map { _ in "" }
      case 3: fields = [""]
      case 4: fields = fields.map { _ in " " }
      default: break
      }
      text += fields.joined(separator: ",") + lineEnd
    }
    if below(12) == 0 { text += "\"open" }
    if below(8) == 0 { return latin(text) }
    return Array(text.utf8)
  }

  private func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
