import Evidence
import Places
import Reporter

/// Where an input of a figure stands: our file's cell, and the publisher's behind it.
struct InputCell {
  /// The measure.
  let measure: String
  /// The place's code.
  let place: String
  /// The period.
  let period: Period
  /// The value as stored: money in pence.
  let value: Double?
  /// What the value is counted in, by its name in the table of measures.
  let unit: String
  /// Its marks.
  let status: String
  /// The file it was loaded from.
  let source: StoredSource
  /// The line in that file, from 1.
  let line: Int
  /// The column in that file, from 1.
  let column: Int
  /// The text of that cell; nil where the file is not at hand, or the figure is hidden.
  var raw: String?
  /// How its data set is protected here; nil where its publisher did.
  var protection: String?
  /// The publisher's file behind ours, its SHA-256, line and column; nil for a file imported as is.
  var origin: Origin?

  /// True where the figure is hidden here, and its text with it.
  var isHidden: Bool { protection != nil && value == nil && status.contains("c") }

  /// The value in full and what it is counted in; money is kept in pence, which a reader must know.
  var said: String? {
    value.flatMap(NumberText.shortest).map { $0 + (unit == Unit.pence.rawValue ? " pence" : "") }
  }

  /// The text as it may be shown.
  var shown: String { isHidden ? "hidden by the data set's rule" : "'\(raw ?? "")'" }

  /// A cell of a publisher's file.
  struct Origin {
    /// The file's name.
    let file: String
    /// Its SHA-256.
    let sha256: String
    /// The line, from 1; 0 for England where it is the sum of the authorities' rows of the file.
    let line: Int
    /// The column, from 1.
    let column: Int

    /// True where no single row has the figure.
    var isSum: Bool { line == 0 }
  }
}
