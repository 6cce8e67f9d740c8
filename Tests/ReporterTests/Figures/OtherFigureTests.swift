import Testing

@testable import Reporter

@Suite("Figures by kind")
struct OtherFigureTests {
  @Test("a comparison is alphabetical within its groups, whatever the values")
  func alphabetical() throws {
    let figure = ComparisonFigure(
      caption: FigureSamples.caption,
      places: [
        .init("Wigan", 1, group: "North"), .init("bolton", 9, group: "North"),
        .init("Bury", 5, group: "North"), .init("Adur", 2, group: "South"),
      ], format: .count)
    #expect(figure.places.map(\.name) == ["bolton", "Bury", "Wigan", "Adur"])
    let words = try DrawnSVG(figure.render()).words
    #expect(words.filter { ["North", "South"].contains($0) } == ["North", "South"])
  }

  @Test("a comparison says a standing by shape and in its key")
  func standings() throws {
    let drawing = try DrawnSVG(FigureSamples.comparison(of: 6).render())
    for word in ["Better", "Similar to England", "Worse", "95% interval", "England 14.0", "[c]"] {
      #expect(drawing.words.contains(word), "\(word)")
    }
    let signs = ComparisonFigure.Standing.allCases.map { "\($0.sign.marker)\($0.sign.isHollow)" }
    #expect(Set(signs).count == signs.count)
  }

  @Test("a split bar gives pence that add up, and none of a total that is not one")
  func pence() throws {
    let rows = FigureSamples.whoSpends.rows
    #expect(rows.map(\.share) == ["65p", "17p", "18p"])
    #expect(rows.map(\.sum) == ["£3,332 million", "£862 million", "£923 million"])
    let partial = WhoSpendsFigure(
      caption: FigureSamples.caption,
      bodies: [
        .init("A", pence: 20_000_000_000), .init("B", pence: nil, mark: "[x]"),
        .init("C", pence: 2_000_000),
      ])
    #expect(partial.rows.map(\.share) == ["", "", ""])
    // A sum too small for the column is not shown as nought.
    #expect(partial.rows.map(\.sum) == ["£200.0 million", "[x]", "£20,000"])
  }

  @Test("stacked columns leave out a year without figures")
  func columns() throws {
    let drawing = try DrawnSVG(FigureSamples.stacked.render())
    let bars = drawing.elements.filter { $0.name == "rect" && $0["class"] == "f1" }
    #expect(bars.count == 11)
    let left = bars.compactMap { $0.number("x") }
    let steps = zip(left, left.dropFirst()).map { $1 - $0 }
    #expect(steps.filter { $0 > (steps.min() ?? 0) * 1.5 }.count == 1)
    #expect(drawing.words.contains("Gaps are years without a published figure."))
  }

  @Test("a rug draws no rank and marks a value that is not shown")
  func rug() throws {
    let words = try DrawnSVG(FigureSamples.rug(places: 20).render()).words
    #expect(words.contains("[c]"))
    #expect(
      words.contains { $0.hasSuffix(" better") } && words.contains { $0.hasPrefix("better ") })
  }

  @Test("a funnel draws no limit where it runs off the scale")
  func funnel() throws {
    let drawing = try DrawnSVG(FigureSamples.funnel(places: 50).render())
    let limits = drawing.subpaths("s1 dd p").filter { $0.count > 2 }
    #expect(limits.count == 2)
    for limit in limits {
      #expect(Set(limit.map(\.y)).count == limit.count)
    }
  }

  @Test("paired bars carry signs")
  func changes() throws {
    let words = try DrawnSVG(FigureSamples.volumePrice.render()).words
    for text in ["+1.2%", "+33.2%", "−6.6%", "+46.8%", "[x]"] { #expect(words.contains(text)) }
  }

  @Test("a curve writes the share below each threshold")
  func thresholds() throws {
    let words = try DrawnSVG(FigureSamples.distribution.render()).words
    #expect(words.contains("Lower earnings limit £125: 6% (4% to 7%)"))
    #expect(words.contains("Full flat rate from £154: 8%"))
  }
}
