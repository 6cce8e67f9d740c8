import Evidence
import Testing

@testable import Indicators

/// A formula and what it means.
struct FormulaCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expression: Expression

  init(_ text: String, _ expression: Expression) {
    self.text = text
    self.expression = expression
  }

  var testDescription: String { text }

  private static let (a, b, c) = (
    Expression.measure("a"), Expression.measure("b"),
    Expression.measure("c")
  )
  private static let residents = Expression.measure("population.all")

  static let grammar = [
    FormulaCase("a", a), FormulaCase("  a  ", a), FormulaCase("12.5", .number(12.5)),
    FormulaCase("outturn.asc.net", .measure("outturn.asc.net")),
    FormulaCase("ro3.ph*.net", .measure("ro3.ph*.net")),
    FormulaCase("ro3.*", .measure("ro3.*")), FormulaCase("A_1.b2", .measure("A_1.b2")),
    FormulaCase("a + b", .sum(a, b)), FormulaCase("a-b", .difference(a, b)),
    FormulaCase("a / b", .quotient(a, b)), FormulaCase("(a)", a), FormulaCase("((a))", a),
    FormulaCase("-a", .difference(.number(0), a)),
    FormulaCase("- -a", .difference(.number(0), .difference(.number(0), a))),
    FormulaCase("2 - -3", .difference(.number(2), .difference(.number(0), .number(3)))),
  ]

  static let precedence = [
    FormulaCase("a - b - c", .difference(.difference(a, b), c)),
    FormulaCase("a - (b - c)", .difference(a, .difference(b, c))),
    FormulaCase("a / b / c", .quotient(.quotient(a, b), c)),
    FormulaCase("a + b * c", .sum(a, .product(b, c))),
    FormulaCase("a / b + c", .sum(.quotient(a, b), c)),
    FormulaCase("(a + b) * c", .product(.sum(a, b), c)),
    FormulaCase("100 * a / b", .quotient(.product(.number(100), a), b)),
    FormulaCase("-a * b", .product(.difference(.number(0), a), b)),
    // `per` binds tighter than a product: a sum to be divided needs brackets.
    FormulaCase("a + b per head", .sum(a, .rate(b, units: 1, of: residents))),
    FormulaCase("(a + b) per head", .rate(.sum(a, b), units: 1, of: residents)),
    FormulaCase("a * b per c", .product(a, .rate(b, units: 1, of: c))),
    FormulaCase("a per b / c", .quotient(.rate(a, units: 1, of: b), c)),
  ]

  static let rates = [
    FormulaCase("a per head", .rate(a, units: 1, of: residents)),
    FormulaCase("a per b", .rate(a, units: 1, of: b)),
    FormulaCase("a per 1000 b", .rate(a, units: 1000, of: b)),
    FormulaCase("a per 1000 (b - c)", .rate(a, units: 1000, of: .difference(b, c))),
    FormulaCase("a per b per c", .rate(.rate(a, units: 1, of: b), units: 1, of: c)),
    FormulaCase("real(a) per head", .rate(.real(a), units: 1, of: residents)),
    FormulaCase("a sum over members", .members(a)),
    FormulaCase("a per b sum over members", .members(.rate(a, units: 1, of: b))),
  ]

  static let functions = [
    FormulaCase("real(a + b)", .real(.sum(a, b))),
    FormulaCase("change(a, 10)", .change(a, since: .years(10))),
    FormulaCase(
      "change(a, from 2014-15)", .change(a, since: .period(.financialYear(2014)))),
    FormulaCase(
      "change(real(a) per head, from 2011-12)",
      .change(.rate(.real(a), units: 1, of: residents), since: .period(.financialYear(2011)))),
    FormulaCase(
      "share(primary, default, csc)", .share(["primary"], scheme: "default", service: "csc")),
    FormulaCase(
      "share(primary + secondary, strict, all)",
      .share(["primary", "secondary"], scheme: "strict", service: "all")),
    FormulaCase("bodies(police, a - b)", .bodies("police", .difference(a, b))),
    FormulaCase("a+bodies(fire,b)", .sum(a, .bodies("fire", b))),
  ]
}

@Suite("A formula")
struct FormulaParserTests {
  @Test(
    "is understood",
    arguments: FormulaCase.grammar + FormulaCase.precedence + FormulaCase.rates
      + FormulaCase.functions)
  func understood(example: FormulaCase) throws {
    #expect(try FormulaParser.parse(example.text) == example.expression)
  }

  @Test(
    "that is none is refused at the column where reading stopped",
    arguments: [
      ("", 1, "the end", "a measure, a number or '('"), ("   ", 4, "the end", "a measure"),
      ("a +", 4, "the end", "a measure"), ("a + + b", 5, "'+'", "a measure"),
      ("a b", 3, "'b'", "an operator or the end"), ("a 5", 3, "the number 5.0", "an operator"),
      ("(a", 3, "the end", "')'"), ("a)", 2, "')'", "an operator or the end"),
      ("()", 2, "')'", "a measure"),
      ("* a", 1, "'*'", "a measure"), ("a per", 6, "the end", "a measure"),
      ("a per 1000", 11, "the end", "a measure"), ("a per + b", 7, "'+'", "a measure"),
      ("a sum members", 7, "'members'", "'over members'"),
      ("a sum over", 11, "the end", "'over members'"),
      ("avg(a)", 1, "'avg'", "real, change, share or bodies"),
      ("1 + Real(a)", 5, "'Real'", "real, change"),
      ("real a", 6, "'a'", "an operator"), ("real(a", 7, "the end", "')'"),
      ("real()", 6, "')'", "a measure"), ("real(a, 5)", 7, "','", "')'"),
      ("change(a)", 9, "')'", "','"), ("change(a, )", 11, "')'", "a number of years"),
      ("change(a, 2014-15)", 11, "'2014-15'", "'from 2014-15'"),
      ("change(a, from 2014-04)", 16, "'2014-04'", "'from 2014-15'"),
      ("change(a, from 2014)", 16, "the number 2014.0", "'from 2014-15'"),
      ("change(a, 1.5)", 11, "the number 1.5", "a number of years"),
      ("change(a, 0)", 11, "the number 0.0", "a number of years"),
      ("change(a, 5", 12, "the end", "')'"), ("share(primary)", 14, "')'", "','"),
      ("share(5, default, csc)", 7, "the number 5.0", "a level of prevention"),
      ("share(primary +, default, csc)", 16, "','", "a level of prevention"),
      ("share(primary, default)", 23, "')'", "','"),
      ("share(primary, default, )", 25, "')'", "a service or all"),
      ("bodies(police)", 14, "')'", "','"), ("bodies(5, a)", 8, "the number 5.0", "a kind of body"),
      ("a % b", 3, "'%'", "an operator"), ("a, b", 2, "','", "an operator"),
      ("1.2.3", 1, "'1.2.3'", "a measure"), ("2014-15", 1, "'2014-15'", "a measure"),
      ("5 × a", 3, "'×'", "an operator"), ("a ÷ b", 3, "'÷'", "an operator"),
      ("£a", 1, "'£'", "a measure"), ("a\tb", 2, "'\t'", "an operator"),
    ])
  func refused(text: String, column: Int, found: String, expected: String) {
    #expect {
      _ = try FormulaParser.parse(text)
    } throws: { error in
      guard let error = error as? FormulaError else { return false }
      let isRight =
        error.column == column && error.found == found
        && error.expected.contains(expected) && error.formula == text
      if !isRight { Issue.record("\(error)") }
      return isRight
    }
  }

  @Test("that is refused is printed with a caret below the place")
  func caret() {
    #expect {
      _ = try FormulaParser.parse("a + + b")
    } throws: { error in
      "\(error)"
        == "column 5: found '+', expected a measure, a number or '('\n  a + + b\n      ^"
    }
  }

  @Test("of brackets within brackets beyond all need is refused, not overrun")
  func deep() {
    for open in ["(", "-", "real(", "a * (", "change(", "bodies(x, ", "a per ("] {
      let text = String(repeating: open, count: 5000) + "a"
      #expect(throws: FormulaError.self) { try FormulaParser.parse(text) }
    }
    let fits = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
    #expect((try? FormulaParser.parse(fits)) == .measure("a"))
  }

  @Test("of many terms is understood")
  func long() throws {
    let text = (0..<2000).map { "m\($0)" }.joined(separator: " + ")
    #expect(try FormulaParser.parse(text).measures.count == 2000)
  }

  @Test("longer than any need is refused, not walked until the stack ends")
  func endless() {
    for piece in ["+1", " per head", " sum over members"] {
      let text = "population.all" + String(repeating: piece, count: 20_000)
      #expect {
        try FormulaParser.parse(text)
      } throws: { error in
        "\(error)".hasPrefix(
          "column 1: found \(text.utf8.count) characters, expected at most 20000")
      }
    }
  }

  @Test("made of any pieces whatever is understood or refused within its text")
  func random() {
    let pieces = [
      "a", "outturn.asc.net", "ro3.*", "1000", "2014-15", "1.5", ".", "+", "-", "*", "/", "(", ")",
      ",", "per", "head", "real(", "change(", "share(", "bodies(", "from", "sum", "over", "members",
      " ", "  ", "é", "%", "\"", "\n",
    ]
    var random = Seeded(31)
    var understood = 0
    for _ in 0..<30_000 {
      let text = (0...random.below(12)).map { _ in
        pieces[random.below(pieces.count)] + (random.below(2) == 0 ? " " : "")
      }.joined()
      do {
        _ = try FormulaParser.parse(text).measures
        understood += 1
      } catch {
        #expect((1...text.utf8.count + 1).contains(error.column), "\(text)")
      }
    }
    #expect(understood > 300)
  }

  @Test("names the measures that it reads")
  func measures() throws {
    let text = "change(real(a + 2 * b.*) per 1000 c, 5) - bodies(fire, d) sum over members"
    #expect(try FormulaParser.parse(text).measures == ["a", "b.*", "c", "d"])
  }
}
