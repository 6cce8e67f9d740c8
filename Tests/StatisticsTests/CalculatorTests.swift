import Testing

@testable import Statistics

@Suite("Methods by name, over the text of tables")
struct CalculatorTests {
  @Test(
    "a number is the whole of its cell",
    arguments: [
      "nan", "NaN", "inf", "INF", "infinity", "0x10", "1,000", " 1", "1 ", "1e", "1e+", "--1",
      "1.2.3", "£5", "1_000", "٣", ".", "-", "+", "e5", "1e5x", "NA ", "na", "True", "1e999",
    ])
  func strict(text: String) {
    #expect(NumberText.read(text) == .unreadable)
  }

  @Test("numbers are read to the last digit")
  func exact() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<3000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(NumberText.read(value.description) == .number(value))
      #expect(NumberText.read(NumberText.shortest(value)) == .number(value + 0))
      let short = (random.nextUnit() * 1e6).rounded() / 1000
      #expect(NumberText.read(short.description) == .number(short))
    }
    for (text, value) in [
      ("", nil), ("NA", nil), ("Inf", Double.infinity), ("-Inf", -.infinity), ("+5", 5),
      (".5", 0.5), ("5.", 5), ("-0", -0.0), ("1E3", 1000), ("007", 7),
      ("0.1000000000000000055511151231257827", 0.1), ("9007199254740993", 9_007_199_254_740_992),
      ("123456789012345678901234567890", 1.2345678901234568e29),
      ("4.9e-324", .leastNonzeroMagnitude),
    ] as [(String, Double?)] {
      #expect(NumberText.read(text) == value.map { .number($0) } ?? .missing, "\(text)")
    }
  }

  @Test("bytes and text write the same shortest number")
  func writing() {
    var random = SeededRandom(seed: 9)
    for round in 0..<20_000 {
      var value = Double(bitPattern: random.next())
      if round % 2 == 0 { value = random.nextUnit() * [1e-4, 0.01, 1, 1e3, 1e9, 1e15][round % 6] }
      if round % 5 == 0 { value = (value * 1000).rounded() / 1000 }
      guard value.isFinite else { continue }
      var bytes: [UInt8] = []
      NumberText.append(value, to: &bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text == NumberText.shortest(value))
      #expect(Double(text) == value)
    }
    #expect(NumberText.shortest(0.1 + 0.2) == "0.30000000000000004")
    #expect(NumberText.shortest(-0.0) == "0" && NumberText.shortest(1e15) == "1000000000000000")
    #expect(NumberText.shortest(1e16) == "1e+16")
    #expect(NumberText.shortest(.nan) == "NA" && NumberText.shortest(120_000) == "120000")
  }

  @Test("a mistyped name finds the method that was meant")
  func nearest() {
    #expect(Calculator.nearest(to: "wilson").first == "wilson_proportion")
    #expect(Calculator.nearest(to: "crude_rtae").first == "crude_rate")
    #expect(Calculator.nearest(to: "Life-Expectancy").first == "life_expectancy")
    #expect(Calculator.nearest(to: "dsr").count == 2)
    #expect(Calculator.nearest(to: "xylophone concerto").isEmpty)
    #expect(Calculator.nearest(to: "").isEmpty)
    #expect(Calculator.editDistance(Array("abcd".utf8), Array("acbd".utf8)) == 1)
  }

  @Test("columns are found with or without in_ and fall back where they may")
  func columns() throws {
    let method = try #require(Calculator.method(named: "crude_rate"))
    #expect(try method.positions(in: ["area", "x", "in_n"]) == [1, 2, nil, nil])
    #expect(
      blank { try method.positions(in: ["x"]) }
        == "crude_rate needs the column n, with or without in_ before the name")
    let row = method(["Leeds", "30", "1000"], at: [1, 2, nil, nil])
    #expect(row[0] == "3000" && row[3] == "Byars" && row[4].isEmpty)
    #expect(method.header == ["out_value", "out_lower", "out_upper", "out_method", "out_reason"])
    #expect(method(["30", "1000"]) == row)
  }

  @Test("a row that cannot be used says why and keeps its shape")
  func reasons() throws {
    let rate = try #require(Calculator.method(named: "crude_rate"))
    #expect(rate(["NA", "5", "0.95", "1"]) == ["NA", "NA", "NA", "NA", "the count is missing"])
    #expect(rate(["-1", "5", "0.95", "1"])[4] == "the count is below 0")
    #expect(rate(["0x1", "5", "0.95", "1"])[4] == "column x holds \"0x1\", not a number")
    #expect(rate(["1", "5", "0.5", "1"])[4] == Blank.confidence.description)
    let table = try #require(Calculator.method(named: "life_expectancy"))
    let row = table(["0;1;5", "1;2", "100;100;100", "0.95"])
    #expect(
      row == [
        "NA;NA;NA", "NA;NA;NA", "NA;NA;NA", "there is not one number of deaths for every start age",
      ])
  }

  @Test("every method and column is described")
  func described() {
    for method in Calculator.methods {
      #expect(!method.summary.isEmpty && !method.inputs.isEmpty && !method.outputs.isEmpty)
      for column in method.inputs + method.outputs { #expect(!column.meaning.isEmpty) }
      let names = method.inputs.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }

  @Test("the byte path answers as the text path does")
  func bytePath() throws {
    let cells = ["0", "1", "7", "9.5", "10", "250", "1e3", "NA", "", "-2", "x,\"y", "5000", "Inf"]
    for kind in [CountRows.Kind.crudeRate, .wilsonProportion] {
      let name = kind == .crudeRate ? "crude_rate" : "wilson_proportion"
      let method = try #require(Calculator.method(named: name))
      let rows = try CountRows(kind, confidence: 0.95, multiplier: 1000)
      #expect(rows.header == method.header)
      for x in cells {
        for n in cells {
          let bytes = [UInt8]((x + n).utf8)
          let split = x.utf8.count
          var output: [UInt8] = []
          rows.append(
            count: 0..<split, denominator: split..<bytes.count, of: bytes.span, to: &output)
          let expected = method([x, n, "0.95", "1000"]).map { cell in
            cell.contains(",") || cell.contains("\"")
              ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
          }
          #expect(String(decoding: output, as: UTF8.self) == "," + expected.joined(separator: ","))
        }
      }
    }
  }

  @Test("a long table of age bands, in any order, gives the rates of the lists")
  func longTable() throws {
    let lines = [
      "A,4,900,5000", "B,x,100,5000", "A,9,1100,5500", "C,1,50,5000", "B,2,100,5500",
      "A,,800,4000", "C,1,60,5500",
    ]
    var rows = try StandardisedRows(confidence: 0.95, multiplier: 1000)
    for line in lines {
      let bytes = [UInt8](line.utf8)
      let commas = bytes.indices.filter { bytes[$0] == 44 }
      rows.add(
        area: 0..<commas[0], count: (commas[0] + 1)..<commas[1],
        population: (commas[1] + 1)..<commas[2], standard: (commas[2] + 1)..<bytes.count,
        of: bytes.span)
    }
    var output: [UInt8] = []
    rows.finish(to: &output)
    let method = try #require(Calculator.method(named: "dsr_dobson"))
    let area = method(["4;9;NA", "900;1100;800", "5000;5500;4000", "0.95", "1000"])
    let found = String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(found.count == 3)
    #expect(found[0] == "A," + area.joined(separator: ","))
    #expect(found[1] == "B,NA,NA,NA,NA,NA,NA,\"entry 1: column x holds \"\"x\"\", not a number\"")
    #expect(found[2].hasPrefix("C,2,110,NA,NA,NA,dsr NA for total count < 10,"))
  }
}
