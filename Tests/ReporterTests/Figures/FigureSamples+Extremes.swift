@testable import Reporter

extension FigureSamples {
  /// Every kind with nothing, and with one thing.
  static let scarce: [FigureSample] = [
    FigureSample(
      name: "trend of none", figure: TrendFigure(caption: caption, series: [], format: .count)),
    FigureSample(
      name: "trend of gaps",
      figure: TrendFigure(
        caption: caption, series: [.init("A", [.init(2020, nil), .init(2021, .nan)])],
        format: .count)),
    FigureSample(
      name: "trend of one",
      figure: TrendFigure(
        caption: FigureCaption(title: ""), series: [.init("A", [.init(2020, 0)])],
        breaks: [.init(2020, "Never drawn")], format: .count)),
    FigureSample(name: "comparison of none", figure: comparison(of: 0)),
    FigureSample(name: "comparison of one", figure: comparison(of: 1)),
    FigureSample(
      name: "comparison without values",
      figure: ComparisonFigure(caption: caption, places: [.init("A", nil)], format: .count)),
    FigureSample(name: "no bodies", figure: WhoSpendsFigure(caption: caption, bodies: [])),
    FigureSample(
      name: "one body and one unknown",
      figure: WhoSpendsFigure(
        caption: caption, bodies: [.init("A", pence: 1), .init("B", pence: nil, mark: "[x]")])),
    FigureSample(
      name: "no shares", figure: StackedSharesFigure(caption: caption, parts: [], columns: [])),
    FigureSample(
      name: "shares of one year",
      figure: StackedSharesFigure(
        caption: caption, parts: ["A", "B"],
        columns: [.init(2020, [100, 0]), .init(2021, [.nan, 1]), .init(2022, [1])])),
    FigureSample(
      name: "no measures", figure: RugFigure(caption: caption, place: "A", rows: [])),
    FigureSample(
      name: "measures of none and one",
      figure: RugFigure(
        caption: caption, place: "A",
        rows: [
          .init("None", values: [], value: nil, format: .count),
          .init("One", values: [3], value: 3, benchmark: 3, format: .count),
        ])),
    FigureSample(name: "funnel of none", figure: funnel(places: 0)),
    FigureSample(name: "funnel of one", figure: funnel(places: 1)),
    FigureSample(name: "quadrant of none", figure: quadrant(places: 0)),
    FigureSample(name: "quadrant of one", figure: quadrant(places: 1)),
    FigureSample(
      name: "no changes",
      figure: VolumePriceFigure(
        caption: caption, items: [.init("A", volume: nil, price: nil)], volumeTitle: "V",
        priceTitle: "P")),
    FigureSample(
      name: "no change",
      figure: VolumePriceFigure(
        caption: caption, items: [.init("A", volume: 0, price: 0)], volumeTitle: "V",
        priceTitle: "P")),
    FigureSample(
      name: "curve of none",
      figure: DistributionFigure(
        caption: caption, points: [], thresholds: [], valueTitle: "V", shareTitle: "S")),
    FigureSample(
      name: "curve of one",
      figure: DistributionFigure(
        caption: caption, points: [.init(100, 10)], thresholds: [.init(400, "T", share: nil)],
        valueTitle: "V", shareTitle: "S")),
  ]

  /// A name that tries to be markup, is long, turns around and rings the bell.
  static let hostileName =
    "</text><script>alert(1)</script>\"'&amp;\u{0}\u{1B}[2J\u{7}\u{202E}gnp "
    + "Bournemouth, Christchurch and Poole and all the villages around them, "
    + String(repeating: "unbroken", count: 40)

  static let hostileCaption = FigureCaption(
    title: hostileName, subtitle: hostileName, notes: [hostileName])

  /// Negative, vast and minute values, and hostile names.
  static let extreme: [FigureSample] = [
    FigureSample(
      name: "hostile trend",
      figure: TrendFigure(
        caption: hostileCaption,
        series: (0..<6).map { index in
          .init(
            hostileName,
            [-4e17, 3e9, -1e-9, .infinity, 9e17, nil, 2].enumerated().map {
              .init(2010 + $0 * 2, $1, lower: -9e17, upper: .nan)
            }, isBenchmark: index == 5)
        }, breaks: (0..<9).map { .init(2010 + $0, hostileName) }, interval: 2, format: .pounds)),
    FigureSample(
      name: "hostile comparison",
      figure: ComparisonFigure(
        caption: hostileCaption,
        places: [
          .init(
            hostileName, -123_456_789_012, lower: -5e11, upper: 5e11, standing: .lower,
            group: hostileName, isHighlighted: true, mark: hostileName),
          .init("A", 1e-7, standing: .higher, group: "A"),
        ], benchmark: .init(hostileName, 1e11), format: .pounds)),
    FigureSample(
      name: "hostile bodies",
      figure: WhoSpendsFigure(
        caption: hostileCaption,
        bodies: [
          .init(hostileName, pence: .max), .init("B", pence: -500), .init("C", pence: 1),
          .init("D", pence: nil, mark: hostileName),
        ])),
    FigureSample(
      name: "hostile shares",
      figure: StackedSharesFigure(
        caption: hostileCaption, parts: (0..<10).map { _ in hostileName },
        columns: (0..<3).map { .init(2000 + $0 * 20, Array(repeating: 25, count: 10)) })),
    FigureSample(
      name: "hostile rug",
      figure: RugFigure(
        caption: hostileCaption, place: hostileName, benchmark: hostileName,
        rows: [
          .init(
            hostileName, values: [-1e12, 1e12], value: 1e12, benchmark: -1e12, middle: -1e15...1e15,
            polarity: .higherIsBetter, format: .pounds)
        ])),
    FigureSample(
      name: "hostile funnel",
      figure: FunnelFigure(
        caption: hostileCaption,
        points: (0..<5).map {
          .init(hostileName, x: Double($0) * 1e9, y: -1e6, isHighlighted: true)
        }, limits: [.init(0, within95: -1e17...1e17, within998: -2e17...2e17)],
        benchmark: .init(hostileName, 5), sizeTitle: hostileName, format: .rate)),
    FigureSample(
      name: "hostile quadrant",
      figure: QuadrantFigure(
        caption: hostileCaption,
        points: [.init(hostileName, x: -1e12, y: 1e-9, isHighlighted: true)],
        x: .init(hostileName, middle: 1e12, format: .pounds),
        y: .init(hostileName, middle: -1, format: .percent),
        fields: .init(
          topLeft: hostileName, topRight: hostileName, bottomLeft: hostileName,
          bottomRight: hostileName), benchmark: hostileName)),
    FigureSample(
      name: "hostile changes",
      figure: VolumePriceFigure(
        caption: hostileCaption,
        items: [.init(hostileName, volume: -1e9, price: 1e12, mark: hostileName)],
        volumeTitle: hostileName, priceTitle: hostileName)),
    FigureSample(
      name: "hostile curve",
      figure: DistributionFigure(
        caption: hostileCaption, points: [.init(-1e9, -5), .init(1e12, 900, isPublished: false)],
        thresholds: (0..<5).map {
          .init(Double($0) * 1e11, hostileName, share: 5000, likely: -100...1e6)
        }, valueTitle: hostileName, shareTitle: hostileName)),
  ]
}
