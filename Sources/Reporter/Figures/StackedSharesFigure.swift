/// How a whole splits into parts, year by year: columns that are left out where nothing is published.
public struct StackedSharesFigure: Figure {
  /// One year.
  public struct Column: Hashable, Sendable {
    /// The year it begins in.
    public let year: Int
    /// The shares in per cent, in the order of the parts; nil where none are published.
    public let shares: [Double]?
    /// What stands above the column: `[p]`.
    public let mark: String

    /// Makes a year; shares that are not finite or below nought make it a gap.
    public init(_ year: Int, _ shares: [Double]?, mark: String = "") {
      self.year = year
      self.shares = shares.flatMap { $0.allSatisfy { $0.drawable != nil && $0 >= 0 } ? $0 : nil }
      self.mark = mark
    }
  }

  /// Title, subtitle and notes.
  public let caption: FigureCaption
  /// The parts, from the foot of the columns up: what the figure is about stands best at the foot, where
  /// columns can be compared.
  public let parts: [String]
  /// The years, ascending.
  public let columns: [Column]
  /// How years are written.
  public let years: YearText.Kind
  /// How shares are written.
  public let format: FigureFormat

  /// Makes a figure; a column with another number of shares than there are parts is a gap.
  public init(
    caption: FigureCaption, parts: [String], columns: [Column],
    years: YearText.Kind = .financial, format: FigureFormat = .percent
  ) {
    self.caption = caption
    self.parts = parts
    self.columns = columns.sorted { $0.year < $1.year }.map { column in
      column.shares?.count == parts.count
        ? column : Column(column.year, nil, mark: column.mark)
    }
    self.years = years
    self.format = format
  }

  /// The values in words.
  public var altText: String {
    let shown = columns.filter { $0.shares != nil }
    guard let first = shown.first, let last = shown.last else {
      return "Stacked columns. No figures."
    }
    let sentences = parts.indices.map { part in
      let end = "\(format.label(last.shares?[part] ?? 0)) in \(year(last))"
      guard first.year != last.year else { return "\(parts[part]): \(end)." }
      return "\(parts[part]): \(format.label(first.shares?[part] ?? 0)) in \(year(first)), \(end)."
    }
    return (["Stacked columns of shares by year."] + sentences).joined(separator: " ")
  }

  /// The SVG file.
  public func render() -> String {
    var sheet = FigureSheet(caption)
    let shown = columns.filter { $0.shares != nil }.map(\.year)
    guard let first = shown.first, let last = shown.last, !parts.isEmpty else {
      sheet.empty(height: 120)
      return sheet.document(alt: altText)
    }
    StackedSharesPlot(self, years: first...last).draw(on: &sheet)
    let hasGap = last - first + 1 > shown.count
    return sheet.document(
      alt: altText, extraNotes: hasGap ? ["Gaps are years without a published figure."] : [])
  }

  /// The short form of a column's year.
  func year(_ column: Column) -> String { YearText(column.year, years).short }
}
