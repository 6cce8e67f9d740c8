/// A figure that is not what it was.
struct FigureMove: Hashable, Sendable {
  /// Why a figure moved.
  enum Cause: String, Sendable {
    /// A publisher's figure that it rests on is another, or was taken back.
    case sourceRevised = "source revised"
    /// A publisher's figure that was not there before.
    case newData = "new data"
    /// Places were made up otherwise.
    case boundary
    /// The prevention classification weighs lines otherwise.
    case classification
    /// Formula, definition, duties, breaks or program are others.
    case method
    /// Only what is said beside it changed, because figures of other places or years moved.
    case others = "others moved"
  }

  /// The indicator.
  let indicator: String
  /// The place's code.
  let place: String
  /// The place's name.
  let name: String
  /// The period, ISO 8601.
  let period: String
  /// What it was; nil where there was no row.
  let old: FigureText?
  /// What it is; nil where there is no row.
  let new: FigureText?
  /// Why; empty where that cannot be told.
  var causes: [Cause] = []
  /// Why exactly, in words.
  var why = ""

  /// True where no number or mark moved, only what is said beside them.
  var isStanding: Bool {
    guard let old, let new else { return false }
    return old.hasNumbers(of: new)
  }

  /// Which parts moved: `value, count`; `row` where it was not there or is gone.
  var what: String {
    guard let old, let new else { return "row" }
    return new.changes(from: old).joined(separator: ", ")
  }

  /// What it was, in words.
  var oldText: String { old.map { $0.text(against: new) } ?? "no row" }
  /// What it is, in words.
  var newText: String { new.map { $0.text(against: old) } ?? "no row" }

  /// The move in a line.
  var line: String { "\(place) \(indicator) \(period): \(oldText) → \(newText)" }

  /// The moves as rows; causes only where they were looked for.
  static func grid(_ moves: [FigureMove], withCauses: Bool) -> Grid {
    let causes = withCauses ? ["cause", "why"] : []
    var grid = Grid(["place", "name", "indicator", "period", "what", "old", "new"] + causes)
    for move in moves {
      var row: [Cell] = [
        .text(move.place), .words(move.name), .text(move.indicator), .text(move.period),
        .text(move.what), .words(move.oldText), .words(move.newText),
      ]
      if withCauses {
        let names = move.causes.map(\.rawValue).joined(separator: " and ")
        row += [.words(names), .words(move.why)]
      }
      grid.append(row)
    }
    return grid
  }
}
