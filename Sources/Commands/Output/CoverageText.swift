import Indicators
import Reporter

/// How far projections strayed from what came, as CSV.
enum CoverageText {
  /// The text, a row for each horizon.
  static func csv(_ review: ProjectionReview) -> String {
    var lines = ["horizon,series,comparisons,within_80,within_95"]
    for row in review.rows {
      lines.append(
        "\(row.horizon),\(review.reviewed),\(row.comparisons),"
          + "\(DecimalOutput.fixed(row.within80, 1)),\(DecimalOutput.fixed(row.within95, 1))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
