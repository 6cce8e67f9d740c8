import Evidence
import Places

/// Finds, figure by figure, which of some inputs an indicator's value rests on.
///
/// Made once for many figures: formulae are computed as a build does, and only reads of the watched
/// inputs are noted.
public struct LineageTracer: Sendable {
  private var evaluator: Evaluator
  private let recorder: LineageRecorder
  private let watched: Set<LineageKey>
  private let cube: FigureCube
  private let register: Register
  private let catalogue: Catalogue
  /// What a figure computed from pay rests on, found once.
  private var behind: [LineageKey: [LineageKey]] = [:]
  private var columns: [String: [Int]] = [:]
  /// True where an input of what is computed from pay is looked for.
  private let watchesPay: Bool

  /// Prepares to look for some inputs.
  public init(
    watching keys: Set<LineageKey>, cube: FigureCube, catalogue: Catalogue, register: Register
  ) {
    recorder = LineageRecorder(watching: keys, in: cube)
    evaluator = Evaluator(
      cube: cube, catalogue: catalogue, register: register, recorder: recorder)
    watched = keys
    watchesPay = keys.contains {
      $0.measure.hasPrefix("ashe.") || $0.measure.hasPrefix("sick_pay.")
        || $0.measure == "els.gross_median_weekly_pay"
    }
    self.cube = cube
    self.register = register
    self.catalogue = catalogue
  }

  /// The watched inputs that a value rests on, in the order in which they are read, each once.
  public mutating func inputs(
    of indicator: Indicator, _ place: Place, _ period: Period
  ) -> [LineageKey] {
    _ = evaluator.evaluate(indicator.expression, place, period)
    var seen: Set<LineageKey> = []
    var found: [LineageKey] = []
    for read in recorder.take() {
      for key in published(read) where watched.contains(key) && seen.insert(key).inserted {
        found.append(key)
      }
    }
    return found
  }

  /// True where a value of an indicator may rest on a watched input, whatever the place.
  public func mayRead(_ indicator: Indicator) -> Bool {
    let patterns = indicator.expression.measures
    if watchesPay, patterns.contains(where: PayLineage.isComputed) { return true }
    let lines = indicator.expression.schemes.flatMap { scheme, service in
      catalogue.prevention.lines(of: scheme, service: service).map { $0.line + ".net" }
    }
    let direct = Set(lines)
    // Residents weigh what is known of a group.
    return watched.contains { key in
      key.measure == "population.all" || key.measure == "deflator.gdp"
        || direct.contains(key.measure)
        || patterns.contains { FigureCube.fits(key.measure, $0) }
    }
  }

  private mutating func published(_ read: LineageRead) -> [LineageKey] {
    guard PayLineage.isComputed(read.measure) else { return [read.key] }
    guard watchesPay else { return [] }
    if let known = behind[read.key] { return known }
    let found = PayLineage.reads(
      behind: read, cube: cube, register: register, &columns
    ).map(\.key).filter(watched.contains)
    behind[read.key] = found
    return found
  }
}

extension FigureCube {
  /// The figures that differ between this cube and an earlier one, with what each has.
  public func differences(from earlier: FigureCube) -> [LineageKey: (old: Figure?, new: Figure?)] {
    var found: [LineageKey: (old: Figure?, new: Figure?)] = [:]
    let slots = places.map { earlier.slot($0.code) }
    for column in columns {
      let other = earlier.column(column.measure).map { earlier.columns[$0] }
      for (slice, period) in column.periods.enumerated() {
        let before = other?.periods.firstIndex(of: period)
        for slot in places.indices {
          let new = column.figure(place: slot, slice: slice)
          let old = before.flatMap { before in
            slots[slot].flatMap { other?.figure(place: $0, slice: before) }
          }
          guard old != new else { continue }
          let key = LineageKey(
            measure: column.measure, place: places[slot].code, period: period)
          found[key] = (old, new)
        }
      }
    }
    return found
  }

  /// All figures that either cube has and the other has otherwise or not.
  public func allDifferences(
    from earlier: FigureCube
  ) -> [LineageKey: (old: Figure?, new: Figure?)] {
    var found = differences(from: earlier)
    for (key, pair) in earlier.differences(from: self) where found[key] == nil {
      found[key] = (pair.new, pair.old)
    }
    return found
  }
}
