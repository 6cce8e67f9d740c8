import Indicators
import Places

/// Everything that `build` writes below `reports/`.
public struct ReportSet {
  private let context: ReportContext

  /// Prepares the reports.
  public init(_ context: ReportContext) { self.context = context }

  /// Hands out every file, one after the other, so that few are in memory at once.
  public func forEach(_ body: (ReportFile) throws -> Void) throws {
    let tables = IndicatorTables(context)
    for indicator in context.catalogue.indicators {
      for file in tables.files(indicator) { try body(file) }
    }
  }
}
