import Indicators
import Places

/// A published comparison of a group's councils, below `reports/comparisons/`.
struct ComparisonPages: Sendable {
  let group: PlaceGroup
  let indicators: [Indicator]

  /// What the group's files are called.
  static func name(_ group: PlaceGroup, _ register: Register) -> String {
    register[group.code] == nil ? group.code : register.slug(for: group.code)
  }

  /// The files, with paths below `reports/`.
  func files(_ context: ReportContext) -> [ReportFile] {
    let report = ComparisonReport(
      context, ComparisonChoice(among: group, in: context.register), indicators: indicators,
      name: Self.name(group, context.register))
    return report.files().map {
      ReportFile(path: "comparisons/\($0.path)", bytes: $0.bytes)
    }
  }
}
