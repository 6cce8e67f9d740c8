import Statistics

/// How many measures of a place are better, similar and worse than England's.
struct OutcomeTally: Hashable {
  var better = 0
  var similar = 0
  var worse = 0
  /// Measures of which neither side is good, on one side of England's figure.
  var apart = 0
  var untested = 0
  var gettingBetter = 0
  var gettingWorse = 0

  init(_ readings: [OutcomeReading]) {
    for reading in readings where reading.isHeld {
      switch reading.standing {
      case .better: better += 1
      case .similar: similar += 1
      case .worse: worse += 1
      case .higher, .lower: apart += 1
      case .notCompared, nil: untested += 1
      }
      switch reading.heading {
      case .better: gettingBetter += 1
      case .worse: gettingWorse += 1
      default: break
      }
    }
  }

  /// Measures that could be told from England's as better, similar or worse.
  var tested: Int { better + similar + worse }

  /// `better than England on 6 measures, similar on 9 and worse on 17`; nil where none was tested.
  var standing: MarkdownText? {
    guard tested > 0 else { return nil }
    let noun = MarkdownText(markdown: better == 1 ? "measure" : "measures")
    let first: MarkdownText = better == 0 ? "no measure" : "\(better) \(noun)"
    return "better than England on " + first + ", similar on \(Self.count(similar)) and worse on "
      + "\(Self.count(worse))"
  }

  private static func count(_ number: Int) -> MarkdownText {
    number == 0 ? "none" : "\(number)"
  }

  /// `12 measures getting better and 9 getting worse`; nil where no direction is known.
  var direction: MarkdownText? {
    guard gettingBetter + gettingWorse > 0 else { return nil }
    let noun = MarkdownText(markdown: gettingBetter == 1 ? "measure" : "measures")
    return "\(gettingBetter) \(noun) getting better and \(gettingWorse) getting worse"
  }
}
