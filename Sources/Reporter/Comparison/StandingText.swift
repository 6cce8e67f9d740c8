import Evidence
import Indicators

/// How a standing is said and shown: a sign and a word, never a colour alone.
enum StandingText {
  /// The sign, the same shape as in the figures.
  static func sign(_ standing: BenchmarkStanding) -> String {
    switch standing {
    case .better: "◆"
    case .similar: "○"
    case .worse: "■"
    case .higher, .higherUntested: "▲"
    case .lower, .lowerUntested: "▽"
    case .none: ""
    }
  }

  /// Sign and word: `◆ better`.
  static func cell(_ standing: BenchmarkStanding) -> MarkdownText {
    standing == .none ? "" : MarkdownText(markdown: "\(sign(standing)) \(standing.rawValue)")
  }

  /// The same for figures.
  static func figure(_ standing: BenchmarkStanding) -> ComparisonFigure.Standing {
    switch standing {
    case .better: .better
    case .similar: .similar
    case .worse: .worse
    case .higher: .higher
    case .lower: .lower
    case .higherUntested, .lowerUntested, .none: .none
    }
  }

  /// What the signs mean.
  static let key: MarkdownText =
    """
    ◆ better, ○ similar, ■ worse; ▲ higher, ▽ lower, where neither is good or bad. A difference \
    counts only where the benchmark lies outside the place’s 95% interval. “Not tested” is said of \
    figures without an interval, such as spending: they are counts of everything, so small \
    differences may be real and still mean little. Places are in alphabetical order: this is not a \
    league table.
    """
}

extension Indicator {
  /// The format of its values in figures.
  var figureFormat: FigureFormat {
    switch unit {
    case "%": FigureFormat(.percent, .decimals(decimals))
    case "£": .pounds
    default: isMoney ? .pounds : FigureFormat(.none, .decimals(decimals))
    }
  }

  /// Which side is better, in words.
  var polarityText: MarkdownText {
    switch polarity {
    case .high: "A high value is better."
    case .low: "A low value is better."
    case .neutral: "Neither a high nor a low value is good in itself."
    }
  }
}
