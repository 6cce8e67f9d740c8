import Evidence
import Indicators
import Places
import Tabular

/// A comparison as rows: the tidy form, then how each place stands.
public struct ComparisonRows {
  /// The columns after those of the tidy form.
  public static let own = [
    "comparable_with", "benchmark_england", "against_england", "benchmark_group", "against_group",
    "benchmark_neighbours", "against_neighbours", "fifth", "reason",
  ]
  /// All columns.
  public static let header = TidyRows.header + own

  private let context: ReportContext
  private let comparisons: [Comparison]

  /// Prepares the rows.
  public init(_ context: ReportContext, _ comparisons: [Comparison]) {
    self.context = context
    self.comparisons = comparisons
  }

  /// The columns that hold numbers.
  public static let numbers = TidyRows.numbers.union(
    [1, 3, 5, 7].map { TidyRows.header.count + $0 })

  /// The fields of every row, in the order of the headings.
  public func records() -> [[String]] {
    let rows = TidyRows(context)
    return comparisons.flatMap { comparison -> [[String]] in
      let same = TidyRows.Constants(comparison.indicator)
      guard let period = comparison.period else { return [] }
      return comparison.places.map { place in
        let value =
          place.value
          ?? IndicatorValue(
            place: place.place.code, period: period, indicator: comparison.indicator.id, value: nil,
            status: .notAvailable)
        return rows.fields(value, same, place.place) + own(comparison, place)
      }
    }
  }

  private func own(_ comparison: Comparison, _ place: ComparedPlace) -> [String] {
    func pair(_ kind: ComparisonBenchmark.Kind) -> [String] {
      guard let index = comparison.benchmarks.firstIndex(where: { $0.kind == kind }) else {
        return ["", ""]
      }
      return [
        DecimalOutput.fixed(comparison.benchmarks[index].value, comparison.indicator.decimals),
        place.standings[index].rawValue,
      ]
    }
    let fifth = place.reason.isEmpty ? place.value?.quintile : nil
    return [comparison.part] + pair(.england) + pair(.group) + pair(.neighbours)
      + [fifth.map(String.init) ?? "", place.reason]
  }

  /// Rows that a page quotes without comparing them, such as spending beside an outcome.
  private func quoted(_ keys: [NumberKey]) -> [[String]] {
    let known = Set(
      comparisons.flatMap { comparison in
        comparison.places.map { "\(comparison.indicator.id) \($0.place.code)" }
      })
    var rows: [[String]] = []
    var seen: Set<NumberKey> = []
    for key in keys.map(\.row)
    where !known.contains("\(key.indicator) \(key.place)") && seen.insert(key).inserted {
      guard let indicator = context.catalogue.indicator(key.indicator),
        let value = context.table.series(key.indicator, key.place).first(where: {
          $0.period.iso == key.period
        })
      else { continue }
      let fields = TidyRows(context).fields(
        value, TidyRows.Constants(indicator), context.register[key.place])
      rows.append(fields + Array(repeating: "", count: Self.own.count))
    }
    return rows
  }

  /// The CSV file.
  ///
  /// - Parameter keys: the keys of the numbers printed on the page.
  /// - Returns: its bytes: the places compared, then rows that the page quotes.
  public func csv(quoted keys: [NumberKey] = []) -> [UInt8] {
    var writer = CSVWriter(safety: .spreadsheet)
    writer.append(record: Self.header)
    for record in records() + quoted(keys) {
      for (column, field) in record.enumerated() {
        if field.isEmpty {
          writer.appendEmpty()
        } else if Self.numbers.contains(column) {
          writer.append(number: field)
        } else {
          writer.append(text: field)
        }
      }
      writer.endRecord()
    }
    return writer.bytes
  }
}
