/// Places side by side, each a point with its interval: alphabetical, never ranked.
public struct ComparisonFigure: Figure {
  /// How a place stands to the benchmark.
  public enum Standing: Hashable, Sendable, CaseIterable {
    /// Better beyond chance.
    case better
    /// No different beyond chance.
    case similar
    /// Worse beyond chance.
    case worse
    /// Higher beyond chance, where neither side is good.
    case higher
    /// Lower beyond chance, where neither side is good.
    case lower
    /// Not compared.
    case none
  }

  /// One place.
  public struct Place: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The group it is listed under; empty for none.
    public let group: String
    /// The value; nil where there is none.
    public let value: Double?
    /// The lower end of its interval.
    public let lower: Double?
    /// The upper end of its interval.
    public let upper: Double?
    /// How it stands.
    public let standing: Standing
    /// True for the place the report is about.
    public let isHighlighted: Bool
    /// What stands in place of a value, or after it: `[c]`, `[p]`.
    public let mark: String

    /// Makes a place.
    public init(
      _ name: String, _ value: Double?, lower: Double? = nil, upper: Double? = nil,
      standing: Standing = .none, group: String = "", isHighlighted: Bool = false,
      mark: String = ""
    ) {
      self.name = name
      self.group = group
      self.value = value.flatMap(\.drawable)
      self.lower = lower.flatMap(\.drawable)
      self.upper = upper.flatMap(\.drawable)
      self.standing = standing
      self.isHighlighted = isHighlighted
      self.mark = mark
    }
  }

  /// A value that places are held against.
  public struct Benchmark: Hashable, Sendable {
    /// Whose it is: `England`.
    public let name: String
    /// The value.
    public let value: Double

    /// Makes a benchmark.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The places, by group and name.
  public let places: [Place]
  /// What they are held against.
  public let benchmark: Benchmark?
  /// How values are written.
  public let format: FigureFormat
  /// True to begin the axis at nought.
  public let includesZero: Bool

  /// Makes a figure; places are put in alphabetical order within their groups.
  ///
  /// Groups keep the order in which they first appear.
  public init(
    caption: FigureCaption, places: [Place], benchmark: Benchmark? = nil, format: FigureFormat,
    includesZero: Bool = false
  ) {
    self.caption = caption
    self.benchmark = benchmark.flatMap { $0.value.drawable == nil ? nil : $0 }
    self.format = format
    self.includesZero = includesZero
    var groups: [String] = []
    for place in places where !groups.contains(place.group) { groups.append(place.group) }
    self.places = groups.flatMap { group in
      places.filter { $0.group == group }.sorted {
        ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name)
      }
    }
  }

  /// The values in words.
  public var altText: String {
    let shown = places.filter { $0.value != nil }
    var sentences = ["Dot chart of \(places.count) \(places.count == 1 ? "place" : "places")."]
    if let benchmark {
      sentences.append("\(benchmark.name): \(format.label(benchmark.value)).")
    }
    for place in places where place.isHighlighted {
      sentences.append("\(place.name): \(valueText(place)).")
    }
    if let low = shown.compactMap(\.value).min(), let high = shown.compactMap(\.value).max(),
      shown.count > 1
    {
      sentences.append("Values run from \(format.label(low)) to \(format.label(high)).")
    }
    for standing in Standing.allCases where standing != .none {
      let count = shown.filter { $0.standing == standing }.count
      if count > 0, let word = standing.word { sentences.append("\(word): \(count).") }
    }
    return sentences.joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    guard !places.isEmpty else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    ComparisonPlot(self, on: &sheet).draw(on: &sheet)
    return sheet.document(alt: altText)
  }

  /// A place's value with its interval and mark: `12.3 (10.1 to 14.5)`.
  func valueText(_ place: Place) -> String {
    guard let value = place.value else { return place.mark.isEmpty ? "no figure" : place.mark }
    var text = format.label(value)
    if let lower = place.lower, let upper = place.upper {
      text += " (\(format.interval(lower, upper)))"
    }
    return text + (place.mark.isEmpty ? "" : " " + place.mark)
  }
}

extension ComparisonFigure.Standing {
  /// What the key calls it; nil where nothing is compared.
  var word: String? {
    switch self {
    case .better: "Better"
    case .similar: "Similar"
    case .worse: "Worse"
    case .higher: "Higher"
    case .lower: "Lower"
    case .none: nil
    }
  }

  /// Its colour and shape: both differ, so that either is enough.
  var sign: (ink: Palette.Ink, marker: Marker, isHollow: Bool) {
    switch self {
    case .better: (.blue, .diamond, false)
    case .similar: (.grey, .circle, true)
    case .worse: (.orange, .square, false)
    case .higher: (.blue, .triangle, false)
    case .lower: (.teal, .square, true)
    case .none: (.blue, .circle, false)
    }
  }
}
