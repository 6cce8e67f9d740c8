import Evidence
import Places

/// Looks whether the figures of a file agree with one another, before anything is made of them.
///
/// Nothing is changed or dropped: what does not agree is noted and counted. Only limits that were
/// never divided by the population, a known fault of one publisher, are marked unreliable.
struct Plausibility {
  /// How a ratio comes from its count and denominator, by measure; absent for scores and means.
  var units: [String: Double] = [:]
  /// How far a published count may be from the true one: half of what it is rounded to.
  var countRounding = 0.5
  /// How far the count of one council may be from the true one.
  var councilRounding = 0.5
  /// How far a published ratio may be from the true one.
  var valueRounding = 0.05
  /// True where the publisher's limits may be those of the count itself.
  var hasUnscaledLimits = false
  /// Measures whose councils must add up to England, with the rounding of the national figure.
  var nationalRounding: [String: Double] = [:]
  /// How many lines are named for each kind of disagreement; all are counted.
  static let named = 5
  /// England, whose figure must lie among those of its councils.
  static let england = "E92000001"

  /// Adds a note for each disagreement.
  func check(_ extract: inout Extract, register: Register) {
    if hasUnscaledLimits { markUnscaled(&extract) }
    extract.notes += notes(extract.observations, extract.measures, register)
  }

  /// The disagreements among some figures: how many of each kind, the first few by name.
  func notes(_ figures: [Observation], _ measures: [Measure], _ register: Register) -> [Note] {
    var findings = Findings()
    var keys = FigureKeys()
    for (index, figure) in figures.enumerated() {
      if let before = keys.insert(figure, at: index) {
        findings.add(.twice, figure, "stands on line \(figures[before].line) as well")
      }
      checkRow(figure, &findings)
    }
    NationalCheck(self, measures: measures, register: register).check(figures, &findings)
    return findings.notes
  }

  private func checkRow(_ figure: Observation, _ findings: inout Findings) {
    guard let value = figure.value else { return }
    if let lower = figure.lower, let upper = figure.upper, value < lower || value > upper {
      // The last digits of a published limit are rounded apart from the value's.
      let slack = max(1e-6, abs(value) * 1e-6)
      if value < lower - slack || value > upper + slack {
        findings.add(.limits, figure, "\(value) is not between \(lower) and \(upper)")
      }
    }
    guard let units = units[figure.measure], let count = figure.count,
      let denominator = figure.denominator, denominator > 0
    else { return }
    if units == 100, count > denominator + countRounding {
      findings.add(.above, figure, "\(count) of \(denominator)")
    }
    let expected = value * denominator / units
    let tolerance =
      countRounding + valueRounding * denominator / units + countRounding * abs(value) / units
      + abs(count) * 1e-6
    if abs(expected - count) > tolerance {
      findings.add(.rate, figure, "\(value) × \(denominator) / \(units) is not \(count)")
    }
  }

  /// Exact Poisson limits of counts from 0 to 9, as published in place of the rate's.
  private static let countLimits: [Double] = [
    3.6888795, 5.5716434, 7.2246877, 8.7672731, 10.2415888, 11.6683321, 13.059474, 14.4226754,
    15.7631895, 17.0848035,
  ]

  /// Marks figures whose upper limit is that of the count although the value is a rate.
  private func markUnscaled(_ extract: inout Extract) {
    var marked: [Observation] = []
    for index in extract.observations.indices {
      let figure = extract.observations[index]
      guard let count = figure.count, let upper = figure.upper, count >= 0, count < 10,
        count == count.rounded(), let denominator = figure.denominator,
        let units = units[figure.measure], abs(denominator - units) > 1,
        abs(upper - Self.countLimits[Int(count)]) < 5e-5
      else { continue }
      extract.observations[index].status.insert(.unreliable)
      marked.append(figure)
    }
    guard let first = marked.first else { return }
    extract.notes.append(
      Note(
        line: first.line,
        "\(marked.count) rates with fewer than 10 cases have the limits of the count, never "
          + "divided by the population; marked u"))
  }
}
