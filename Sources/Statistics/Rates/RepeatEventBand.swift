/// The events of one group of people who can have more than one each.
struct RepeatEventBand {
  /// Σ f·x_f, all events.
  let events: Double
  /// Σ f²·x_f, the variance of that sum.
  let squares: Double

  /// `persons[i]` had exactly `events[i]` events each.
  init(persons: [Double?], events: [Double?]) throws(Blank) {
    try Check.same(persons.count, events.count, .count, .frequency)
    let people = try Check.all(persons, .count, above: false)
    let times = try Check.all(events, .frequency, above: false)
    var sum = 0.0
    var square = 0.0
    for (x, f) in zip(people, times) {
      sum += f * x
      square += f * f * x
    }
    guard square.isFinite else { throw .notFinite(.count) }
    self.events = sum
    squares = square
  }
}
