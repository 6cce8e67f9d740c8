import Testing

@testable import Reporter

@Suite("Layout of figures")
struct LayoutTests {
  @Test(
    "ticks are round and enclose the data",
    arguments: [
      ([0.0, 488], true, [0.0, 100, 200, 300, 400, 500], "£500"),
      ([81.2, 83.9], false, [81, 82, 83, 84], "£84"),
      ([-120e6, 20e6], true, [-150e6, -100e6, -50e6, 0, 50e6], "£50 million"),
      ([0.0, 0.021], true, [0, 0.005, 0.01, 0.015, 0.02, 0.025], "£0.025"),
      ([3.0, 3], false, [1, 2, 3, 4, 5], "£5"),
      ([0.0], true, [0, 0.2, 0.4, 0.6, 0.8, 1], "£1.0"),
      ([Double.nan], true, [0, 0.2, 0.4, 0.6, 0.8, 1], "£1.0"),
      ([0.0, 123_456_789_012], true, [0, 2.5e10, 5e10, 7.5e10, 1e11, 1.25e11], "£125 billion"),
    ] as [([Double], Bool, [Double], String)])
  func ticks(values: [Double], includesZero: Bool, expected: [Double], last: String) {
    let ticks = Ticks(values, includesZero: includesZero)
    #expect(ticks.values.count == expected.count)
    for (value, wanted) in zip(ticks.values, expected) {
      #expect((value - wanted).magnitude <= wanted.magnitude * 1e-12)
    }
    #expect(FigureFormat.pounds.labels(ticks).last == last)
  }

  @Test("a scale maps ends to ends and a point to the middle")
  func scale() {
    let scale = Scale(domain: 0...10, start: 100, end: 0)
    #expect(scale(0) == 100 && scale(10) == 0 && scale(2.5) == 75 && scale.clamped(20) == 0)
    #expect(Scale(domain: 5...5, start: 0, end: 50)(5) == 25)
  }

  @Test("labels never overlap and stay within their limits when they fit")
  func stack() {
    let tops = LabelStack.tops(
      wishes: [10, 12, 90, 11], heights: [20, 20, 20, 20], within: 0...100)
    let sorted = tops.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 20 })
    #expect(sorted.first == 0 && sorted.last == 80)
    #expect(tops[0] < tops[3] && tops[3] < tops[1])
    #expect(LabelStack.tops(wishes: [], heights: [], within: 0...1).isEmpty)
  }

  @Test("text is measured, folded and cut")
  func text() {
    // Helvetica: "A" 667, "i" 222 thousandths, and 4% for other fonts.
    #expect((TextMeasure.width("Ai", size: 100) - 92.456).magnitude < 1e-9)
    #expect(TextMeasure.width("e\u{301}", size: 10) == TextMeasure.width("e", size: 10))
    #expect(TextMeasure.fit("Stockport", width: 500, size: 13) == "Stockport")
    let cut = TextMeasure.fit("Bournemouth, Christchurch and Poole", width: 150, size: 13)
    #expect(cut.hasSuffix("…") && TextMeasure.width(cut, size: 13) <= 150)
    #expect(TextMeasure.wrap("", width: 100, size: 13, lines: 2).isEmpty)
    let lines = TextMeasure.wrap(
      "up from £419 in 2014 to 2015 and £3.4 million", width: 120, size: 13, lines: 9)
    #expect(lines.contains { $0.contains("2014 to 2015") })
    #expect(lines.contains { $0.contains("£3.4 million") })
    #expect(TextMeasure.wrap("a b c d", width: 8, size: 13, lines: 2).count == 2)
  }

  @Test("coordinates have two decimals at most and are never odd")
  func coordinates() {
    for (value, text) in [
      (1.0, "1"), (-0.001, "0"), (0.126, "0.13"), (-3.5, "-3.5"), (10.05, "10.05"), (.nan, "0"),
      (.infinity, "0"), (1e12, "0"),
    ] { #expect(SVGElement.number(value) == text) }
  }

  @Test("a format writes labels, intervals and rates as the table does")
  func format() {
    #expect(FigureFormat.pounds.label(487.6) == "£488")
    #expect(FigureFormat.pounds.interval(10, 12) == "£10 to £12")
    #expect(FigureFormat.percent.label(16.449) == "16.4%")
    #expect(FigureFormat.rate.label(-0.01) == "0.0")
    #expect(FigureFormat(.per(1000), .decimals(1)).label(12.34) == "12.3")
    #expect(FigureFormat(.none).label(58_620_101) == "58.6 million")
    #expect(FigureFormat.count.label(.nan).isEmpty)
  }
}

@Suite("A label beside a point")
struct LabelRoomTests {
  private let bounds = LabelRoom.Box(left: 0, top: 0, right: 200, bottom: 100)

  @Test("goes to the first free side, then away from lines, labels and edges")
  func sides() {
    var room = LabelRoom(bounds: bounds)
    let free = room.place("Bury", beside: .init(100, 50), distances: [8])
    #expect(free.box.bottom == 42 && !free.needsLead)
    let second = room.place("Bury", beside: .init(100, 50), distances: [8])
    #expect(second.box.top == 58)
    #expect(!second.box.overlaps(free.box))
    let corner = room.place("Bolton", beside: .init(1, 99), distances: [8])
    #expect(corner.box.left >= 0 && corner.box.bottom <= 100)
  }

  @Test("moves off with a line to its point where all around is taken")
  func lead() {
    var room = LabelRoom(bounds: bounds)
    for x in stride(from: 60.0, through: 140, by: 3) {
      room.avoid(line: [.init(x, 35), .init(x, 66)])
    }
    let spot = room.place("Bury", beside: .init(100, 50), distances: [8, 30])
    #expect(spot.needsLead)
    #expect(spot.box.bottom <= 35 || spot.box.top >= 66)
  }
}
