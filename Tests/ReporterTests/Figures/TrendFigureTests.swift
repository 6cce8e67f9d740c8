import Testing

@testable import Reporter

@Suite("A trend")
struct TrendFigureTests {
  @Test("joins neither across a gap nor across a break")
  func runs() {
    let figure = FigureSamples.trend
    let years = figure.runs(of: figure.series[0]).map { $0.map(\.year) }
    // A break before 2015, no figure for 2017, a break before 2019.
    #expect(years == [[2011, 2012, 2013, 2014], [2015, 2016], [2018], [2019, 2020]])
    #expect(figure.runs(of: figure.series[1]).map(\.count) == [4, 4, 2])
  }

  @Test("is drawn in as many lines as there are runs, none across a break")
  func drawn() throws {
    let drawing = try DrawnSVG(FigureSamples.trend.render())
    let lines = drawing.subpaths("s1 l")
    #expect(lines.map(\.count) == [4, 2, 2])
    let breaks = drawing.subpaths("a d").compactMap { $0.first?.x }
    #expect(breaks.count == 2)
    for line in lines + drawing.subpaths("s4 p d") {
      for (start, end) in zip(line, line.dropFirst()) {
        #expect(!breaks.contains { start.x < $0 && $0 < end.x })
      }
    }
  }

  @Test("joins figures that come every third year when told so")
  func interval() {
    let points = [2011, 2014, 2017, 2023].map { TrendFigure.Point($0, 1) }
    let figure = TrendFigure(
      caption: FigureSamples.caption, series: [.init("A", points)], interval: 3, format: .count)
    #expect(figure.runs(of: figure.series[0]).map(\.count) == [3, 1])
  }

  @Test("draws provisional figures hollow and says so")
  func provisional() throws {
    let drawing = try DrawnSVG(FigureSamples.trend.render())
    #expect(drawing.words.contains("Provisional"))
    // One in the key and one in the plot, besides eight full points.
    #expect(drawing.subpaths("s1 w p").count == 2)
    #expect(drawing.subpaths("f1").count == 8)
  }

  @Test("writes the values asked for, the names and the notes that it needs")
  func words() throws {
    let words = try DrawnSVG(FigureSamples.trend.render()).words
    for text in [
      "£494", "£419", "Manchester", "£460", "England", "£428", "£0", "2020-21",
      "Better Care Fund counted differently", "Gaps are years without a published figure.",
    ] { #expect(words.contains(text), "\(text)") }
    #expect(!words.contains("The vertical axis does not begin at nought."))
    let high = TrendFigure(
      caption: FigureSamples.caption, series: [.init("A", [.init(2020, 81.2), .init(2021, 81.9)])],
      format: .rate, includesZero: false)
    #expect(
      try DrawnSVG(high.render()).words.contains("The vertical axis does not begin at nought."))
  }

  @Test("opens its fan from the last published point")
  func fan() throws {
    let drawing = try DrawnSVG(FigureSamples.fan.render())
    let last = try #require(drawing.subpaths("s1 l").last?.last)
    #expect(drawing.subpaths("s1 p d").last?.first == last)
    #expect(drawing.subpaths("f1 o2").last?.first == last)
    // Ten years above, ten below, and the point they open from.
    #expect(drawing.subpaths("f1 o2").last?.count == 21)
    #expect(drawing.words.contains("13.0% projected"))
  }

  @Test("says its values in words")
  func alternative() {
    #expect(
      FigureSamples.trend.altText
        == "Line chart. Manchester: £494 in 2011-12, £460 in 2020-21. "
        + "England: £455 in 2011-12, £428 in 2020-21. "
        + "Break before 2015-16: Better Care Fund counted differently. "
        + "Break before 2019-20: New grant conditions.")
  }
}
