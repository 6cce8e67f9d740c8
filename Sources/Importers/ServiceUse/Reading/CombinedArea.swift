import Places

/// What a publisher's note says of a figure that is not a council's own.
///
/// `Value for Hackney and City of London combined` stands beside both councils: the figure is the
/// joint one, and its count belongs to the first named only, so that nobody counts it twice.
/// `Value for Bucks County applied to Bucks UA` is the predecessor's figure on the same ground.
enum CombinedArea: Hashable {
  /// One figure for two councils, named in the note.
  case joint(first: String, second: String)
  /// A predecessor's figure printed for its successor.
  case inherited(from: String, by: String)

  /// Reads a note; nil where it says something else.
  init?(note: String) {
    guard note.hasPrefix("Value for ") else { return nil }
    let rest = note.dropFirst(10)
    if rest.hasSuffix(" combined") {
      let names = rest.dropLast(9)
      for join in [" and ", " & "] {
        guard let range = names.firstRange(of: join) else { continue }
        self = .joint(
          first: String(names[..<range.lowerBound]), second: String(names[range.upperBound...]))
        return
      }
      return nil
    }
    guard let range = rest.firstRange(of: " applied to ") else { return nil }
    self = .inherited(
      from: String(rest[..<range.lowerBound]), by: String(rest[range.upperBound...]))
  }

  /// True where the count of a joint figure is another council's to report.
  func isCountedElsewhere(_ name: String) -> Bool {
    guard case .joint(let first, _) = self else { return false }
    return name != first
  }

  /// ONS codes of areas that join two councils for want of people: the main one first.
  static let members = [
    "E67000001": ["E09000012", "E09000001"], "E67000002": ["E06000052", "E06000053"],
  ]
}
