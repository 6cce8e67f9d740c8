/// Series by year: lines that stop at gaps and never cross a break.
///
/// The first series that is no benchmark is the one the figure is about: its first value is written at
/// its point, as are those of the years marked. Every series is named at its end, so that no key is needed.
public struct TrendFigure: Figure {
  /// One year of a series.
  public struct Point: Hashable, Sendable {
    /// The year it begins in.
    public let year: Int
    /// The value in the figure's unit; nil where none is published, which is drawn as a gap.
    public let value: Double?
    /// The lower end of its interval.
    public let lower: Double?
    /// The upper end of its interval.
    public let upper: Double?
    /// True for a figure that may be revised: drawn hollow.
    public let isProvisional: Bool

    /// Makes a point.
    public init(
      _ year: Int, _ value: Double?, lower: Double? = nil, upper: Double? = nil,
      isProvisional: Bool = false
    ) {
      self.year = year
      self.value = value.flatMap(\.drawable)
      self.lower = lower.flatMap(\.drawable)
      self.upper = upper.flatMap(\.drawable)
      self.isProvisional = isProvisional
    }
  }

  /// How intervals are drawn.
  public enum IntervalStyle: Hashable, Sendable {
    /// As a shaded band, for many years.
    case band
    /// As a whisker at each point, for few.
    case whiskers
  }

  /// One line.
  public struct Series: Hashable, Sendable {
    /// Its name, written at its end.
    public let name: String
    /// Its years, in any order; a year left out is a gap.
    public let points: [Point]
    /// True for what the place is compared with: grey, dashed, without points.
    public let isBenchmark: Bool
    /// How its intervals are drawn.
    public let intervals: IntervalStyle

    /// Makes a series.
    public init(
      _ name: String, _ points: [Point], isBenchmark: Bool = false,
      intervals: IntervalStyle = .band
    ) {
      self.name = name
      self.points = points.sorted { $0.year < $1.year }
      self.isBenchmark = isBenchmark
      self.intervals = intervals
    }
  }

  /// A year from which figures cannot be compared with those before.
  public struct Break: Hashable, Sendable {
    /// The first year of the new kind.
    public let year: Int
    /// What changed.
    public let label: String

    /// Makes a break.
    public init(_ year: Int, _ label: String) {
      self.year = year
      self.label = label
    }
  }

  /// One year of a projection.
  public struct Projected: Hashable, Sendable {
    /// The year it begins in.
    public let year: Int
    /// The middle of the projection.
    public let value: Double
    /// What it stays within four times of five.
    public let within80: ClosedRange<Double>?
    /// What it stays within nineteen times of twenty.
    public let within95: ClosedRange<Double>?

    /// Makes a year.
    public init(
      _ year: Int, _ value: Double, within80: ClosedRange<Double>? = nil,
      within95: ClosedRange<Double>? = nil
    ) {
      self.year = year
      self.value = value
      self.within80 = within80
      self.within95 = within95
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The lines, the place's own first.
  public let series: [Series]
  /// The breaks.
  public let breaks: [Break]
  /// The projection of the first series.
  public let projection: [Projected]
  /// How years are written.
  public let years: YearText.Kind
  /// How many years lie between two points that are joined: 1 for yearly figures.
  public let interval: Int
  /// How values are written.
  public let format: FigureFormat
  /// True to begin the vertical axis at nought; otherwise the figure says that it does not.
  public let includesZero: Bool
  /// Years of the first series whose values are written at their points, beside its first.
  public let marking: [Int]

  /// Makes a figure.
  public init(
    caption: FigureCaption, series: [Series], breaks: [Break] = [],
    projection: [Projected] = [], years: YearText.Kind = .financial, interval: Int = 1,
    format: FigureFormat, includesZero: Bool = true, marking: [Int] = []
  ) {
    self.caption = caption
    self.series = series
    self.breaks = breaks.sorted { ($0.year, $0.label) < ($1.year, $1.label) }
    self.projection = projection.filter { $0.value.drawable != nil }.sorted { $0.year < $1.year }
    self.years = years
    self.interval = interval
    self.format = format
    self.includesZero = includesZero
    self.marking = marking
  }

  /// The values in words.
  public var altText: String {
    var sentences = ["Line chart."]
    for one in series {
      let shown = one.points.filter { $0.value != nil }
      guard let first = shown.first, let last = shown.last else {
        sentences.append("\(one.name): no figures.")
        continue
      }
      let start = "\(format.label(first.value ?? 0)) in \(year(first.year))"
      let end = "\(format.label(last.value ?? 0)) in \(year(last.year))"
      sentences.append("\(one.name): " + (start == end ? end : start + ", " + end) + ".")
    }
    for one in breaks { sentences.append("Break before \(year(one.year)): \(one.label).") }
    if let end = projection.last {
      let range = end.within95.map {
        " (95% range \(format.interval($0.lowerBound, $0.upperBound)))"
      }
      sentences.append(
        "Projected to \(year(end.year)): \(format.label(end.value))\(range ?? "").")
    }
    return sentences.joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard let plot = TrendPlot(self, on: &sheet) else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    plot.draw(on: &sheet)
    return sheet.document(alt: altText, extraNotes: automaticNotes)
  }

  /// The series that the figure is about.
  var mainIndex: Int? { series.firstIndex { !$0.isBenchmark } }

  /// The series that the figure is about.
  var main: Series? { mainIndex.map { series[$0] } }

  /// The years of the main series whose values are written at their points.
  ///
  /// The last one only where a projection follows: otherwise it stands beside the name.
  var labelledYears: [Int] {
    let shown = main?.points.filter { $0.value != nil }.map(\.year) ?? []
    var years = Set(marking).intersection(shown.dropLast())
    if let first = shown.first, shown.count > 1 || !projection.isEmpty { years.insert(first) }
    if let last = shown.last, !projection.isEmpty { years.insert(last) }
    return years.sorted()
  }

  /// The short form of a year.
  func year(_ start: Int) -> String { YearText(start, years).short }

  /// The points of a series in runs that may be joined: no gap and no break within a run.
  func runs(of series: Series) -> [[Point]] {
    var runs: [[Point]] = []
    var previous: Int?
    for point in series.points where point.value != nil {
      let isJoined =
        previous.map { before in
          point.year - before <= interval
            && !breaks.contains { before < $0.year && $0.year <= point.year }
        } ?? false
      if isJoined {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
      previous = point.year
    }
    return runs
  }

  private var automaticNotes: [String] {
    var notes: [String] = []
    if series.contains(where: hasGap) { notes.append("Gaps are years without a published figure.") }
    if !includesZero { notes.append("The vertical axis does not begin at nought.") }
    return notes
  }

  private func hasGap(_ series: Series) -> Bool {
    let shown = series.points.filter { $0.value != nil }
    return zip(shown, shown.dropFirst()).contains { $1.year - $0.year > interval }
  }
}
