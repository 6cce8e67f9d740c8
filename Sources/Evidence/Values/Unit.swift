/// What a measure is counted in.
public enum Unit: String, CaseIterable, Sendable {
  /// Whole pence of the prices of the day.
  case pence
  /// Persons.
  case persons
  /// Other things counted: children looked after, households, visits.
  case count
  /// A percentage, 0 to 100.
  case percent
  /// A rate or score in the publisher's own unit, said in the measure's title.
  case rate
  /// An index number.
  case index
  /// Years: of age, of life.
  case years
  /// Minutes, days or other durations, said in the title.
  case duration
}
