import Evidence
import Indicators
import Places

/// How much of a budget answers need, and how few services hold most of it.
///
/// Shares are summed as they are printed, so that a reader can add them up.
struct ServiceBalance {
  private let story: PlaceStory
  private let code: String

  /// Reads the shares of the place of a story, or of another place beside it.
  init(_ story: PlaceStory, of code: String? = nil) {
    self.story = story
    self.code = code ?? story.place.code
  }

  /// The years shown: the last before the gap in the returns with every service, and the latest.
  static let years = [2016, 2024].map { Period.financialYear($0) }

  /// A sum of shares.
  enum Part: CaseIterable {
    case universal
    case needed
    case largest

    var name: MarkdownText {
      switch self {
      case .universal: "Universal services: culture, environment, planning, transport"
      case .needed: "Services that answer need: children’s and adult social care, housing"
      case .largest: "The two largest services together"
      }
    }

    fileprivate var services: [String] {
      switch self {
      case .universal: ["cul", "env", "plan", "trans"]
      case .needed: ["csc", "asc", "hou"]
      case .largest: PlaceStory.services.map(\.key)
      }
    }
  }

  /// A sum of shares of service spending in a year; nil where a share of it is not held.
  ///
  /// Of the largest services five shares must be.
  func share(_ part: Part, _ period: Period) -> Rounded? {
    let shares = part.services.compactMap { story.rounded(value($0, period)) }
    switch part {
    case .largest:
      guard shares.count >= 5 else { return nil }
      return Self.sum(shares.sorted { $0.value > $1.value }.prefix(2))
    case .universal, .needed:
      return shares.count == part.services.count ? Self.sum(shares[...]) : nil
    }
  }

  /// Why there is no sum for the latest year.
  func reason(_ part: Part) -> MarkdownText {
    let latest = Self.years[Self.years.count - 1]
    let blanks = part.services.map { value($0, latest) }.filter { $0?.value == nil }
    let found = blanks.compactMap(\.self)
    if found.isEmpty { return "no outturn by service is held" }
    if found.contains(where: { $0.coverage.map { $0 < 1 } ?? false }) {
      return "not all of its councils have published"
    }
    if found.allSatisfy({ $0.status.contains(.notApplicable) }) {
      return "the county council runs some of them"
    }
    return "not published"
  }

  private func value(_ service: String, _ period: Period) -> IndicatorValue? {
    story.context.table.value("\(service)_share", code, period)
  }

  private static func sum(_ shares: ArraySlice<Rounded>) -> Rounded? {
    Rounded.percent(shares.reduce(0) { $0 + $1.value })?.keyed(shares.flatMap(\.keys))
  }
}
