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
    let others = Set(
      keys.filter { !$0.place.isEmpty && $0.place != place.code && $0.file.isEmpty }.map(\.row))
    let wanted = Dictionary(grouping: others, by: \.indicator)
    for indicator in context.catalogue.indicators { append(indicator.id, place.code, to: &table) }
    for indicator in context.catalogue.indicators {
      guard let keys = wanted[indicator.id] else { continue }
      for code in Set(keys.map(\.place)).sorted() {
        let periods = Set(keys.filter { $0.place == code }.map(\.period))
        append(indicator.id, code, only: periods, to: &table)
      }
    }
    return ReportFile(path: name, bytes: table.bytes)
  }

  private func append(
    _ indicator: String, _ code: String, only periods: Set<String>? = nil,
    to table: inout TidyTable
  ) {
    guard let values = context.table.packed(indicator),
      let position = context.table.position(indicator, code),
      let same = context.constants[indicator]
    else { return }
    table.append(values, at: position..<position + 1, same, context.register, only: periods)
  }
}
