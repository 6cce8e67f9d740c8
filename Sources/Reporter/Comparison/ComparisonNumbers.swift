import Evidence
import Indicators
import Places

/// The numbers of a comparison as they are printed, each with its row of the CSV beside the page.
extension Comparison {
  /// A value, or its `lci_95` or `uci_95`.
  func rounded(_ value: IndicatorValue?, _ column: String = "") -> Rounded? {
    guard let value else { return nil }
    let number =
      column.isEmpty ? value.value : column == "lci_95" ? value.lower : value.upper
    return number.flatMap { PlaceStory.rounded($0, indicator) }?.keyed([
      NumberKey(
        indicator: indicator.id, period: value.period.iso, place: value.place, column: column)
    ])
  }

  /// A benchmark, which stands in the row of every place: that of the first is named.
  func rounded(_ benchmark: ComparisonBenchmark) -> Rounded? {
    guard let value = benchmark.value, let period, let first = places.first else { return nil }
    return PlaceStory.rounded(value, indicator)?.keyed([
      NumberKey(
        indicator: indicator.id, period: period.iso, place: first.place.code,
        column: "benchmark_\(benchmark.kind.rawValue)")
    ])
  }

  /// England's value; nil where it has none.
  var england: Rounded? { benchmarks.first { $0.kind == .england }.flatMap { rounded($0) } }
}
