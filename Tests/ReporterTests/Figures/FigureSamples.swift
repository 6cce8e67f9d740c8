import Testing

@testable import Reporter

/// A figure with a name for test output.
struct FigureSample: Sendable, CustomTestStringConvertible {
  let name: String
  let figure: any Figure
  var testDescription: String { name }
}

/// Figures of every kind, with ordinary, scarce, extreme and hostile input.
enum FigureSamples {
  static let all: [FigureSample] = ordinary + scarce + extreme

  static let caption = FigureCaption(
    title: "Adult social care cost £488 a head in 2024 to 2025, up from £419 in 2014 to 2015",
    subtitle: "Net current expenditure per adult aged 18 and over, real terms",
    notes: ["Source: revenue outturn."])

  /// Numbers from nought to one that look like chance and are the same on every run.
  static func spread(_ count: Int, seed: Int) -> [Double] {
    (0..<count).map { Double(($0 * 7919 + seed * 104_729) % 1009) / 1009 }
  }

  static let ordinary: [FigureSample] = [
    FigureSample(name: "trend", figure: trend),
    FigureSample(name: "trend with a fan", figure: fan),
    FigureSample(name: "comparison of 152", figure: comparison(of: 152)),
    FigureSample(name: "who spends", figure: whoSpends),
    FigureSample(name: "stacked shares", figure: stacked),
    FigureSample(name: "rug", figure: rug(places: 152)),
    FigureSample(name: "funnel", figure: funnel(places: 296)),
    FigureSample(name: "quadrant", figure: quadrant(places: 296)),
    FigureSample(name: "volume and price", figure: volumePrice),
    FigureSample(name: "distribution", figure: distribution),
  ]

  static let trend = TrendFigure(
    caption: caption,
    series: [
      .init(
        "Manchester",
        [494, 470, 440, 419, 352, 380, nil, 425, 441, 460].enumerated().map {
          .init(2011 + $0, $1, isProvisional: $0 == 9)
        }),
      .init(
        "England", (0..<10).map { .init(2011 + $0, 455 - Double($0) * 3) }, isBenchmark: true),
    ],
    breaks: [
      .init(2015, "Better Care Fund counted differently"), .init(2019, "New grant conditions"),
    ], format: .pounds, marking: [2014])

  static let fan = TrendFigure(
    caption: caption,
    series: [
      .init(
        "Manchester",
        (0..<8).map {
          let value = 28.5 - Double($0) * 1.5
          return .init(2017 + $0, value, lower: value - 1, upper: value + 1)
        })
    ],
    projection: (0..<10).map {
      let (value, half) = (16 - Double($0) / 3, 1 + Double($0) / 2)
      return .init(
        2025 + $0, value, within80: value - half...value + half,
        within95: value - half * 1.6...value + half * 1.6)
    }, format: .percent)

  static func comparison(of count: Int) -> ComparisonFigure {
    ComparisonFigure(
      caption: caption,
      places: spread(count, seed: 3).enumerated().map { index, share in
        let value = 10 + share * 10
        return .init(
          "West Somewhere and District \(index)", index == 4 ? nil : value, lower: value - 2,
          upper: value + 3, standing: ComparisonFigure.Standing.allCases[index % 3],
          isHighlighted: index == 7, mark: index == 4 ? "[c]" : "")
      }, benchmark: .init("England", 14), format: .rate)
  }

  static let whoSpends = WhoSpendsFigure(
    caption: caption,
    bodies: [
      .init("The ten councils", pence: 333_150_000_000),
      .init("Greater Manchester Combined Authority", pence: 86_210_000_000),
      .init("Police", pence: 92_260_000_000),
    ])

  static let stacked = StackedSharesFigure(
    caption: caption, parts: ["Early help", "Safeguarding", "Youth justice", "Children in care"],
    columns: (0..<12).map { year in
      let early = 28.0 - Double(year)
      return .init(
        2013 + year, year == 3 ? nil : [early, 21.5, 4, 74.5 - early], mark: year == 11 ? "[p]" : ""
      )
    })

  static func rug(places: Int) -> RugFigure {
    RugFigure(
      caption: caption, place: "Manchester",
      rows: (0..<8).map { row in
        .init(
          "Prevention duties ended with accommodation secured, measure \(row)",
          values: spread(places, seed: row).map { 30 + $0 * 40 }, value: row == 2 ? nil : 41.2,
          benchmark: 43, middle: 38...60,
          polarity: [.higherIsBetter, .lowerIsBetter, .neither][row % 3], format: .percent,
          mark: "[c]")
      })
  }

  static func funnel(places: Int) -> FunnelFigure {
    FunnelFigure(
      caption: caption,
      points: zip(spread(places, seed: 1), spread(places, seed: 5)).enumerated().map {
        .init(
          "Place \($0)", x: 2000 + $1.0 * 60_000, y: 8 + $1.1 * 8, isHighlighted: $0 < 2,
          isOutlier: $0 % 40 == 0)
      },
      limits: stride(from: 1000, through: 64_000, by: 1000).map { size in
        let spread = (11_800 / size).squareRoot()
        return .init(
          size, within95: 11.8 - 1.96 * spread...11.8 + 1.96 * spread,
          within998: 11.8 - 3.09 * spread...11.8 + 3.09 * spread)
      }, benchmark: .init("England", 11.8), sizeTitle: "Households", format: .rate)
  }

  static func quadrant(places: Int) -> QuadrantFigure {
    QuadrantFigure(
      caption: caption,
      points: zip(spread(places, seed: 2), spread(places, seed: 8)).enumerated().map {
        .init("Place \($0)", x: 100 + $1.0 * 300, y: 40 + $1.1 * 90, isHighlighted: $0 == 9)
      }, x: .init("Early-help spending per child", middle: 240, format: .pounds),
      y: .init("Children in care per 10,000", middle: 70, format: .rate),
      fields: .init(
        topLeft: "Less early help, more care", topRight: "More early help, more care",
        bottomLeft: "Less early help, less care", bottomRight: "More early help, less care"))
  }

  static let volumePrice = VolumePriceFigure(
    caption: caption,
    items: [
      .init("England", volume: 1.2, price: 33.2), .init("Manchester", volume: -6.6, price: 46.8),
      .init("Birmingham", volume: 3, price: nil),
    ], volumeTitle: "Children in care", priceTitle: "Real cost of each")

  static let distribution = DistributionFigure(
    caption: caption,
    points: [.init(60, 2, isPublished: false), .init(120, 5.5, isPublished: false)]
      + [(178, 10), (310, 20), (435, 30), (610, 50), (960, 80)].map { .init($0.0, $0.1) },
    thresholds: [
      .init(125, "Lower earnings limit £125", share: 5.9, likely: 4.1...7.4),
      .init(154, "Full flat rate from £154", share: 8),
    ], valueTitle: "Weekly pay", shareTitle: "Share of jobs paid less")
}
