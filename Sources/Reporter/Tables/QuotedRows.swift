import Evidence
import Indicators
import Places

/// The tidy rows beside a report: every value of the place, then those of other places it quotes.
struct QuotedRows {
  private let context: ReportContext
  private let place: Place

  init(_ context: ReportContext, _ place: Place) {
    self.context = context
    self.place = place
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - keys: the keys of the numbers printed; those of the place itself are there already.
  /// - Returns: the file, in the order of the catalogue.
  func file(_ name: String, quoted keys: [NumberKey]) -> ReportFile {
    var table = TidyTable()
    for indicator in context.catalogue.indicators {
      let series = context.table.series(indicator.id, place.code)
      if !series.isEmpty { table.append(series, constants(indicator), place) }
    }
    let others = Set(
      keys.filter { !$0.place.isEmpty && $0.place != place.code && $0.file.isEmpty }.map(\.row))
    let wanted = Dictionary(grouping: others, by: \.indicator)
    for indicator in context.catalogue.indicators {
      guard let keys = wanted[indicator.id] else { continue }
      for code in Set(keys.map(\.place)).sorted() {
        let periods = Set(keys.filter { $0.place == code }.map(\.period))
        let values = context.table.series(indicator.id, code).filter {
          periods.contains($0.period.iso)
        }
        table.append(values, constants(indicator), context.register[code])
      }
    }
    return ReportFile(path: name, bytes: table.bytes)
  }

  private func constants(_ indicator: Indicator) -> TidyRows.Constants {
    context.constants[indicator.id] ?? TidyRows.Constants(indicator)
  }
}
