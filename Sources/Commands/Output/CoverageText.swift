import Indicators
import Reporter
import Statistics

/// How far projections strayed from what came, and the widths of ranges that the other half of the
/// places teaches, as CSV.
enum CoverageText {
  /// The text, a row for each horizon.
  static func csv(_ review: ProjectionReview) -> String {
    var lines = [
      "horizon,series,comparisons,within_80,within_95,learned_from,growth,inner_width,outer_width"
    ]
    for row in review.rows {
      let taught = review.taught.map { taught in
        let index = row.horizon - 1
        return "\(taught.support[index]),"
          + [taught.growth, taught.inner, taught.outer]
          .map { DecimalOutput.fixed($0[index], 3) }.joined(separator: ",")
      }
      lines.append(
        "\(row.horizon),\(review.reviewed),\(row.comparisons),"
          + "\(DecimalOutput.fixed(row.within80, 1)),\(DecimalOutput.fixed(row.within95, 1)),\(taught ?? ",,,")"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
