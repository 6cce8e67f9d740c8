import Foundation

/// The numbers of a page that are no figures, and so carry no key: each kind with its reason.
///
/// Everything else has a row in a CSV beside the page.
public struct NotFigures {
  /// A kind of number: why it is no figure, and how it reads.
  public struct Kind {
    /// The reason.
    public let reason: String
    let pattern: Regex<Substring>
  }

  /// All kinds.
  public static var kinds: [Kind] {
    [
      Kind(
        reason: "a day",
        pattern:
          #/\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/#
      ),
      Kind(
        reason: "a year, calendar or financial", pattern: #/\b(?:19|20)\d\d(?:[-–/]\d\d)?\b/#),
      Kind(
        reason: "an age in the name of a group of people",
        pattern:
          #/\b(?:[Aa]ged?|under|over) \d{1,2}(?: (?:to|and|or) (?:\d{1,2}|over))?\b(?![,.]\d|%| years| points)|\b65 or over\b|\b16 and 17\b|\b0 to 5\b/#
      ),
      Kind(
        reason: "what a rate or sum is given for each of, which is its unit",
        pattern: #/\bper [\d,]+\b|\bfor every £?[\d,]+\b|£1(?![,.]?\d)|\bscore of 10\b/#),
      Kind(
        reason: "how sure a range is by its method",
        pattern: #/\b(?:80|95)% (?:range|interval|intervals|sampling)\b/#),
      Kind(
        reason: "the name of a percentile", pattern: #/\b\d+(?:st|nd|rd|th) percentile\b/#),
      Kind(
        reason: "the number of a section, or of a year of the plan",
        pattern: #/\b(?:[Ss]ections?|[Yy]ears?) \d+(?: to \d+)?\b|^#* ?\d+\. |^\| \d+: /#),
      Kind(
        reason: "a unit of time or a distance in a name",
        pattern: #/\b52 weeks\b|\b12 months\b|\b30-minute\b/#),
      Kind(reason: "the version of a licence or a method", pattern: #/\bv3\.0\b|\bSHA-256\b/#),
    ]
  }

  /// Texts of others, with their numbers: titles, definitions and notes, the longest first.
  private let quoted: [String]

  /// What the catalogue says, and notes that stand in rows beside a page.
  ///
  /// A title of a measure, a definition and a note are not ours: each stands in the catalogue under
  /// the name of its measure, or in the row of its figure.
  public init(notes: [String] = []) {
    let texts = (Self.catalogue + notes + notes.flatMap { $0.components(separatedBy: "; ") })
      .filter { $0.count > 5 && $0.contains(where: \.isNumber) }
    quoted = Set(
      texts.flatMap { [$0, $0.prefix(1).lowercased() + $0.dropFirst()] }
        .flatMap { [$0, $0.replacing("'", with: "’")] }
    ).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Every text with a number in the files of the catalogue that pages quote.
  private static let catalogue: [String] = {
    let names = [
      "indicators", "outcomes", "plan-outcomes", "plan-assumptions", "plan-demand",
      "sick-pay-scenarios", "breaks", "measures",
    ]
    let folder = Reference.package.appendingPathComponent("datasets/catalogue")
    return names.flatMap { name -> [String] in
      let url = folder.appendingPathComponent("\(name).csv")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
      return CSVText.records(text).joined().filter { field in
        field.contains(where: \.isNumber) && field.contains { $0.isLetter && $0.isLowercase }
      }
    }
  }()

  /// A line without numbers that are no figures.
  public func removed(from line: String) -> String {
    var line = line
    guard line.contains(where: \.isNumber) else { return line }
    for text in quoted where line.contains(text) { line = line.replacing(text, with: "□") }
    for kind in Self.kinds {
      line = line.replacing(kind.pattern.wordBoundaryKind(.simple), with: "□")
    }
    return line
  }
}
