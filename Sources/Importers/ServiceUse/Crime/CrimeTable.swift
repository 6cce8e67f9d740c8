import Evidence
import Places
import Tabular

/// What a sheet of recorded crime holds, told from its header and the rows above it.
struct CrimeTable {
  /// What the figures of a table are.
  enum Kind {
    /// Offences.
    case count
    /// Offences for every 1,000 residents or households.
    case rate
    /// The change in per cent on the year before.
    case change
    /// Offences with a knife, and their share of all such offences.
    case knife
  }

  /// A column of figures.
  struct Column {
    let index: Int
    let measure: Measure
    /// Where the denominator of a rate stands, or nil.
    let denominator: Int?
  }

  let headerRow: Int
  let isByPartnership: Bool
  let title: String
  let period: Period?
  let columns: [Column]
  /// True where the title names a table of these workbooks.
  let isPlain: Bool

  /// Reads the header; nil where there is none like it.
  init?(_ sheet: Table) {
    let found = sheet.rows.prefix(20).firstIndex { row in
      let keys = row.fields.map(CellText.key)
      return keys.contains("community safety partnership code") && keys.count > 7
        || keys.first == "area code" && keys.count > 7
          && keys.contains { $0.hasPrefix("total recorded crime") || $0.contains("a knife") }
    }
    guard let found, let first = sheet.rows.first else { return nil }
    headerRow = found
    let header = sheet.rows[found].fields
    isByPartnership = CellText.key(header[0]).hasPrefix("police force")
    title = CellText.key(first[0])
    isPlain = title.hasPrefix("table ") && title.contains("crime") || title.contains("knife")
    period = Self.period(sheet.rows[..<found])
    let kind: Kind =
      title.contains("knife")
      ? .knife
      : title.contains("percentage change")
        ? .change
        : title.contains(" rate ")
          ? .rate : .count
    columns = Self.columns(header, from: isByPartnership ? 6 : 2, kind: kind)
  }

  /// The last `year ending December 2024` above the header.
  private static func period(_ rows: ArraySlice<Row>) -> Period? {
    var found: Period?
    for row in rows {
      let words = CellText.key(row[0]).split(separator: " ")
      for index in words.indices.dropLast(2) where words[index] == "ending" {
        guard let month = PublishedPeriod("\(words[index + 1]) \(words[index + 2])")?.period,
          month.months == 1
        else { continue }
        let start = Day(year: month.start.year - 1, firstOfMonth: month.start.month + 1)
        found = Period(start: start, months: 12)
      }
    }
    return found
  }

  private static func columns(_ header: [String], from first: Int, kind: Kind) -> [Column] {
    let keys = header.map(CellText.key)
    let residents = keys.firstIndex { $0.hasPrefix("population figures") }
    let households = keys.firstIndex { $0.hasPrefix("household figures") }
    return header.indices.dropFirst(first).compactMap { index in
      guard !keys[index].isEmpty else { return nil }
      if index == residents || index == households {
        let isPeople = index == residents
        return Column(
          index: index,
          measure: Measure(
            id: isPeople ? "crime.population" : "crime.households",
            title: isPeople
              ? "Residents, as used for crime rates" : "Households, as used for crime rates",
            unit: isPeople ? .persons : .count, kind: .stock, service: "csp"), denominator: nil)
      }
      let isOfHouseholds = keys[index].contains("household")
      return Column(
        index: index, measure: CrimeOffences.measure(header[index], kind),
        denominator: kind == .rate ? (isOfHouseholds ? households : residents) : nil)
    }
  }
}
