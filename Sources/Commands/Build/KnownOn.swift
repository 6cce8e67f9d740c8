import Evidence
import Importers
import Places
import Store

/// What was known on a day.
///
/// A release counts from the day of its publication. A file that does not say when it was published
/// counts figure by figure, from the end of the period of each: nobody can have known them earlier.
/// The rules of sick pay are law, known from the day on which they begin.
struct KnownOn {
  let day: Day

  /// True where a release of a publication day counts, and where a file does not say its day.
  func isKnown(_ published: String?) -> Bool { Self.day(published).map { $0 <= day } ?? true }

  /// The day that a text names, or nil.
  static func day(_ published: String?) -> Day? { published.flatMap { Day($0) } }

  /// Takes out of a file without a day of publication what cannot have been known.
  func keep(_ reading: inout FileReading) {
    if let published = Self.day(reading.source.published) {
      // A layout that finds the day in the file itself.
      if published > day { reading.extract.observations = [] }
      return
    }
    let isLaw = reading.source.layout == "sick-pay-rules"
    let before = reading.extract.observations.count
    reading.extract.observations.removeAll {
      (isLaw ? $0.period.start : $0.period.lastDay) > day
    }
    let left = before - reading.extract.observations.count
    if left > 0 {
      reading.extract.notes.append(
        Note(line: 0, "\(Plural.of(left, "figure")) of periods that had not ended on \(day)"))
    }
  }

  /// The sources of a user that count, as a condition of SQL; payments always do.
  var condition: String {
    "(published = '' OR published <= '\(day.iso)' OR layout = 'payments')"
  }

  /// Takes figures of the user's own files without a day out of a database likewise.
  func keep(_ connection: borrowing Connection) throws(StoreError) {
    try connection.execute(
      """
      DELETE FROM observation WHERE source IN
        (SELECT id FROM source WHERE origin = 'user' AND published = '')
        AND date(period_start, '+' || period_months || ' months') > date('\(day.iso)', '+1 day')
      """)
  }
}
