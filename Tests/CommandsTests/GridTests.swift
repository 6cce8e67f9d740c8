import Testing

@testable import Commands

@Suite("Grids in their formats")
struct GridTests {
  private var grid: Grid {
    var grid = Grid(["name", "value", "value"])
    grid.append([.text("=1+1|<b>"), .number(-1.25, decimals: 1), .int(3)])
    grid.append([.text("Ynys Môn"), .empty, .int(1000)])
    return grid
  }

  private func text(_ format: OutputStyle.Format, raw: Bool = false, mark: Bool = false) -> String {
    var style = OutputStyle()
    style.format = format
    style.isRaw = raw
    style.hasByteOrderMark = mark
    return String(decoding: grid.bytes(as: style), as: UTF8.self)
  }

  @Test("a table is aligned, numbers to the right")
  func table() {
    #expect(
      text(.table) == """
        name      value  value_2
        --------  -----  -------
        =1+1|<b>   -1.3        3
        Ynys Môn            1000

        """)
  }

  @Test("Markdown is escaped")
  func markdown() {
    let lines = text(.markdown).split(separator: "\n")
    #expect(lines[1] == "| --- | --: | --: |")
    #expect(!lines[2].contains("<b>"))
    #expect(lines[2].split(separator: "|").count == 3)
  }

  @Test("CSV is safe to open in a spreadsheet, unless asked not to be")
  func csv() {
    #expect(text(.csv) == "name,value,value_2\n'=1+1|<b>,-1.25,3\nYnys Môn,,1000\n")
    #expect(text(.csv, raw: true).contains("\n=1+1|<b>,"))
    #expect(text(.csv, mark: true).unicodeScalars.first == "\u{FEFF}")
  }

  @Test("CSV of more rows than are written at once has all of them, in order, and one heading")
  func longCSV() {
    var grid = Grid(["n", "half"])
    for number in 0..<40_000 { grid.append([.int(number), .number(Double(number) / 2)]) }
    var style = OutputStyle()
    style.format = .csv
    style.hasByteOrderMark = true
    let expected =
      "\u{FEFF}n,half\n"
      + (0..<40_000).map { "\($0),\($0 / 2)\($0 % 2 == 0 ? "" : ".5")\n" }.joined()
    #expect(grid.bytes(as: style) == Array(expected.utf8))
    #expect(grid.rowCount == 40_000)
  }

  @Test("JSON has numbers as numbers and gaps as null")
  func json() {
    #expect(
      text(.json) == """
        [
        {"name":"=1+1|<b>","value":-1.25,"value_2":3},
        {"name":"Ynys Môn","value":null,"value_2":1000}
        ]

        """)
  }

  @Test("control characters cannot reach a terminal")
  func control() {
    var grid = Grid(["a"])
    grid.append("x\u{1B}]0;evil\u{7}\ny")
    let text = String(decoding: grid.bytes(as: OutputStyle()), as: UTF8.self)
    #expect(text.hasSuffix("x\\u{1B}]0;evil\\u{7} y\n"))
  }
}
