import Evidence
import Tabular

/// What the regions and authorities of one measure and year say of its row for England.
///
/// The tool adds rates up now and then: first-time entrants to youth justice in England is the sum
/// of nine regional rates, four times the highest authority's. Totals of money leave out
/// authorities whose figure is `-` without saying so.
struct InteractiveToolTotals {
  /// A measure and a year.
  struct Key: Hashable {
    let short: String
    let year: String
  }

  private struct Sums {
    var england: Double?
    var englandLine = 0
    var regions = 0.0
    var regionCount = 0
    var authorities = 0.0
    var largest = 0.0
    var gaps: [String] = []
  }

  private var sums: [Key: Sums] = [:]
  private var order: [Key] = []
  /// Authorities that have a figure for some year of a measure, so that a gap is one.
  private var reporting: [String: Set<String>] = [:]

  /// Adds a row.
  mutating func add(_ key: Key, number: String, value: Double?, line: Int) {
    if sums[key] == nil { order.append(key) }
    var entry = sums[key] ?? Sums()
    if number == EducationPlaces.england {
      entry.england = value
      entry.englandLine = line
    } else if EducationPlaces.regions.contains(number) {
      entry.regions += value ?? 0
      entry.regionCount += value == nil ? 0 : 1
    } else if EducationPlaces.isAuthority(number) {
      if let value {
        entry.authorities += value
        entry.largest = max(entry.largest, value)
        reporting[key.short, default: []].insert(number)
      } else {
        entry.gaps.append(number)
      }
    }
    sums[key] = entry
  }

  /// Why England's figure of a rate is none, or nil where it may be one.
  func fault(_ key: Key) -> String? {
    guard let sums = sums[key], let england = sums.england, sums.largest > 0 else { return nil }
    let isSum =
      sums.regionCount == EducationPlaces.regions.count
      && abs(england - sums.regions) <= max(england * 0.005, 5)
    guard isSum, england > sums.largest * 1.2 else { return nil }
    return "England's figure is the sum of its \(sums.regionCount) regions' rates "
      + "(the highest of any authority is \(DecimalText.number(sums.largest))), so it is no rate of England"
  }

  /// What is to be said of England's total of a measure that adds up, in the order of the file.
  func notes(
    _ short: String, isMoney: Bool, name: (String, String) -> String?
  ) -> [Note] {
    var notes: [Note] = []
    for key in order where key.short == short {
      guard let sums = sums[key], let england = sums.england else { continue }
      let lacking = sums.gaps.filter { reporting[short]?.contains($0) ?? false }
        .compactMap { name($0, key.year) }
      if !lacking.isEmpty {
        notes.append(
          Note(
            line: sums.englandLine,
            "\(short) \(key.year): no figure of \(lacking.joined(separator: ", ")), "
              + "so England's is a lower bound"))
      }
      let difference = england - sums.authorities
      // A pound for each authority is the publisher's rounding.
      if isMoney, lacking.isEmpty, abs(difference) > 200 {
        notes.append(
          Note(
            line: sums.englandLine,
            "\(short) \(key.year): England's figure differs from the sum of its authorities by "
              + "£\(DecimalText.number(difference))"))
      }
    }
    return notes
  }
}
