import Places
import Store

/// What is told of a place that exists but for which nothing was computed.
enum PlaceHoldingsMessage {
  /// The sentence, with what there is.
  static func text(_ place: Place, _ connection: borrowing Connection) throws -> String {
    let statement = try connection.prepare(
      """
      SELECT measure, min(substr(period_start, 1, 4)), max(substr(period_start, 1, 4))
      FROM observation WHERE place = ? AND value IS NOT NULL GROUP BY measure ORDER BY measure
      """)
    try statement.bind(place.code, at: 1)
    var held: [String] = []
    while try statement.step() {
      held.append("\(statement.text(0)) (\(statement.text(1)) to \(statement.text(2)))")
    }
    let what =
      held.isEmpty
      ? "no file that was loaded speaks of it"
      : "there is only " + held.prefix(3).joined(separator: ", ")
        + (held.count > 3 ? " and \(held.count - 3) more measures" : "")
    return
      "\(place): no indicator was computed for it; \(what); reports and plans are for England, its "
      + "regions, combined authorities, councils and old county areas: 'placewise places' lists them"
  }
}
