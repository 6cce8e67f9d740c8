import Evidence
import Testing

@testable import Indicators

@Suite("A figure")
struct FigureTests {
  /// What a figure says in few letters: `5`, `5 p`, `[x]`.
  private static func said(_ figure: Figure) -> String {
    guard let value = figure.value else { return "[\(figure.status.text)]" }
    let text = value == value.rounded() ? String(Int(value)) : String(value)
    return figure.status.isEmpty ? text : "\(text) \(figure.status.text)"
  }

  private static func figure(_ text: String) -> Figure {
    if text.hasPrefix("[") {
      return Figure(nil, Status(String(text.dropFirst().dropLast())) ?? [])
    }
    let words = text.split(separator: " ")
    return Figure(Double(words[0]), words.count > 1 ? Status(String(words[1])) ?? [] : [])
  }

  @Test(
    "hands on why there is none, and never counts it as nothing",
    arguments: [
      // left, right, sum, difference, product, quotient
      ("6", "2", "8", "4", "12", "3"), ("6 p", "2 r", "8 pr", "4 pr", "12 pr", "3 pr"),
      ("0", "5", "5", "-5", "0", "0"), ("5", "0", "5", "5", "0", "[x]"),
      ("6", "[x]", "[x]", "[x]", "[x]", "[x]"), ("[x]", "2", "[x]", "[x]", "[x]", "[x]"),
      ("6", "[c]", "[c]", "[c]", "[c]", "[c]"), ("[c]", "[x]", "[c]", "[c]", "[c]", "[c]"),
      ("[x]", "[c]", "[c]", "[c]", "[c]", "[c]"), ("[x]", "[x]", "[x]", "[x]", "[x]", "[x]"),
      // What is not applicable adds nothing, and leaves nothing to be divided.
      ("6", "[z]", "6", "6", "[z]", "[z]"), ("[z]", "2", "2", "-2", "[z]", "[z]"),
      ("[z]", "[z]", "[z]", "[z]", "[z]", "[z]"), ("[x]", "[z]", "[x]", "[x]", "[x]", "[x]"),
      ("[z]", "[x]", "[x]", "[x]", "[x]", "[x]"), ("[z]", "[c]", "[c]", "[c]", "[c]", "[c]"),
      // Other marks stay beside the reason.
      ("6 p", "[x]", "[xp]", "[xp]", "[xp]", "[xp]"),
      (
        "6 e", "[cf]", "[cef]", "[cef]", "[cef]",
        "[cef]"
      ),
    ])
  func arithmetic(
    left: String, right: String, sum: String, difference: String, product: String, quotient: String
  ) {
    let (left, right) = (Self.figure(left), Self.figure(right))
    #expect(Self.said(.sum(left, right)) == sum)
    #expect(Self.said(.sum(left, right, sign: -1)) == difference)
    #expect(Self.said(.product(left, right)) == product)
    #expect(Self.said(.quotient(left, right)) == quotient)
  }

  @Test("is the same sum in any order and grouping, whatever its marks")
  func commutes() {
    let all = ["6", "2 p", "0", "[x]", "[c]", "[z]", "-3 e"].map(Self.figure)
    for left in all {
      for right in all {
        #expect(Self.said(.sum(left, right)) == Self.said(.sum(right, left)))
        #expect(Self.said(.product(left, right)) == Self.said(.product(right, left)))
        for third in all {
          #expect(
            Self.said(.sum(.sum(left, right), third)) == Self.said(.sum(left, .sum(right, third))))
        }
      }
    }
  }

  @Test("that is a quotient keeps what was divided by what, in its units")
  func quotient() {
    let rate = Figure.quotient(Figure(17, .provisional), Figure(136), units: 1000)
    #expect(rate.value == 125 && rate.numerator == 17 && rate.denominator == 136)
    #expect(rate.status == .provisional)
    let real = Figure.product(rate, Figure(2))
    #expect(real.numerator == 17 && real.denominator == 136 && real.value == 250)
  }

  @Test("that is partial gives no rate or share, and a sum stays partial")
  func partial() {
    let partial = Figure(785, .notAvailable, coverage: 0.61)
    #expect(partial.isPartial && !Figure(785, coverage: 1).isPartial && !Figure(785).isPartial)
    for rate in [
      Figure.quotient(partial, Figure(100)), .quotient(Figure(100), partial),
      .quotient(partial, Figure(100, coverage: 1)),
    ] {
      #expect(rate.value == nil && rate.status.contains(.notAvailable))
      #expect(rate.coverage == 0.61)
    }
    let sum = Figure.sum(partial, Figure(15, coverage: 1))
    #expect(sum.value == 800 && sum.coverage == 0.61)
    #expect(Figure.sum(partial, Figure(15, coverage: 0.4)).coverage == 0.4)
    #expect(Figure.product(partial, Figure(2)).coverage == 0.61)
    #expect(Figure.sum(partial, .absent).coverage == 0.61)
    #expect(Figure.sum(partial, .absent).value == nil)
  }

  @Test("that was restated stays so through arithmetic")
  func restated() {
    var restated = Figure(10)
    restated.isRestated = true
    #expect(Figure.sum(restated, Figure(5)).isRestated)
    #expect(Figure.sum(.notApplicable, restated).isRestated)
    #expect(Figure.quotient(restated, Figure(5)).isRestated)
    #expect(Figure.product(Figure(5), restated).isRestated)
    #expect(!Figure.sum(Figure(5), Figure(5)).isRestated)
  }
}
