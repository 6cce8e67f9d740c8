/// What every figure says about itself.
public struct FigureCaption: Hashable, Sendable {
  /// The finding, in one sentence.
  public let title: String
  /// What is drawn: measure, unit, place and years.
  public let subtitle: String
  /// Notes under the figure: source, price year, what is left out.
  public let notes: [String]

  /// Makes a caption.
  public init(title: String, subtitle: String = "", notes: [String] = []) {
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
  }
}

/// A drawing for a report: one SVG file that explains itself, in light and dark, in colour and in grey.
public protocol Figure: Sendable {
  /// Title, subtitle and notes.
  var caption: FigureCaption { get }
  /// What the figure shows, in words, for those who do not see it.
  var altText: String { get }
  /// The SVG file, with LF line ends: the same input gives the same bytes.
  func render() -> String
}
